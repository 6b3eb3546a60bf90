'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { eventTypes, type ListedEndpoint } from '@/domain/notifications/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { RecordTable, type Column } from '@/ui/record-table';
import { Time } from '@/ui/time';
import { usePages } from '@/ui/use-pages';
import { ClientNameOf } from '../api-keys/client-name-of';
import { ListPage } from '../list-page';
import { DisableEndpoint } from './disable-endpoint';
import { EndpointResult } from './endpoint-result';
import { eventWords } from './event-words';
import { AddButton, NewEndpoint } from './new-endpoint';
import { RenewEndpointSecret } from './renew-endpoint-secret';

type Open = { kind: 'add' } | { kind: 'disable' | 'renew'; endpoint: ListedEndpoint } | null;

const eventsWords = ({ events }: ListedEndpoint) =>
  events.length === eventTypes.length
    ? 'Everything that happens'
    : events.map((type) => eventWords[type].label).join(', ');

/** While something is on its way, its fate is asked for again and again: it is a matter of seconds. */
const isUnderway = ({ lastResult }: ListedEndpoint) =>
  lastResult?.state === 'pending' || lastResult?.state === 'sending';

/** The programs that are told what happens, and what became of the newest message to each. */
export function EndpointList() {
  const api = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const query = usePages(api.webhookEndpoints.list.queryKey(), (page) =>
    api.webhookEndpoints.list.queryOptions(page),
  );
  const { refetch } = query;
  const isWaiting = query.data?.pages.some(({ items }) => items.some(isUnderway)) ?? false;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void refetch(), 1_500);
    return () => clearInterval(timer);
  }, [isWaiting, refetch]);
  const test = useMutation(api.webhookEndpoints.test.mutationOptions({ onSuccess: () => void refetch() }));
  const columns: readonly Column<ListedEndpoint>[] = [
    {
      title: 'Address',
      isWide: true,
      cell: ({ url, createdAt, createdByName }) => (
        <>
          <p className="font-medium break-all">{url}</p>
          <p className="text-[13px] text-ink-soft">
            added by {createdByName} <Time at={createdAt} />
          </p>
        </>
      ),
    },
    { title: 'Is told', cell: eventsWords },
    {
      title: 'Client',
      isNamedOnPhone: true,
      cell: ({ clientId }) => (clientId ? <ClientNameOf clientId={clientId} /> : 'All clients'),
    },
    {
      title: 'Newest message',
      isWide: true,
      cell: ({ lastResult }) => <EndpointResult result={lastResult} />,
    },
    {
      title: 'Actions',
      className: 'md:w-72',
      cell: (endpoint) => (
        <div className="flex flex-wrap gap-2">
          <Button
            size="compact"
            aria-label={`Send a test to ${endpoint.url}`}
            isBusy={test.isPending && test.variables.endpointId === endpoint.id}
            onClick={() => test.mutate({ endpointId: endpoint.id })}
          >
            Send a test
          </Button>
          <Button
            size="compact"
            aria-label={`New secret for ${endpoint.url}`}
            onClick={() => setOpen({ kind: 'renew', endpoint })}
          >
            New secret
          </Button>
          <Button
            size="compact"
            aria-label={`Disable ${endpoint.url}`}
            onClick={() => setOpen({ kind: 'disable', endpoint })}
          >
            Disable
          </Button>
        </div>
      ),
    },
  ];
  const add = <AddButton onPress={() => setOpen({ kind: 'add' })} />;
  return (
    <ListPage
      title="Webhooks"
      about="Programs that are told when an escalation starts, is answered or ends. Every message is signed."
      actions={add}
    >
      {test.isError ? (
        <p role="alert" className="font-medium text-critical">
          {`The test was not sent. ${errorWords(test.error).words}`}
        </p>
      ) : null}
      <PagedList
        query={query}
        many="endpoints"
        rowHeight={56}
        empty={
          <EmptyState title="No program is told." action={add}>
            Add the address of a ticket system, a wallboard or anything else that takes webhooks.
          </EmptyState>
        }
      >
        {(rows) => <RecordTable caption="Endpoints" columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </PagedList>
      {open?.kind === 'add' ? <NewEndpoint onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'disable' ? (
        <DisableEndpoint endpoint={open.endpoint} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'renew' ? (
        <RenewEndpointSecret endpoint={open.endpoint} onClose={() => setOpen(null)} />
      ) : null}
    </ListPage>
  );
}
