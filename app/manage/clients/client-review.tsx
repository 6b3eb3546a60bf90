'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { ListPage } from '../list-page';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { SearchBox } from '../search-box';
import { useFilters } from '@/ui/use-filters';
import { NewClient } from './new-client';

const columns: readonly Column<Client>[] = [
  {
    title: 'Name',
    cell: (client) => <RowLink href={`/manage/clients/${client.id}`}>{client.name}</RowLink>,
    isWide: true,
  },
  { title: 'Time zone', cell: (client) => client.timeZone },
  { title: 'Greeting', cell: (client) => client.greeting || null, isWide: true, className: 'text-ink-soft' },
];

/** The companies whose phones are answered. */
export function ClientReview() {
  const api = useTRPC();
  const filters = useFilters('q');
  const [isAdding, setIsAdding] = useState(false);
  const q = filters.get('q');
  const input = q ? { q } : {};
  const list = usePages(api.clients.list.infiniteQueryKey(input), (page) =>
    api.clients.list.queryOptions({ ...input, ...page }),
  );
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setIsAdding(true)}
    >
      New client
    </Button>
  );
  return (
    <ListPage
      title="Clients"
      about="The companies whose phones you answer."
      actions={add}
      onClear={filters.isAny ? filters.clear : undefined}
      filters={<SearchBox label="Name" value={q ?? ''} onSearch={(text) => filters.set('q', text)} />}
    >
      <PagedList
        query={list}
        many="clients"
        empty={
          filters.isAny ? (
            <EmptyState
              title={`No client of the name “${q}”.`}
              action={<Button onClick={filters.clear}>Show all clients</Button>}
            />
          ) : (
            <EmptyState title="No client yet." action={add}>
              A client has numbers that callers dial, a greeting, contacts and an escalation policy.
            </EmptyState>
          )
        }
      >
        {(clients) => (
          <RecordTable caption="Clients" columns={columns} rows={clients} keyOf={({ id }) => id} />
        )}
      </PagedList>
      {isAdding ? <NewClient onClose={() => setIsAdding(false)} /> : null}
    </ListPage>
  );
}
