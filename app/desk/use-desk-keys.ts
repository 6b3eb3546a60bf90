'use client';

import { useEffect, useEffectEvent } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';

/** Function keys work while typing: operators type all through the call. */
export const whileTyping = {
  enableOnFormTags: true,
  enableOnContentEditable: true,
  preventDefault: true,
} as const;

/** F2, and Ctrl+/ wherever the slash stands on this keyboard. */
export function useDeskKeys({
  onAnswer,
  onKeySheet,
}: {
  onAnswer: (() => void) | null;
  onKeySheet: () => void;
}) {
  useHotkeys('f2', () => onAnswer?.(), whileTyping);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '/' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onKeySheet();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
