'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let current = 0;
let aheadMs = 0;
let ticker: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  current = Date.now() + aheadMs;
  for (const listener of listeners) listener();
}

/** One clock for all times on the screen, so that they change together; it stops when nothing shows a time. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (ticker === undefined) {
    current = Date.now() + aheadMs;
    ticker = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
    current = 0;
  };
}

/** Corrects this computer's clock by the server's, so that ages are true on a desk whose clock is wrong. */
export function syncClock(serverNow: Date): void {
  aheadMs = serverNow.getTime() - Date.now();
  if (ticker !== undefined) tick();
}

/** The server's time as well as this computer can tell it; for events and handlers, not for rendering. */
export function syncedNow(): Date {
  return new Date(Date.now() + aheadMs);
}

/** The time in steps of `everyMs`; null while the page is rendered on the server. */
export function useNow(everyMs = 1_000): Date | null {
  const step = useSyncExternalStore(
    subscribe,
    () => {
      if (current === 0) current = Date.now() + aheadMs;
      return Math.floor(current / everyMs);
    },
    () => null,
  );
  return step === null ? null : new Date(current);
}
