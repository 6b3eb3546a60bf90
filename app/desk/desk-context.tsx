'use client';

import { createContext, use, type Dispatch } from 'react';
import type { CallCard } from '@/domain/calls/model';
import type { Member } from '@/domain/tenancy/model';
import type { ConnectionState } from '@/ui/connection-state';
import { useNow } from '@/ui/now';
import type { DeskActions } from './desk-actions';
import type { DeskAction } from './desk-reducer';
import type { DeskPlace, DeskState } from './desk-state';
import type { OutboxEntry } from './outbox';
import type { Outbox } from './outbox-sender';
import type { AnswerProblemFacts } from './use-answer';

export type DeskPerson = {
  membershipId: string;
  name: string;
  role: Member['role'];
  organizationName: string;
};

export type Desk = {
  person: DeskPerson;
  state: DeskState;
  dispatch: Dispatch<DeskAction>;
  connection: ConnectionState;
  /** When the desk was last known to be up to date; null while it is. */
  staleSince: Date | null;
  /** What can be done right now, by a key or from the palette. */
  actions: DeskActions;
  outbox: Outbox;
  /** What waits on this computer, oldest first. */
  entries: readonly OutboxEntry[];
  /** False where this browser refuses to keep text: then closing the window loses what is not sent. */
  isStored: boolean;
  place: DeskPlace | null;
  open: (place: DeskPlace | null) => void;
  answer: (call: CallCard) => void;
  /** The ringing call that the answer key takes. */
  nextCall: CallCard | null;
  /** The call whose answer is on its way. */
  answeringId: string | null;
  /** Why the last F2 did not answer, in words. */
  answerProblem: AnswerProblemFacts | null;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs the desk screen around it.');
  return desk;
}

/** The time by which this desk judges what is still valid, in steps of `everyMs`: also offline, and on the server. */
export function useDeskNow(everyMs = 1_000): Date {
  const { state } = useDesk();
  return useNow(everyMs) ?? state.readAt;
}
