'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import type { Did } from '@/domain/numbers/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Phone } from '@/ui/phone';

export function RemoveDid({ client, did, onClose }: { client: Client; did: Did; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    api.dids.remove.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.dids.list.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title="Remove this number?"
      confirmWords="Remove number"
      stayWords="Keep it"
      isDangerous
      isBusy={remove.isPending}
      problem={remove.isError ? errorWords(remove.error).words : null}
      onConfirm={() => remove.mutate({ didId: did.id })}
      onClose={onClose}
    >
      <p className="font-medium">
        <Phone number={did.number} /> {did.label}
      </p>
      <p>
        From the next call on, whoever dials it is answered as “Unrecognised number”, without the greeting and
        the briefing of {client.name}. Past calls keep their record.
      </p>
    </ConfirmDialog>
  );
}
