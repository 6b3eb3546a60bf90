'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTRPC } from '@/api/client';
import type { LiveEvent } from './live-event';
import { useLiveEvent } from './live-updates';

/** Events come in bursts; the home is read at most this often because of them. */
const PAUSE_MS = 2_000;
/** For what only time changes: what becomes late does so without an event. */
const EVERY_MS = 30_000;

/** What changes all the time and needs nobody. */
const idle: ReadonlySet<LiveEvent['type']> = new Set([
  'note.added',
  'statements.told',
  'presence.changed',
  'call.desks',
  'pack.changed',
]);

/**
 * What needs the signed-in person, read anew soon after something happened.
 * @param happened changes when something did, on screens with a live connection of their own
 */
export function useHome(happened?: unknown) {
  const api = useTRPC();
  const queries = useQueryClient();
  const query = useQuery({ ...api.home.get.queryOptions(), staleTime: 0, refetchInterval: EVERY_MS });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readSoon = () => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: api.home.get.queryKey() });
    }, PAUSE_MS);
  };
  useLiveEvent(({ type }) => {
    if (!idle.has(type)) readSoon();
  });
  const noticed = useEffectEvent(readSoon);
  useEffect(() => {
    if (happened !== undefined) noticed();
  }, [happened]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return query;
}
