'use client';

import { useEffect } from 'react';

/** Tells once that a person has this page before them. A page that is only fetched in the background tells nothing. */
export function MarkRead({ path }: { path: string }) {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', tell);
      navigator.sendBeacon(path, new URLSearchParams({ action: 'read' }));
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
  }, [path]);
  return null;
}
