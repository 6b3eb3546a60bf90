'use client';

import { useSyncExternalStore } from 'react';

const nameOf = (me: string) => `calmline.seen-news.${me}`;

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Where storage is forbidden, what was read counts for as long as the page is open. */
const kept = new Map<string, string>();

function readSeen(me: string): string | null {
  try {
    return localStorage.getItem(nameOf(me)) ?? kept.get(me) ?? null;
  } catch {
    return kept.get(me) ?? null;
  }
}

/** Up to which news this person has read on this computer; news are numbered in the order of time. */
export function useSeenNews(me: string): { seen: string | null; markSeen: (id: string) => void } {
  const seen = useSyncExternalStore(
    listen,
    () => readSeen(me),
    () => null,
  );
  const markSeen = (id: string) => {
    kept.set(me, id);
    try {
      localStorage.setItem(nameOf(me), id);
    } catch (error) {
      console.warn('What was read cannot be kept in this browser.', error);
    }
    for (const listener of listeners) listener();
  };
  return { seen, markSeen };
}
