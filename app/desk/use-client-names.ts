'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { useSettled } from '../manage/use-settled';
import { useDesk } from './desk-context';
import type { DeskState } from './desk-state';

export type ClientName = { id: string; name: string };

/** The clients that a briefing, a call or a callback on this desk speaks of. */
function knownClients(state: DeskState): ClientName[] {
  const all = [
    ...Object.values(state.versions),
    ...Object.values(state.calls),
    ...Object.values(state.callbacks),
  ];
  return all.flatMap(({ clientId, clientName }) =>
    clientId !== null && clientName !== null ? [{ id: clientId, name: clientName }] : [],
  );
}

/** Clients by name: those that this desk knows anyway, and with a connection all of them. */
export function useClientNames(query: string): ClientName[] {
  const { state, connection } = useDesk();
  const api = useTRPC();
  const settled = useSettled(query.trim(), 150);
  const all = useQuery({ ...api.clients.list.queryOptions({ limit: 100 }), staleTime: 300_000 });
  // A service with more clients than one page: the others by their name.
  const named = useQuery({
    ...api.clients.list.queryOptions({ q: settled, limit: 20 }),
    enabled: settled.length >= 2 && connection !== 'offline' && all.data?.nextCursor != null,
    placeholderData: keepPreviousData,
  });
  const asked = [...(all.data?.items ?? []), ...(named.data?.items ?? [])];
  const names = new Map([...knownClients(state), ...asked].map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
