'use client';

import { useRef, useState } from 'react';

type OverlayName = 'keys' | 'palette';

export type Overlay = {
  shown: OverlayName | null;
  toggle: (name: OverlayName) => void;
  close: () => void;
  /** Closes what lies over the desk, then acts: until then it holds the focus, and gives it back. */
  closeThen: (act: () => void) => void;
  /** To be told by what was shown, once it is gone. */
  onClosed: () => void;
};

/** The sheet of keys and the palette lie over the desk, one at a time. */
export function useOverlay(): Overlay {
  const [shown, setShown] = useState<OverlayName | null>(null);
  const next = useRef<(() => void) | null>(null);
  const close = () => setShown(null);
  return {
    shown,
    toggle: (name) => setShown((before) => (before === name ? null : name)),
    close,
    closeThen: (act) => {
      if (shown === null) return act();
      next.current = act;
      close();
    },
    onClosed: () => {
      const act = next.current;
      next.current = null;
      // A frame later the focus is back where it was.
      if (act) requestAnimationFrame(act);
    },
  };
}
