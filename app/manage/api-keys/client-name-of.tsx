'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';

/** A client's name where a row carries only its id. */
export function ClientNameOf({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const client = useQuery(api.clients.get.queryOptions({ clientId }));
  return <>{client.data?.name ?? '…'}</>;
}
