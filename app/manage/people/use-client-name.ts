'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';

/** The name of a client that was just picked; `known` where it is known already. */
export function useClientName(clientId: string, known: string | null): string {
  const api = useTRPC();
  const query = useQuery(api.clients.get.queryOptions({ clientId }, { enabled: known === null }));
  return known ?? query.data?.name ?? '…';
}
