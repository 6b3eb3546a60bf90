'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/api/client';
import type { LiveEvent } from '@/ui/live-event';
import { useLiveEvent } from '@/ui/live-updates';

/** Events come in bursts; the wall is read at most this often because of them. */
const PAUSE_MS = 2_000;
const EVERY_MS = 15_000;

const telling: ReadonlySet<LiveEvent['type']> = new Set([
  'call.changed',
  'promise.changed',
  'callback.changed',
  'callbacks.changed',
  'escalation.changed',
  'presence.changed',
]);

/** The wall, read anew soon after something happened, and every 15 seconds for what only time changes. */
export function useWall() {
  const api = useTRPC();
  const queries = useQueryClient();
  const query = useQuery({ ...api.reports.wall.queryOptions(), staleTime: 0, refetchInterval: EVERY_MS });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvent(({ type }) => {
    if (!telling.has(type) || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: api.reports.wall.queryKey() });
    }, PAUSE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return query;
}
