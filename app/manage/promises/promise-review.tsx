'use client';

import { EmptyState } from '@/ui/list-states';
import { LedgerFields, PromiseLedger, useLedgerFilters } from '@/ui/promise-ledger';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';
import { SavedViews } from '../saved-views';

/** The promise ledger of all clients. */
export function PromiseReview() {
  const filters = useLedgerFilters();
  return (
    <ListPage
      title="Promises"
      about="What callers were told would happen, by when, whose it is, and how it ended."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <>
          <LedgerFields filters={filters} />
          <ClientPicker value={filters.clientId} onChange={(id) => filters.set('client', id)} />
        </>
      }
    >
      <SavedViews screen="promises" />
      <PromiseLedger
        filters={filters}
        href="/manage/promises"
        isClientNamed
        empty={
          <EmptyState title="Nothing was promised so far.">
            An operator promises something in a call; it appears here at once, and stays until it is kept, or
            somebody says why it was not.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
