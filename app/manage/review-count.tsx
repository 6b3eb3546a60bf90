'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How many messages wait for a second pair of eyes, kept true by live events. */
export function ReviewCount() {
  const api = useTRPC();
  const { data } = useQuery(api.messages.list.queryOptions({ state: 'in_review', limit: 100 }));
  return data ? (
    <NavCount count={data.items.length} hasMore={data.nextCursor !== null} words="to review" />
  ) : null;
}
