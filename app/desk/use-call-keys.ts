'use client';

import { useHotkeys } from 'react-hotkeys-hook';
import { whileTyping } from './use-desk-keys';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export type CallKeys = {
  onUrgency: () => void;
  onEscalate: () => void;
  onWrapUp: () => void;
  /** 0-based. */
  onTell: (position: number) => void;
  onMove: (direction: 1 | -1) => void;
};

/** The keys of a call; all work while typing, none is a bare letter. */
export function useCallKeys({ onUrgency, onEscalate, onWrapUp, onTell, onMove }: CallKeys): void {
  useHotkeys('f4', onUrgency, whileTyping);
  useHotkeys('f8', onEscalate, whileTyping);
  useHotkeys('f9', onWrapUp, whileTyping);
  useHotkeys(
    digits.map((digit) => `alt+${digit}`),
    (event) => onTell(Number(event.code.replace(/\D/g, '')) - 1),
    whileTyping,
  );
  useHotkeys('alt+down', () => onMove(1), whileTyping);
  useHotkeys('alt+up', () => onMove(-1), whileTyping);
}
