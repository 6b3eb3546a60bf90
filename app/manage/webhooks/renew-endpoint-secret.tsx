'use client';

import { useMutation } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { ListedEndpoint } from '@/domain/notifications/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { EndpointSecret } from './endpoint-secret';

export function RenewEndpointSecret({
  endpoint,
  onClose,
}: {
  endpoint: ListedEndpoint;
  onClose: () => void;
}) {
  const api = useTRPC();
  const renew = useMutation(api.webhookEndpoints.renewSecret.mutationOptions());
  if (renew.data) return <EndpointSecret endpoint={renew.data} title="The secret is new" onClose={onClose} />;
  return (
    <ConfirmDialog
      title="Make a new secret?"
      confirmWords="Make a new secret"
      stayWords="Keep the old one"
      isDangerous
      isBusy={renew.isPending}
      problem={renew.isError ? errorWords(renew.error).words : null}
      onConfirm={() => renew.mutate({ endpointId: endpoint.id })}
      onClose={onClose}
    >
      <p className="break-all">{endpoint.url}</p>
      <p>
        From the next message on the old secret signs nothing any more. Give the program the new one at once.
      </p>
    </ConfirmDialog>
  );
}
