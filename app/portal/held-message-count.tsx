'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How many messages are held for this client, kept true by live events. */
export function HeldMessageCount() {
  const api = useTRPC();
  const { data } = useQuery(api.messages.list.queryOptions({ state: 'held', limit: 100 }));
  return data ? (
    <NavCount count={data.items.length} hasMore={data.nextCursor !== null} words="to read" />
  ) : null;
}
