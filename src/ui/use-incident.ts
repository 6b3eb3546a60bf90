'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/api/client';
import type { LiveEvent } from './live-event';
import { useLiveEvent } from './live-updates';

/** Events come in bursts; the board is read at most this often because of them. */
const PAUSE_MS = 2_000;
/** For what only time changes, such as a promise that becomes overdue. */
const EVERY_MS = 30_000;

/** Of these the event does not say whose incident it is: they are taken for this one's. */
const telling: ReadonlySet<LiveEvent['type']> = new Set([
  'statements.told',
  'promise.changed',
  'callbacks.changed',
  'escalation.changed',
]);

/** Whether something happened that this incident's board shows. */
function concerns(event: LiveEvent, briefingId: string): boolean {
  if (telling.has(event.type)) return true;
  if (event.type === 'call.changed') return (event.call.briefingId ?? briefingId) === briefingId;
  if (event.type === 'callback.changed') return event.callback.briefingId === briefingId;
  if (event.type === 'briefing.published') return event.briefing.briefingId === briefingId;
  if (event.type === 'briefing.resolved' || event.type === 'briefing.withdrawn') {
    return event.briefingId === briefingId;
  }
  const isCounted = event.type === 'questions.changed' || event.type === 'recall.changed';
  return isCounted && event.briefingId === briefingId;
}

/** The board of an incident, read anew soon after something happened to it. Its list of calls follows. */
export function useIncident(briefingId: string) {
  const api = useTRPC();
  const queries = useQueryClient();
  const query = useQuery({
    ...api.incidents.board.queryOptions({ briefingId }),
    staleTime: 0,
    refetchInterval: EVERY_MS,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLiveEvent((event) => {
    if (timer.current !== undefined || !concerns(event, briefingId)) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: api.incidents.board.queryKey({ briefingId }) });
      void queries.invalidateQueries({ queryKey: api.incidents.calls.pathKey() });
    }, PAUSE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return query;
}
