'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How much is still to be mended, kept true by live events. */
export function OpenActionCount() {
  const api = useTRPC();
  const { data } = useQuery(api.reviewActions.list.queryOptions({ limit: 100 }));
  return data ? (
    <NavCount count={data.items.length} hasMore={data.nextCursor !== null} words="to mend" />
  ) : null;
}
