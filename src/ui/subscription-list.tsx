'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Subscription } from '@/domain/reports/account-content';
import { cadenceWords, leastUrgencyWords } from './account-words';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { RecordTable, type Column } from './record-table';
import { Time } from './time';
import { zonePlace } from './time-words';
import { usePages } from './use-pages';

export type SubscriptionListProps = {
  clientId: string | null;
  /** For readers of many clients. */
  isClientNamed: boolean;
  /** Whether this reader may change what others get; their own they always may. */
  canEditOthers: boolean;
  onEdit: (subscription: Subscription) => void;
  /** The way to the first one. */
  action: ReactNode;
};

/** Who gets the account of each day or week. */
export function SubscriptionList(props: SubscriptionListProps) {
  const { clientId, isClientNamed, canEditOthers, onEdit, action } = props;
  const api = useTRPC();
  const [leaving, setLeaving] = useState<Subscription | null>(null);
  const wanted = clientId === null ? {} : { clientId };
  const query = usePages(api.accounts.list.infiniteQueryKey(wanted), (page) =>
    api.accounts.list.queryOptions({ ...wanted, ...page }),
  );
  const columns: Column<Subscription>[] = [
    {
      title: 'Who',
      isWide: true,
      cell: ({ name, email, isOwn }) => (
        <>
          <span className="font-medium">{name}</span>
          {isOwn ? <span className="text-ink-soft"> (you)</span> : null}
          <span className={email === '' ? 'block font-medium text-high' : 'block text-[13px] text-ink-soft'}>
            {email === '' ? 'No e-mail address: nothing is sent until there is one.' : email}
          </span>
        </>
      ),
    },
    ...(isClientNamed
      ? [{ title: 'Client', cell: ({ clientName }: Subscription) => clientName ?? 'All clients' }]
      : []),
    {
      title: 'When',
      cell: (one) => (
        <>
          {cadenceWords(one)} {zonePlace(one.timeZone)}
          <span className="block text-[13px] text-ink-soft">
            Next: <Time at={one.nextAt} zone={one.timeZone} />
          </span>
        </>
      ),
    },
    {
      title: 'What',
      cell: ({ leastUrgency, isSentEmpty }) => (
        <>
          {leastUrgencyWords[leastUrgency]}
          <span className="block text-[13px] text-ink-soft">
            {isSentEmpty ? 'Also when there is nothing to tell' : 'Not when there is nothing to tell'}
          </span>
        </>
      ),
    },
    {
      title: 'Change',
      className: 'md:w-44',
      cell: (one) =>
        canEditOthers || one.isOwn ? (
          <span className="flex flex-wrap gap-2">
            <Button size="compact" onClick={() => onEdit(one)}>
              Change<span className="sr-only"> what {one.name} gets</span>
            </Button>
            <Button size="compact" variant="quiet" onClick={() => setLeaving(one)}>
              End<span className="sr-only"> the digest for {one.name}</span>
            </Button>
          </span>
        ) : null,
    },
  ];
  return (
    <>
      <PagedList
        query={query}
        many="digests"
        rowHeight={56}
        empty={
          <EmptyState title="Nobody gets a digest." action={action}>
            A digest is one e-mail a day or a week: calls by urgency, escalations, and promises kept, broken
            and open.
          </EmptyState>
        }
      >
        {(rows) => (
          <RecordTable caption="Who gets digests" columns={columns} rows={rows} keyOf={({ id }) => id} />
        )}
      </PagedList>
      {leaving ? <EndSubscription subscription={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  );
}

function EndSubscription({ subscription, onClose }: { subscription: Subscription; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    api.accounts.remove.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.accounts.list.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`No digest for ${subscription.name} any more?`}
      confirmWords="End it"
      stayWords="Keep it"
      isBusy={remove.isPending}
      problem={remove.isError ? errorWords(remove.error).words : null}
      onConfirm={() => remove.mutate({ subscriptionId: subscription.id })}
      onClose={onClose}
    >
      <p>{cadenceWords(subscription)}: the next one is not sent. Everything in it stays on the screens.</p>
    </ConfirmDialog>
  );
}
