'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from './nav-count';

/** How much is late or about to be. Read when the home is, and every minute besides. */
export function HomeCount() {
  const api = useTRPC();
  const { data } = useQuery({ ...api.home.get.queryOptions(), refetchInterval: 60_000 });
  const pressing = data?.lines.filter(({ tier }) => tier === 'late' || tier === 'soon') ?? [];
  return <NavCount count={pressing.length} hasMore={data?.isCut ?? false} words="late, or soon" />;
}
