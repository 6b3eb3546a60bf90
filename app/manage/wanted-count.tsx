'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

const MOST_SHOWN = 99;

/** How many escalations ended or are stuck and nobody has looked at, kept true by live events. */
export function WantedCount() {
  const api = useTRPC();
  const { data } = useQuery(api.reviews.count.queryOptions({ reviewState: 'wanted' }));
  return data ? (
    <NavCount
      count={Math.min(data.count, MOST_SHOWN)}
      hasMore={data.count > MOST_SHOWN}
      words="escalations to review"
    />
  ) : null;
}
