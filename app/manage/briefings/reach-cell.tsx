'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';

/** People sit down and get up without any event about it. */
const EVERY_MS = 60_000;

/** "7 of 9": how many of the operators at a desk right now have confirmed the newest version; follows live events. */
export function ReachCell({ briefingId }: { briefingId: string }) {
  const api = useTRPC();
  const { data } = useQuery(api.briefings.reach.queryOptions({ briefingId }, { refetchInterval: EVERY_MS }));
  if (!data) return null;
  if (data.onShift === 0) return <span className="text-ink-soft">nobody is on shift</span>;
  return (
    <span>
      {data.confirmed} of {data.onShift}
    </span>
  );
}
