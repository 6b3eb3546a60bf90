'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { actionOf } from '@/domain/tenancy/key-problems';
import { useDesk } from './desk-context';
import { pressedKeys } from './pressed-keys';
import { useIsMac } from './use-is-mac';
import { useKey } from './use-key';
import type { Overlay } from './use-overlay';

/**
 * The one place that listens for this person's keys. They work while typing: operators type all through the call. It
 * listens before everything else on the page, so that no field and no dialog swallows a key.
 */
export function DeskKeys({ onAnswer, overlay }: { onAnswer: (() => void) | null; overlay: Overlay }) {
  const { state, actions } = useDesk();
  const isMac = useIsMac();
  useKey('answer', onAnswer);
  useKey('keySheet', () => overlay.toggle('keys'));
  useKey('palette', () => overlay.toggle('palette'));

  const press = useEffectEvent((event: KeyboardEvent) => {
    const keys = actions.isPaused() || event.isComposing ? null : pressedKeys(event, isMac);
    const action = keys === null ? null : actionOf(keys, state.preferences.keys);
    if (action === null) return;
    // Also where there is nothing to do: F7 must not begin to ask for caret browsing between two calls.
    event.preventDefault();
    if (event.repeat) return;
    const isOverlay = action === 'palette' || action === 'keySheet';
    if (isOverlay || overlay.shown === null) return void actions.run(action);
    if (!actions.offered().has(action)) return;
    if (action !== 'emergency') return overlay.closeThen(() => actions.run(action));
    overlay.close();
    actions.run(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);

  const announced = useSyncExternalStore(actions.subscribe, actions.announced, () => '');
  return (
    <p role="status" className="sr-only">
      {announced}
    </p>
  );
}
