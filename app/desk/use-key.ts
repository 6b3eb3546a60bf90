'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { useDesk } from './desk-context';
import type { KeyAction } from './keymap';

/**
 * Does `act` on this person's keys for the action, also while typing, and offers it in the palette; `null` while there
 * is nothing to do. It is there before what offers it is painted: F2 may come with the first sight of a ring.
 */
export function useKey(action: KeyAction, act: (() => void) | null): void {
  const { actions } = useDesk();
  const run = useEffectEvent(() => act?.());
  const isOffered = act !== null;
  useLayoutEffect(() => {
    if (!isOffered) return;
    return actions.offer(action, () => run());
  }, [actions, action, isOffered]);
}

/** The same for a row of actions, which `act` is told apart. @param row always the same */
export function useKeyRow(row: readonly KeyAction[], act: (action: KeyAction) => void): void {
  const { actions } = useDesk();
  const run = useEffectEvent(act);
  useLayoutEffect(() => {
    const ends = row.map((action) => actions.offer(action, () => run(action)));
    return () => {
      for (const end of ends) end();
    };
  }, [actions, row]);
}
