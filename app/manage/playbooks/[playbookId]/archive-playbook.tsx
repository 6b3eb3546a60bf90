'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Playbook } from '@/domain/playbooks/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export function ArchivePlaybook({ playbook, onClose }: { playbook: Playbook; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const archive = useMutation(
    api.playbooks.archive.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Archive “${playbook.content.name}”?`}
      confirmWords="Archive playbook"
      stayWords="Keep it"
      isDangerous
      isBusy={archive.isPending}
      problem={archive.isError ? errorWords(archive.error).words : null}
      onConfirm={() => archive.mutate({ playbookId: playbook.id })}
      onClose={onClose}
    >
      <p>
        It is offered no more. Briefings, call types and clients that name it go by the next place that names
        one; calls that began with it keep it. It cannot be brought back, but can be copied.
      </p>
    </ConfirmDialog>
  );
}
