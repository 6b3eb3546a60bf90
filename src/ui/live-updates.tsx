'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTRPC } from '@/api/client';
import { useLive } from './live';
import type { LiveEvent } from './live-event';
import { applyLiveEvent } from './live-lists';

type Listener = (event: LiveEvent) => void;
const LiveContext = createContext<Set<Listener> | null>(null);

/**
 * One live connection for all screens of a layout. It keeps loaded lists and details up to date. It begins without a
 * horizon, so what was read before the line stood is read once more.
 */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const api = useTRPC();
  const [listeners] = useState(() => new Set<Listener>());
  const readAgain = () => void queries.invalidateQueries();
  const state = useLive({
    since: '',
    onEvent: (event) => {
      applyLiveEvent(queries, api, event);
      for (const listener of listeners) listener(event);
    },
    onGap: readAgain,
  });
  const connected = useEffectEvent(readAgain);
  useEffect(() => {
    if (state === 'live') connected();
  }, [state]);
  return <LiveContext value={listeners}>{children}</LiveContext>;
}

/** Hears every live event of the page while the component is shown. */
export function useLiveEvent(onEvent: Listener): void {
  const listeners = use(LiveContext);
  const hear = useEffectEvent(onEvent);
  useEffect(() => {
    if (!listeners) return;
    const listener: Listener = (event) => hear(event);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners]);
}
