import type { Disposition, Mood, NoteKind, ReadBackResolution, Urgency } from '../calls/model';
import type { EscalationState } from '../escalations/model';
import type { PromiseKind, PromiseOwner, PromiseReason, PromiseState } from '../promises/model';
import type { QuestionState } from '../questions/model';
import type { UpdateChannel, UpdateState } from '../updates/model';
import type { CallFate } from './model';

/** What became of telling a caller that something they were told is wrong; `not_called`: nobody is called back. */
export type CorrectionState = 'not_called' | 'no_number' | PromiseState;

/** A statement as this caller was told it. Instants are RFC 3339, in UTC: packs are kept as JSON. */
export type ToldLine = {
  statementId: string;
  version: number;
  /** A BCP 47 name. */
  language: string;
  text: string;
  at: string;
  byName: string;
  /** Said although it had been withdrawn, by a desk that did not know yet. */
  isAfterWithdrawal: boolean;
  /** The recall that took these words back, and whether this caller knows; null: what was said stands. */
  recall: { id: string; state: CorrectionState } | null;
};

export type PromiseLine = {
  id: string;
  kind: PromiseKind;
  reason: PromiseReason;
  /** The recall or the group of questions behind it, or the promise itself. */
  causeId: string;
  what: string;
  owner: PromiseOwner;
  ownerName: string;
  /** E.164; null: none is known. */
  phone: string | null;
  dueAt: string;
  state: PromiseState;
  tries: number;
  endedAt: string | null;
  evidence: string;
};

export type EscalationLine = {
  id: string;
  urgency: Urgency;
  state: EscalationState;
  summary: string;
  startedAt: string;
  acknowledgedAt: string | null;
  acknowledgedByName: string | null;
  resolvedAt: string | null;
};

type QuestionLine = { id: string; text: string; state: QuestionState };

type NoteLine = { kind: NoteKind; text: string; at: string; byName: string };

/** How a caller agreed to be told that it is settled. */
type UpdateLine = { channel: UpdateChannel; state: UpdateState; toldAt: string | null };

/** A call of an incident as its rows tell it, with everything that hangs on it. */
export type CallFacts = {
  id: string;
  /** Did not ring under this briefing, but was told of it, or asked about it. */
  isBesides: boolean;
  fate: CallFate;
  /** Still rings, or is still in an operator's hands. */
  isOpen: boolean;
  ringAt: string;
  answeredAt: string | null;
  /** When the line was closed or given up; null: it was not, or nobody said so. */
  endedAt: string | null;
  operatorName: string | null;
  callerName: string;
  /** The number the caller can be reached at, E.164; null: none is known. */
  phone: string | null;
  /** The sender of a complaint in writing; null of a call. */
  email: string | null;
  /** What makes two calls one caller's: where they came from; null: it was withheld, and no number was given. */
  callerKey: string | null;
  moodIn: Mood | null;
  moodOut: Mood | null;
  urgency: Urgency;
  issue: string;
  /** What would settle it, in the caller's words. */
  wish: string;
  intake: { label: string; answer: string }[];
  disposition: Disposition | null;
  readBack: ReadBackResolution | null;
  notes: NoteLine[];
  told: ToldLine[];
  questions: QuestionLine[];
  promises: PromiseLine[];
  escalations: EscalationLine[];
  update: UpdateLine | null;
};

/** A call in the list of its incident. */
export type IncidentCall = CallFacts & {
  /** Its place by ring, from 1. */
  number: number;
  /** The caller's n-th call in this list, of so many; those without a number are callers of one call. */
  callOfCaller: number;
  callsOfCaller: number;
};

type Instants = {
  answeredAt: Date | null;
  abandonedAt: Date | null;
  endedAt: Date | null;
  closedAt: Date | null;
};

/** How a call went, by what has happened: one that was closed without an answer was given up. */
export function callFate(channel: 'phone' | 'email', call: Instants): CallFate {
  if (channel === 'email') return 'written';
  if (call.answeredAt !== null) return 'answered';
  const isOver = call.abandonedAt !== null || call.endedAt !== null || call.closedAt !== null;
  return isOver ? 'abandoned' : 'ringing';
}

/** Seconds from the first ring to the answer, or until the caller gave up; null: neither has happened, or is known. */
export function waitedSeconds({ fate, ringAt, answeredAt, endedAt }: CallFacts): number | null {
  const until = fate === 'answered' ? answeredAt : fate === 'abandoned' ? endedAt : null;
  return until === null ? null : Math.max(0, Math.round((Date.parse(until) - Date.parse(ringAt)) / 1_000));
}
