'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/api/client';
import { Dialog } from '@/ui/dialog';
import { ClientForm } from './client-form';

/** Asks for the little that a new client needs, then opens it to add numbers and contacts. */
export function NewClient({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const create = useMutation(
    api.clients.create.mutationOptions({
      onSuccess: (client) => {
        void queries.invalidateQueries({ queryKey: api.clients.list.pathKey() });
        router.push(`/manage/clients/${client.id}`);
      },
    }),
  );
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Dialog isOpen isWide onOpenChange={onClose} title="New client">
      <ClientForm
        initial={{ name: '', timeZone: zone, greeting: '', accountInfo: '', approvalRule: 'author' }}
        submitWords="Create client"
        isBusy={create.isPending}
        error={create.error}
        onSubmit={(values) => create.mutate(values)}
      />
    </Dialog>
  );
}
