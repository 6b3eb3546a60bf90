'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How many scores and notes of one's own are not read yet. */
export function OwnCoachingCount() {
  const api = useTRPC();
  const { data } = useQuery(api.scores.unseen.queryOptions());
  return data ? <NavCount count={data.scores + data.notes} words="not read" /> : null;
}
