'use client';

import { useEffect, useEffectEvent } from 'react';
import { useDesk } from './desk-context';
import { pressedKeys } from './pressed-keys';
import { useIsMac } from './use-is-mac';

type Recorder = { onKeys: (keys: string) => void; onLeave: () => void };

/** While it is on, the next keys are told instead of doing anything. Escape leaves; Tab leaves and moves on. */
export function useKeyRecorder(isOn: boolean, { onKeys, onLeave }: Recorder): void {
  const { actions } = useDesk();
  const isMac = useIsMac();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Tab') return onLeave();
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') return onLeave();
    const keys = event.repeat ? null : pressedKeys(event, isMac);
    if (keys !== null) onKeys(keys);
  });
  useEffect(() => {
    if (!isOn) return;
    const resume = actions.pause();
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, true);
    return () => {
      window.removeEventListener('keydown', listener, true);
      resume();
    };
  }, [isOn, actions]);
}
