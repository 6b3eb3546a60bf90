'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { ConfirmDialog } from './confirm-dialog';

export type OnCallRemoveProps = { schedule: Schedule; onRemoved: () => void; onClose: () => void };

/** Asks before a schedule goes; while a policy names it, the server says no, and why. */
export function OnCallRemove({ schedule, onRemoved, onClose }: OnCallRemoveProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    api.schedules.remove.mutationOptions({
      onSuccess: () => {
        onRemoved();
        void queries.invalidateQueries({ queryKey: api.schedules.list.pathKey() });
        void queries.invalidateQueries({ queryKey: api.onCall.pathKey() });
      },
    }),
  );
  const refused = remove.isError ? errorWords(remove.error) : null;
  // Each step of the policy that still names it.
  const reasons = refused?.problems.map(({ words }) => words) ?? [];
  return (
    <ConfirmDialog
      title={`Remove ${schedule.name}?`}
      confirmWords="Remove schedule"
      stayWords="Keep it"
      isDangerous
      isBusy={remove.isPending}
      problem={refused && [refused.words, ...reasons].join(' ')}
      onConfirm={() => remove.mutate({ scheduleId: schedule.id })}
      onClose={onClose}
    >
      <p>Nobody is on call by it any more, and its swaps and coverages go with it.</p>
    </ConfirmDialog>
  );
}
