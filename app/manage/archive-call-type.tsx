'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { CallType } from '@/domain/playbooks/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

type Props = { callType: CallType; onClose: () => void; onDone: () => void };

export function ArchiveCallType({ callType, onClose, onDone }: Props) {
  const api = useTRPC();
  const queries = useQueryClient();
  const archive = useMutation(
    api.callTypes.archive.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.callTypes.pathKey() });
        onDone();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Archive “${callType.name}”?`}
      confirmWords="Archive call type"
      stayWords="Keep it"
      isDangerous
      isBusy={archive.isPending}
      problem={archive.isError ? errorWords(archive.error).words : null}
      onConfirm={() => archive.mutate({ callTypeId: callType.id })}
      onClose={onClose}
    >
      <p>Operators can choose it no more. Calls that have it keep it, with what was answered.</p>
    </ConfirmDialog>
  );
}
