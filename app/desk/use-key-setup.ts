'use client';

import { useState } from 'react';
import { keyProblem, keysOf, sameKeysAs } from '@/domain/tenancy/key-problems';
import { usualKeys, type DeskPreferences } from '@/domain/tenancy/model';
import { useDesk } from './desk-context';
import type { KeyAction } from './keymap';
import { useKeyRecorder } from './use-key-recorder';

/** What one row of the sheet is in the middle of. `taken`: another action has these keys already. */
type KeyChange = { action: KeyAction } & (
  { kind: 'asking'; words: string | null } | { kind: 'taken'; keys: string; other: KeyAction }
);

export type KeySetup = {
  change: KeyChange | null;
  isUsual: (action: KeyAction) => boolean;
  ask: (action: KeyAction) => void;
  leave: () => void;
  swap: () => void;
  switchOff: (action: KeyAction) => void;
  takeUsual: (action: KeyAction) => void;
  takeAllUsual: () => void;
};

/** Changing one's keys: asked, checked by the rule that the server asks too, kept at once. */
export function useKeySetup(save: (next: DeskPreferences) => void): KeySetup {
  const { preferences } = useDesk().state;
  const [change, setChange] = useState<KeyChange | null>(null);
  const own = preferences.keys;

  const keep = (keys: Record<string, string | null>) => {
    save({ ...preferences, keys });
    setChange(null);
  };
  const propose = (action: KeyAction, keys: string) => {
    const wished = { ...own, [action]: keys };
    const words = keyProblem(keys);
    if (words !== null) return setChange({ action, kind: 'asking', words });
    const other = sameKeysAs(action, wished);
    if (other !== null) return setChange({ action, kind: 'taken', keys, other });
    keep(wished);
  };
  useKeyRecorder(change?.kind === 'asking', {
    onKeys: (keys) => {
      if (change) propose(change.action, keys);
    },
    onLeave: () => setChange(null),
  });
  return {
    change,
    isUsual: (action) => keysOf(action, own) === usualKeys[action],
    ask: (action) => setChange({ action, kind: 'asking', words: null }),
    leave: () => setChange(null),
    swap: () => {
      if (change?.kind !== 'taken') return;
      const { action, keys, other } = change;
      keep({ ...own, [action]: keys, [other]: keysOf(action, own) });
    },
    switchOff: (action) => keep({ ...own, [action]: null }),
    takeUsual: (action) => propose(action, usualKeys[action]),
    takeAllUsual: () => keep({}),
  };
}
