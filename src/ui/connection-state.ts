'use client';

import { useSyncExternalStore } from 'react';

/** `none`: this page holds no live connection. */
export type ConnectionState = 'live' | 'connecting' | 'offline';

const listeners = new Set<() => void>();
let state: ConnectionState | 'none' = 'none';
let lostAt: Date | null = null;

export function setConnectionState(next: ConnectionState | 'none'): void {
  if (next === state) return;
  state = next;
  if (next === 'offline') lostAt ??= new Date();
  if (next === 'live' || next === 'none') lostAt = null;
  for (const listener of listeners) listener();
}

/** The page shows what was kept in this browser, true until `asOf`; the line is still to be made. */
export function setKeptSince(asOf: Date): void {
  if (state === 'live') return;
  lostAt = asOf;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Since when nothing has come in; null while the line is up or only just being made. */
export function useLostAt(): Date | null {
  return useSyncExternalStore(
    subscribe,
    () => lostAt,
    () => null,
  );
}

/** The live connection of this page, set by useLive and shown by the top bar. */
export function useConnectionState(): ConnectionState | 'none' {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => 'none',
  );
}
