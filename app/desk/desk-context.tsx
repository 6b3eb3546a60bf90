'use client';

import { createContext, use, type Dispatch } from 'react';
import type { CallCard } from '@/domain/calls/model';
import type { ConnectionState } from '@/ui/connection-state';
import type { DeskAction, DeskState } from './desk-state';
import type { OutboxEntry } from './outbox';
import type { Outbox } from './outbox-sender';
import type { AnswerProblemFacts } from './use-answer';

export type DeskPerson = { membershipId: string; name: string; role: string; organizationName: string };

export type Desk = {
  person: DeskPerson;
  state: DeskState;
  dispatch: Dispatch<DeskAction>;
  connection: ConnectionState;
  /** When the desk was last known to be up to date; null while it is. */
  staleSince: Date | null;
  outbox: Outbox;
  /** What waits on this computer, oldest first. */
  entries: readonly OutboxEntry[];
  /** False where this browser refuses to keep text: then closing the window loses what is not sent. */
  isStored: boolean;
  clientNames: Readonly<Record<string, string>>;
  openCallId: string | null;
  openCall: (callId: string | null) => void;
  answer: (call: CallCard) => void;
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
