'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export type ResolveDialogProps = { briefing: Briefing; onClose: () => void; onResolved: () => void };

/** The incident is over: asks once, because operators stop seeing the briefing. */
export function ResolveDialog({ briefing, onClose, onResolved }: ResolveDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const resolve = useMutation(api.briefings.resolve.mutationOptions());
  const press = () =>
    resolve.mutate(
      { briefingId: briefing.id },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
          onResolved();
        },
      },
    );
  return (
    <ConfirmDialog
      title="Resolve this briefing?"
      confirmWords="Resolve"
      stayWords="Keep it in force"
      isBusy={resolve.isPending}
      problem={resolve.isError ? errorWords(resolve.error).words : null}
      onConfirm={press}
      onClose={onClose}
    >
      <p className="font-medium">{briefing.headline}</p>
      <p>
        Operators stop seeing it within a second and answer with your standing account info again. All
        versions stay on record. A resolved briefing cannot be taken up again; you would write a new one.
      </p>
      {briefing.hasUnpublishedChanges ? (
        <p className="font-medium text-high">Your last changes were never published, and now will not be.</p>
      ) : null}
    </ConfirmDialog>
  );
}
