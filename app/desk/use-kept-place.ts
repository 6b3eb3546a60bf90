import { useEffect, useEffectEvent } from 'react';
import type { DeskPlace } from './desk-state';
import { isKeptPage } from './desk-worker';

const kinds = ['call', 'callback'] as const;

/** A page out of the browser's keeping was made for another address: it goes to what this one names. */
export function useKeptPlace(go: (place: DeskPlace) => void): void {
  const arrive = useEffectEvent(() => {
    const asked = new URLSearchParams(window.location.search);
    for (const kind of kinds) {
      const id = asked.get(kind);
      if (id !== null) return go({ kind, id });
    }
  });
  useEffect(() => {
    if (isKeptPage()) arrive();
  }, []);
}
