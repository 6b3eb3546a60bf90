'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { useDesk } from './desk-context';

/** A client's name from what the desk holds; asks the server for a client that is new to this desk. */
export function ClientName({ clientId }: { clientId: string }) {
  const { clientNames } = useDesk();
  const api = useTRPC();
  const known = clientNames[clientId];
  const asked = useQuery({
    ...api.clients.get.queryOptions({ clientId }),
    enabled: known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <>{known ?? asked.data?.name ?? (asked.isError ? 'Client whose name could not be read' : '…')}</>;
}
