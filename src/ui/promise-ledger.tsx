'use client';

import type { ReactNode } from 'react';
import { useTRPC } from '@/api/client';
import {
  promiseOwners,
  promiseStandings,
  type PromiseOwner,
  type PromiseStanding,
} from '@/domain/promises/model';
import { Button } from './button';
import { Field, Select } from './field';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { PromiseTable } from './promise-table';
import { standingWords } from './promise-words';
import { useFilters } from './use-filters';
import { usePages } from './use-pages';

const ownerWords: Readonly<Record<PromiseOwner, string>> = {
  operator: 'An operator',
  service: 'The answering service',
  client: 'The client’s contact',
};

/** As filters these two mean all of that state. */
const filterWords: Readonly<Record<PromiseStanding, string>> = {
  ...standingWords,
  open: 'Open, all',
  kept: 'Kept, all',
};

export type LedgerFilters = ReturnType<typeof useLedgerFilters>;

/** The filters of the ledger, from the URL. What is open is read by deadline, what has ended from the latest back. */
export function useLedgerFilters() {
  const filters = useFilters('standing', 'owner', 'client', 'order');
  const standing = promiseStandings.find((one) => one === filters.get('standing'));
  const owner = promiseOwners.find((one) => one === filters.get('owner'));
  const clientId = filters.get('client');
  const isOpen = standing === 'open' || standing === 'overdue';
  const usual = isOpen ? ('earliest' as const) : ('latest' as const);
  const order = (['earliest', 'latest'] as const).find((one) => one === filters.get('order')) ?? usual;
  const input = {
    from: 'anywhere' as const,
    order,
    ...(standing === undefined ? {} : { standing }),
    ...(owner === undefined ? {} : { owner }),
    ...(clientId ? { clientId } : {}),
  };
  return { ...filters, standing, owner, clientId, order, input };
}

/** The fields of those filters. */
export function LedgerFields({ filters }: { filters: LedgerFilters }) {
  const { standing, owner, order, set } = filters;
  return (
    <>
      <Field label="Standing" className="w-44">
        <Select value={standing ?? ''} onChange={(event) => set('standing', event.target.value)}>
          <option value="">All</option>
          {promiseStandings.map((one) => (
            <option key={one} value={one}>
              {filterWords[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Who does it" className="w-48">
        <Select value={owner ?? ''} onChange={(event) => set('owner', event.target.value)}>
          <option value="">Anybody</option>
          {promiseOwners.map((one) => (
            <option key={one} value={one}>
              {ownerWords[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Order" className="w-44">
        <Select value={order} onChange={(event) => set('order', event.target.value)}>
          <option value="earliest">Earliest deadline</option>
          <option value="latest">Latest deadline</option>
        </Select>
      </Field>
    </>
  );
}

export type PromiseLedgerProps = {
  filters: LedgerFilters;
  href: string;
  isClientNamed?: boolean;
  /** Nothing was ever promised: words for the reader. */
  empty: ReactNode;
};

/** Every promise that the reader may see, each with where it stands. */
export function PromiseLedger({ filters, href, isClientNamed = false, empty }: PromiseLedgerProps) {
  const api = useTRPC();
  const { input } = filters;
  const list = usePages(api.promises.list.infiniteQueryKey(input), (page) =>
    api.promises.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="promises"
      rowHeight={56}
      empty={
        filters.isAny ? (
          <EmptyState
            title="No promise matches these filters."
            action={<Button onClick={filters.clear}>Clear filters</Button>}
          />
        ) : (
          empty
        )
      }
    >
      {(promises) => <PromiseTable promises={promises} href={href} isClientNamed={isClientNamed} />}
    </PagedList>
  );
}
