'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Holiday, Schedule } from '@/domain/oncall/model';
import { Button, buttonClasses } from './button';
import { LoadError, LoadingRows } from './list-states';
import { syncedNow } from './now';
import type { OnCallChoice } from './on-call-choices';
import { blankRotation, scheduleDraft, scheduleOf } from './on-call-draft';
import { OnCallScheduleForm } from './on-call-schedule-form';
import { mondayOf } from './on-call-weeks';
import { dateOf } from './on-call-words';
import { useClientContacts } from './use-client-contacts';

type Loaded = { clientId: string; choices: readonly OnCallChoice[]; holidays: readonly Holiday[] };
type Way = { hrefOf: (scheduleId: string) => string };

const thisMonday = (zone: string) => mondayOf(dateOf(syncedNow(), zone));

/** What a form needs besides: whom it can name, and the holidays for its preview. */
function useLoaded(clientId: string): { loaded: Loaded | null; problem: string | null; retry: () => void } {
  const api = useTRPC();
  const { contacts, problem, retry } = useClientContacts(clientId);
  const holidays = useQuery(api.holidays.list.queryOptions({ clientId }));
  if (contacts && holidays.data) {
    return { loaded: { clientId, choices: contacts, holidays: holidays.data }, problem: null, retry };
  }
  if (holidays.isError) {
    return { loaded: null, problem: errorWords(holidays.error).words, retry: () => void holidays.refetch() };
  }
  return { loaded: null, problem, retry };
}

function useSaved({ hrefOf }: Way) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  return (saved: Schedule) => {
    queries.setQueryData(api.schedules.get.queryKey({ scheduleId: saved.id }), saved);
    void queries.invalidateQueries({ queryKey: api.schedules.list.pathKey() });
    void queries.invalidateQueries({ queryKey: api.schedules.calendar.pathKey() });
    void queries.invalidateQueries({ queryKey: api.onCall.pathKey() });
    router.push(hrefOf(saved.id));
  };
}

function NewForm({
  loaded,
  timeZone,
  backHref,
  ...way
}: Way & { loaded: Loaded; timeZone: string; backHref: string }) {
  const api = useTRPC();
  const create = useMutation(api.schedules.create.mutationOptions({ onSuccess: useSaved(way) }));
  const [monday] = useState(() => thisMonday(timeZone));
  const { clientId, choices, holidays } = loaded;
  const initial = {
    name: '',
    timeZone,
    isHandoverTold: true,
    rotations: [blankRotation(monday, 'Rotation 1')],
  };
  return (
    <OnCallScheduleForm
      initial={initial}
      choices={choices}
      holidays={holidays}
      monday={monday}
      submitWords="Make schedule"
      isBusy={create.isPending}
      error={create.error}
      onSubmit={(draft) => create.mutate({ clientId, ...scheduleOf(draft) })}
    >
      <Link href={backHref} className={buttonClasses('secondary')}>
        Leave without saving
      </Link>
    </OnCallScheduleForm>
  );
}

function EditForm({
  loaded,
  schedule,
  onReload,
  ...way
}: Way & { loaded: Loaded; schedule: Schedule; onReload: () => void }) {
  const api = useTRPC();
  // What is typed here is based on this one, whatever a colleague saves meanwhile.
  const [base] = useState(schedule);
  const [monday] = useState(() => thisMonday(schedule.timeZone));
  const update = useMutation(api.schedules.update.mutationOptions({ onSuccess: useSaved(way) }));
  const isStale = update.isError && errorWords(update.error).code === 'STALE';
  return (
    <OnCallScheduleForm
      initial={scheduleDraft(base)}
      choices={loaded.choices}
      holidays={loaded.holidays}
      monday={monday}
      submitWords="Save schedule"
      isBusy={update.isPending}
      error={update.error}
      onSubmit={(draft) =>
        update.mutate({ scheduleId: base.id, version: base.version, ...scheduleOf(draft) })
      }
    >
      {isStale ? <Button onClick={onReload}>Load the newer one, without what I changed</Button> : null}
      <Link href={way.hrefOf(base.id)} className={buttonClasses('secondary')}>
        Leave without saving
      </Link>
    </OnCallScheduleForm>
  );
}

const loading = <LoadingRows rows={8} height={56} label="The schedule is being loaded." />;
const failed = (words: string, retry: () => void) => (
  <LoadError words={`The schedule cannot be edited right now. ${words}`} onRetry={retry} />
);

/** A new schedule for a client. */
export function NewOnCallSchedule({ clientId, ...way }: Way & { clientId: string; backHref: string }) {
  const api = useTRPC();
  const client = useQuery(api.clients.get.queryOptions({ clientId }));
  const { loaded, problem, retry } = useLoaded(clientId);
  if (client.isError && !client.data)
    return failed(errorWords(client.error).words, () => void client.refetch());
  if (!loaded && problem !== null) return failed(problem, retry);
  if (!loaded || !client.data) return loading;
  return <NewForm loaded={loaded} timeZone={client.data.timeZone} {...way} />;
}

/** The form of a schedule that is there. */
export function EditOnCallSchedule({ scheduleId, ...way }: Way & { scheduleId: string }) {
  const api = useTRPC();
  const schedule = useQuery(api.schedules.get.queryOptions({ scheduleId }));
  if (schedule.data)
    return <EditLoaded schedule={schedule.data} refetch={() => schedule.refetch()} {...way} />;
  return schedule.isError ? failed(errorWords(schedule.error).words, () => void schedule.refetch()) : loading;
}

function EditLoaded({
  schedule,
  refetch,
  ...way
}: Way & { schedule: Schedule; refetch: () => Promise<{ isSuccess: boolean }> }) {
  const { loaded, problem, retry } = useLoaded(schedule.clientId);
  const [attempt, setAttempt] = useState(0);
  if (loaded) {
    const reload = async () => {
      const { isSuccess } = await refetch();
      if (isSuccess) setAttempt((before) => before + 1);
    };
    return (
      <EditForm key={attempt} loaded={loaded} schedule={schedule} onReload={() => void reload()} {...way} />
    );
  }
  return problem === null ? loading : failed(problem, retry);
}
