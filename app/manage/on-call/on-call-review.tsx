'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { ScheduleStatus } from '@/domain/oncall/model';
import { Button, buttonClasses } from '@/ui/button';
import { Choice } from '@/ui/field';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { nextLookMs } from '@/ui/on-call-refresh';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';
import { OnCallTable } from './on-call-table';

/** The list of all clients holds so many schedules at most; that of one client holds all of them. */
const MOST_LISTED = 200;

function NewSchedule({ clientId }: { clientId: string | null }) {
  const href = clientId === null ? '/manage/on-call/new' : `/manage/on-call/new?client=${clientId}`;
  return (
    <Link href={href} className={buttonClasses('primary')}>
      <Plus aria-hidden className="size-4" />
      New schedule
    </Link>
  );
}

/** Who is responsible now and next, client by client, and where nobody will be. */
export function OnCallReview() {
  const api = useTRPC();
  const filters = useFilters('client', 'gaps');
  const clientId = filters.get('client');
  const isGapsOnly = filters.get('gaps') !== null;
  const refetchInterval = ({ state }: { state: { data: readonly ScheduleStatus[] | undefined } }) =>
    nextLookMs(state.data);
  const all = useQuery(
    api.onCall.list.queryOptions(undefined, { enabled: clientId === null, refetchInterval }),
  );
  const one = useQuery(
    api.onCall.get.queryOptions(
      { clientId: clientId ?? '' },
      { enabled: clientId !== null, refetchInterval },
    ),
  );
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== null }),
  );
  const clientName = client.data?.name ?? '…';
  const query = clientId === null ? all : one;
  const statuses = (
    clientId === null ? all.data : one.data?.map((status) => ({ ...status, clientName }))
  )?.filter(({ gaps }) => !isGapsOnly || gaps.length > 0);
  return (
    <ListPage
      title="On-call"
      about="Who is responsible for each client now and next. Times at which nobody is are looked for 31 days ahead."
      actions={<NewSchedule clientId={clientId} />}
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <>
          <ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />
          <div className="flex h-9 items-center">
            <Choice
              type="checkbox"
              label="Only with gaps"
              checked={isGapsOnly}
              onChange={(event) => filters.set('gaps', event.target.checked ? '1' : null)}
            />
          </div>
        </>
      }
    >
      {query.isPending ? <LoadingRows height={64} label="The schedules are being loaded." /> : null}
      {query.isError && !query.data ? (
        <LoadError
          words={`The schedules cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {statuses && statuses.length > 0 ? <OnCallTable statuses={statuses} /> : null}
      {statuses?.length === 0 ? (
        <Nothing
          isClient={clientId !== null}
          isGapsOnly={isGapsOnly && query.data?.length !== 0}
          onAll={() => filters.set('gaps', null)}
        />
      ) : null}
      {clientId === null && query.data?.length === MOST_LISTED ? (
        <p className="text-ink-soft">
          These are the first {MOST_LISTED} schedules. Choose a client to see those of the others.
        </p>
      ) : null}
    </ListPage>
  );
}

function Nothing({
  isClient,
  isGapsOnly,
  onAll,
}: {
  isClient: boolean;
  isGapsOnly: boolean;
  onAll: () => void;
}) {
  if (isGapsOnly) {
    return (
      <EmptyState
        title="No gap in the next 31 days."
        action={<Button onClick={onAll}>Show all schedules</Button>}
      >
        Somebody is on call at any time, in every schedule {isClient ? 'of this client' : 'of your clients'}.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={isClient ? 'This client has no on-call schedule.' : 'No client has an on-call schedule.'}
    >
      A client does well without one: its escalation policy can name people directly. A schedule is for people
      who take turns, so that the policy asks who is responsible at that moment.
    </EmptyState>
  );
}
