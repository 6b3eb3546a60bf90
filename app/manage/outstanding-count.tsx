'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How much waits on that page, kept true by live events: briefings to approve, and many calls about the same. */
export function OutstandingCount() {
  const api = useTRPC();
  const briefings = useQuery(api.briefings.list.queryOptions({ review: 'outstanding', limit: 100 })).data;
  const surges = useQuery(api.surges.list.queryOptions({})).data ?? [];
  if (!briefings) return null;
  return (
    <NavCount
      count={briefings.items.length + surges.length}
      hasMore={briefings.nextCursor !== null}
      words="waiting"
    />
  );
}
