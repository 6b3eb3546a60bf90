'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { useTRPC } from '@/api/client';
import type { LiveEvent } from '@/ui/live-event';
import { setKeptSince, useLostAt } from '@/ui/connection-state';
import { useLive } from '@/ui/live';
import { syncClock } from '@/ui/now';
import { readKeptDesk } from './desk-cache';
import { deskReducer } from './desk-reducer';
import { deskFrom, type DeskSnapshot } from './desk-state';
import { isKeptPage } from './desk-worker';
import { useCallbackList } from './use-callback-list';
import { useDeskCache } from './use-desk-cache';

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
  const hasRead = useRef(false);
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
      hasRead.current = true;
      lastLostAt.current = null;
      setUnreadSince(null);
      void queries.invalidateQueries({ queryKey: api.calls.get.pathKey() });
      void queries.invalidateQueries({ queryKey: api.escalations.pathKey() });
      void queries.invalidateQueries({ queryKey: api.reportRequests.pathKey() });
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
        const isOwn = event.escalation.startedById === me;
        if (isOwn) void queries.invalidateQueries({ queryKey: api.reportRequests.news.queryKey() });
      }
      if (event.type === 'callerUpdate.changed') {
        void queries.invalidateQueries({ queryKey: api.callerUpdates.list.pathKey() });
      }
      if (event.type === 'coaching.changed' && event.operatorIds?.includes(me)) {
        void queries.invalidateQueries({ queryKey: api.home.pathKey() });
      }
      // Somebody else may be responsible from now on.
      if (event.type === 'schedule.changed') {
        void queries.invalidateQueries({ queryKey: api.escalations.preview.pathKey() });
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

  /** What was kept in this browser, where the page itself came from there. */
  const isRestored = useRef(false);
  const restore = useEffectEvent(async (isKept: boolean) => {
    const kept = isKept ? await readKeptDesk(me) : undefined;
    // Whatever the server has told meanwhile is newer.
    if (!hasRead.current && kept !== undefined && kept.asOf > snapshot.now) {
      dispatch({ type: 'kept', kept });
      setKeptSince(kept.asOf);
    }
    isRestored.current = true;
  });
  useEffect(() => {
    const isKept = isKeptPage();
    if (isKept) {
      // As after an interruption: once the line stands, everything is read again.
      hasBeenLive.current = true;
      lastLostAt.current = snapshot.now;
      setKeptSince(snapshot.now);
    } else {
      syncClock(snapshot.now);
    }
    void restore(isKept);
  }, [snapshot.now]);

  const staleSince = unreadSince ?? lostAt;
  useDeskCache(state, staleSince, isRestored);
  return { state, dispatch, connection, staleSince };
}
