'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { keysOf } from '@/domain/tenancy/key-problems';
import { callName } from './call-words';
import type { DeskState } from './desk-state';
import { keyNames } from './key-names';

import { deskStatus } from './queue-selectors';
import { showNotice } from './ring-notice';
import { startRing, useSoundState, wakeSound } from './ring-sound';

function watchHidden(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * Rings while a call waits for somebody who is available, and shows it beside the window where that is hidden. It ends
 * with the waiting, whoever ended it. On a break, on a call or in wrap-up nothing rings; the call is on the screen.
 */
export function useRing(state: DeskState, next: CallCard | null): void {
  const { ringVolume, keys } = state.preferences;
  const isAvailable = deskStatus(state).kind === 'available';
  const sound = useSoundState();
  const isHidden = useSyncExternalStore(
    watchHidden,
    () => document.hidden,
    () => false,
  );
  const isRinging = isAvailable && next !== null;

  useEffect(() => {
    if (!isAvailable) return;
    wakeSound();
    // After a reload the browser keeps still until a key or a press.
    window.addEventListener('keydown', wakeSound);
    window.addEventListener('pointerdown', wakeSound);
    return () => {
      window.removeEventListener('keydown', wakeSound);
      window.removeEventListener('pointerdown', wakeSound);
    };
  }, [isAvailable]);

  useEffect(() => {
    if (isRinging && sound === 'on') return startRing(ringVolume);
  }, [isRinging, sound, ringVolume]);

  const callId = isRinging && isHidden ? next.id : null;
  const name = next ? callName(next) : '';
  const answerKeys = keysOf('answer', keys);
  const body =
    answerKeys === null ? 'A caller is waiting.' : `Answer with ${keyNames(answerKeys).join('+')}.`;
  useEffect(() => {
    if (callId !== null) return showNotice(`${name} is ringing`, body, callId);
  }, [callId, name, body]);
}
