'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { ContactMethod } from '@/domain/contacts/model';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';
import { SecretOnce } from './secret-once';

/** Makes the secret that signs what is posted to a webhook, and shows it this one time. */
export function WebhookSecret({ method, onClose }: { method: ContactMethod; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const renew = useMutation(
    api.contacts.renewSecret.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.contacts.pathKey() }),
    }),
  );
  if (renew.data) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title="The webhook’s secret"
        footer={
          <Button variant="primary" onClick={onClose}>
            I have kept the secret
          </Button>
        }
      >
        <SecretOnce
          label="Enter it in the program that receives"
          secret={renew.data.secret}
          warning="It is shown this once. Messages are signed with it as Standard Webhooks says."
        />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={method.hasSecret ? 'Make a new secret?' : 'Make a secret?'}
      confirmWords="Make a secret"
      isBusy={renew.isPending}
      problem={renew.isError ? errorWords(renew.error).words : null}
      onConfirm={() => renew.mutate({ methodId: method.id })}
      onClose={onClose}
    >
      <p>
        {method.hasSecret
          ? 'From then on messages are signed with the new one: the program that receives must know it.'
          : 'Messages to this webhook are signed, so that the program that receives can tell that they are yours.'}
      </p>
    </ConfirmDialog>
  );
}
