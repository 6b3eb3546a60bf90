'use client';

import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { LedgerFields, PromiseLedger, useLedgerFilters } from '@/ui/promise-ledger';

/** What callers of the company were promised; what its own people have to do is one press away. */
export function PromiseBoard() {
  const filters = useLedgerFilters();
  const isOurs = filters.owner === 'client' && filters.standing === 'open';
  return (
    <>
      <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
        <LedgerFields filters={filters} />
        {isOurs ? null : (
          <Button onClick={() => filters.change({ owner: 'client', standing: 'open', order: null })}>
            What we have to do
          </Button>
        )}
        {filters.isAny ? (
          <Button variant="quiet" onClick={filters.clear}>
            Clear filters
          </Button>
        ) : null}
      </div>
      <PromiseLedger
        filters={filters}
        href="/portal/promises"
        empty={
          <EmptyState title="No caller was promised anything so far.">
            What the answering service promises your callers appears here at once: who does it, by when, and
            how it ended.
          </EmptyState>
        }
      />
    </>
  );
}
