'use client';

import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useTRPC } from '@/api/client';
import type { Briefing, Reach } from '@/domain/briefings/model';

/** People sit down and get up without any event about it. */
const EVERY_MS = 60_000;

/** How many operators on shift have confirmed the newest version; undefined until that is known. */
export function useReach({ id }: Pick<Briefing, 'id'>): Reach | undefined {
  const api = useTRPC();
  return useQuery(api.briefings.reach.queryOptions({ briefingId: id }, { refetchInterval: EVERY_MS })).data;
}

/** "7 of 9 operators on shift have it", as it changes. */
export function ReachWords({ briefing }: { briefing: Briefing }) {
  const reach = useReach(briefing);
  if (briefing.state !== 'published' || reach === undefined) return null;
  const { onShift, confirmed } = reach;
  return (
    <p role="status" className="flex items-start gap-1.5 text-ink-soft">
      <UsersRound aria-hidden className="mt-0.5 size-4 shrink-0" />
      {onShift === 0
        ? 'No operator is at a desk right now. Whoever sits down sees it first.'
        : `${confirmed} of ${onShift} ${onShift === 1 ? 'operator' : 'operators'} on shift ${confirmed === 1 ? 'has' : 'have'} it`}
    </p>
  );
}
