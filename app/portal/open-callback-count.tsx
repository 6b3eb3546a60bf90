'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How many callers wait for a call of the company's own people, kept true by live events. */
export function OpenCallbackCount() {
  const api = useTRPC();
  const { data } = useQuery(api.callbacks.list.queryOptions({ side: 'client', state: 'open', limit: 100 }));
  return data ? (
    <NavCount count={data.items.length} hasMore={data.nextCursor !== null} words="to call back" />
  ) : null;
}
