'use client';

import { tellActions, type KeyAction } from './keymap';
import { useKey, useKeyRow } from './use-key';

export type CallKeys = {
  onUrgency: () => void;
  onEscalate: () => void;
  onWrapUp: () => void;
  /** 0-based. */
  onTell: (position: number) => void;
  onMove: (direction: 1 | -1) => void;
};

const rowOfTell: readonly KeyAction[] = tellActions;

/** The keys of a call; all work while typing, none is a bare letter. */
export function useCallKeys({ onUrgency, onEscalate, onWrapUp, onTell, onMove }: CallKeys): void {
  useKey('urgency', onUrgency);
  useKey('escalate', onEscalate);
  useKey('wrapUp', onWrapUp);
  useKey('nextRegion', () => onMove(1));
  useKey('previousRegion', () => onMove(-1));
  useKeyRow(rowOfTell, (action) => onTell(rowOfTell.indexOf(action)));
}
