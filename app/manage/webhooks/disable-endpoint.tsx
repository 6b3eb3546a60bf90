'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { ListedEndpoint } from '@/domain/notifications/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export function DisableEndpoint({ endpoint, onClose }: { endpoint: ListedEndpoint; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const disable = useMutation(
    api.webhookEndpoints.disable.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.webhookEndpoints.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title="Disable this endpoint?"
      confirmWords="Disable"
      stayWords="Keep it"
      isDangerous
      isBusy={disable.isPending}
      problem={disable.isError ? errorWords(disable.error).words : null}
      onConfirm={() => disable.mutate({ endpointId: endpoint.id })}
      onClose={onClose}
    >
      <p className="break-all">{endpoint.url}</p>
      <p>It is told nothing more, not even what waits to be sent. It cannot be brought back; add it anew.</p>
    </ConfirmDialog>
  );
}
