'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';

/** Who gets an e-mail when a message of this client is released by the staff. */
export function RecipientWords({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const client = useQuery(api.clients.get.queryOptions({ clientId }));
  const contacts = useQuery(api.contacts.list.queryOptions({ clientId, limit: 100 }));
  if (!client.data || !contacts.data) return null;
  const { contactIds } = client.data.messageRule;
  const names = contacts.data.items
    .filter(
      ({ id, methods }) => contactIds.includes(id) && methods.some(({ channel }) => channel === 'email'),
    )
    .map(({ name }) => name);
  return names.length === 0
    ? 'Nobody gets an e-mail: release it when the client has heard it from you.'
    : `It is sent by e-mail to ${names.join(', ')}.`;
}
