'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { syncedNow, useNow } from './now';
import { overrideWords } from './on-call-change-words';
import { peopleWords, spanWords } from './on-call-words';
import { usePages } from './use-pages';

type Change = {
  kind: 'override' | 'coverage';
  id: string;
  words: string;
  startsAt: Date;
  endsAt: Date;
  note: string;
  byName: string;
};

function CancelChange({ change, onClose }: { change: Change; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => {
    for (const plan of [api.overrides, api.coverages, api.schedules, api.onCall]) {
      void queries.invalidateQueries({ queryKey: plan.pathKey() });
    }
    onClose();
  };
  const override = useMutation(api.overrides.cancel.mutationOptions({ onSuccess }));
  const coverage = useMutation(api.coverages.cancel.mutationOptions({ onSuccess }));
  const { isPending, isError, error } = change.kind === 'override' ? override : coverage;
  const isRunning = change.startsAt <= syncedNow();
  return (
    <ConfirmDialog
      title={`Cancel this ${change.kind}?`}
      confirmWords="Cancel it"
      stayWords="Keep it"
      isDangerous
      isBusy={isPending}
      problem={isError ? errorWords(error).words : null}
      onConfirm={() =>
        change.kind === 'override'
          ? override.mutate({ overrideId: change.id })
          : coverage.mutate({ coverageId: change.id })
      }
      onClose={onClose}
    >
      <p className="font-medium">{change.words}</p>
      <p>
        {isRunning
          ? 'It ends now, and the schedule counts again from this moment. What it said until now stays on record.'
          : 'It never comes into force. The schedule counts instead.'}
      </p>
    </ConfirmDialog>
  );
}

function Row({
  change,
  zone,
  now,
  action,
}: {
  change: Change;
  zone: string;
  now: Date | null;
  action: ReactNode;
}) {
  const isRunning = now !== null && change.startsAt <= now;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <span className="font-medium">{change.words}</span>
          {isRunning ? <span className="font-medium text-accent"> (in force now)</span> : null}
        </p>
        <p>{spanWords(change, zone)}</p>
        <p className="text-ink-soft">
          {change.note ? `${change.note}. ` : ''}Made by {change.byName}.
        </p>
      </div>
      {action}
    </li>
  );
}

export type OnCallChangesProps = {
  schedule: Schedule;
  canEdit: boolean;
  nameOf: (contactId: string) => string;
};

/** What departs from the schedule now and later on. */
export function OnCallChanges({ schedule, canEdit, nameOf }: OnCallChangesProps) {
  const api = useTRPC();
  const now = useNow(60_000);
  const [since] = useState(() => syncedNow().toISOString());
  const [open, setOpen] = useState<Change | null>(null);
  const input = { scheduleId: schedule.id, endsAfter: since, limit: 100 };
  const overrides = usePages(api.overrides.list.infiniteQueryKey(input), (page) =>
    api.overrides.list.queryOptions({ ...input, ...page }),
  );
  const coverages = useQuery(api.coverages.list.queryOptions({ scheduleId: schedule.id }));
  const failed = [overrides, coverages].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <LoadError
        words={`Swaps and coverages cannot be shown. ${errorWords(failed.error).words}`}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (!overrides.data || !coverages.data)
    return <LoadingRows rows={2} height={64} label="Swaps are being loaded." />;
  const changes: Change[] = [
    ...overrides.data.pages
      .flatMap((page) => page.items)
      .map((one): Change => ({
        ...one,
        kind: 'override',
        words: overrideWords(one, nameOf),
        byName: one.createdByName,
      })),
    ...coverages.data.map((one): Change => ({
      ...one,
      kind: 'coverage',
      words: `Coverage: ${peopleWords([...new Set(one.shifts.map(({ contactId }) => nameOf(contactId)))])}`,
      byName: one.createdByName,
    })),
  ]
    .filter(({ endsAt }) => now === null || endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return (
    <div className="flex flex-col gap-2">
      {changes.length === 0 ? (
        <EmptyState title="Everything goes by the schedule.">
          {canEdit
            ? 'When somebody is away, swap a shift or let somebody cover it: press a shift in the calendar, or “Swap or cover”.'
            : 'Swaps and temporary coverages that are planned would stand here.'}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {changes.map((change) => (
            <Row
              key={change.id}
              change={change}
              zone={schedule.timeZone}
              now={now}
              action={
                canEdit ? (
                  <Button
                    variant="quiet"
                    aria-label={`Cancel ${change.words}`}
                    onClick={() => setOpen(change)}
                  >
                    Cancel
                  </Button>
                ) : null
              }
            />
          ))}
        </ul>
      )}
      {overrides.hasNextPage ? (
        <Button isBusy={overrides.isFetchingNextPage} onClick={() => void overrides.fetchNextPage()}>
          Show more swaps
        </Button>
      ) : null}
      {open ? <CancelChange change={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
