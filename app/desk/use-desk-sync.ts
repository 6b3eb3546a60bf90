'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { useTRPC } from '@/api/client';
import type { LiveEvent } from '@/ui/live-event';
import { useLostAt } from '@/ui/connection-state';
import { useLive } from '@/ui/live';
import { syncClock } from '@/ui/now';
import { deskReducer } from './desk-reducer';
import { deskFrom, type DeskSnapshot } from './desk-state';
import { useCallbackList } from './use-callback-list';

const RETRY_MS = 5_000;

/** The desk's state: a snapshot, kept true by live events, and read again after every interruption. */
export function useDeskSync(me: string, snapshot: DeskSnapshot) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [state, dispatch] = useReducer(deskReducer, snapshot, (first) => deskFrom(me, first));
  const callbackList = useCallbackList(state, dispatch);
  const lostAt = useLostAt();
  /** The line is back, but what was missed has not been read yet. */
  const [unreadSince, setUnreadSince] = useState<Date | null>(null);
  /** Events that arrive while a snapshot is being read; null when none is. */
  const meanwhile = useRef<LiveEvent[] | null>(null);
  const hasBeenLive = useRef(false);
  const lastLostAt = useRef<Date | null>(null);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readAgain = async () => {
    if (meanwhile.current) return;
    clearTimeout(retry.current);
    meanwhile.current = [];
    try {
      const fresh = await queries.fetchQuery({ ...api.desk.snapshot.queryOptions(), staleTime: 0 });
      syncClock(fresh.now);
      dispatch({ type: 'snapshot', snapshot: fresh, since: meanwhile.current });
      setUnreadSince(null);
      void queries.invalidateQueries({ queryKey: api.calls.get.pathKey() });
    } catch {
      setUnreadSince((before) => before ?? new Date());
      retry.current = setTimeout(() => void readAgain(), RETRY_MS);
    } finally {
      meanwhile.current = null;
    }
  };

  const connection = useLive({
    since: snapshot.horizon,
    isDesk: true,
    onEvent: (event) => {
      meanwhile.current?.push(event);
      if (event.type === 'escalation.changed') {
        const queryKey = api.escalations.get.queryKey({ escalationId: event.escalation.id });
        void queries.invalidateQueries({ queryKey });
      }
      dispatch({ type: 'live', event });
      callbackList.hear(event);
    },
    onGap: () => void readAgain(),
  });

  const cameLive = useEffectEvent(() => {
    if (hasBeenLive.current) {
      // What stands on the desk may have been taken back meanwhile: it counts as old until it has been read again.
      const since = lastLostAt.current ?? new Date();
      setUnreadSince((before) => before ?? since);
      void readAgain();
    }
    hasBeenLive.current = true;
  });
  useEffect(() => {
    if (connection === 'live') cameLive();
  }, [connection]);
  useEffect(() => {
    if (lostAt !== null) lastLostAt.current = lostAt;
  }, [lostAt]);
  useEffect(() => () => clearTimeout(retry.current), []);

  useEffect(() => {
    syncClock(snapshot.now);
  }, [snapshot.now]);

  return { state, dispatch, connection, staleSince: lostAt ?? unreadSince };
}
