'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export function RemoveContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    api.contacts.remove.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.contacts.list.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Remove ${contact.name}?`}
      confirmWords="Remove contact"
      stayWords="Keep"
      isDangerous
      isBusy={remove.isPending}
      problem={remove.isError ? errorWords(remove.error).words : null}
      onConfirm={() => remove.mutate({ contactId: contact.id })}
      onClose={onClose}
    >
      <p>
        {contact.name} is not told any more, also by escalations that are running. A step of the policy that
        names nobody else goes straight on to the next one: look at the policy afterwards.
      </p>
    </ConfirmDialog>
  );
}
