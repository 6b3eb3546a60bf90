import type { Disposition, Urgency } from '../calls/model';
import type { EscalationState } from '../escalations/model';
import type { PromiseKind, PromiseOwner, PromiseState } from '../promises/model';
import type { Cadence, CallFate } from './model';

/** How much of an account is told: to whom what is left out matters nothing. */
export type AccountScope = {
  /** null: all clients of the answering service. */
  clientId: string | null;
  from: Date;
  /** Not included. */
  until: Date;
  /** Calls below it are only counted. */
  leastUrgency: Urgency;
};

/** Who called, and what about: for readers who have signed in, never in a mail. */
type Personal = { callerName: string; words: string };

export type AccountCall = {
  id: string;
  clientName: string | null;
  ringAt: Date;
  urgency: Urgency;
  fate: CallFate;
  disposition: Disposition | null;
  /** The briefing's headline at the ring, else the call type; null: neither. */
  about: string | null;
  personal: Personal | null;
};

export type AccountEscalation = {
  id: string;
  clientName: string | null;
  urgency: Urgency;
  state: EscalationState;
  startedAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  resolvedAt: Date | null;
  personal: Personal | null;
};

export type AccountPromise = {
  id: string;
  callId: string;
  clientName: string;
  kind: PromiseKind;
  owner: PromiseOwner;
  state: PromiseState;
  dueAt: Date;
  personal: Personal | null;
};

/** What a day or a week was for a client, or for all of them. Lists are cut; figures count everything. */
export type AccountContent = AccountScope & {
  calls: Record<Urgency, number>;
  fates: Record<CallFate, number>;
  /** The most urgent first; of equals the earliest. */
  callsTold: AccountCall[];
  /** Begun or settled in this time, or not settled at all; the most urgent first, of equals the earliest. */
  escalations: AccountEscalation[];
  escalationsBegun: number;
  escalationsOpen: number;
  /** What was done in this time; `open` and `overdue` as it stands when the account is given. */
  promises: Record<'given' | 'kept' | 'keptLate' | 'broken' | 'renegotiated' | 'cancelled', number> & {
    open: number;
    overdue: number;
  };
  /** Open, or broken in this time; by deadline. */
  promisesTold: AccountPromise[];
};

/** Somebody who is given an account of each day or week. */
export type Subscription = {
  id: string;
  clientId: string | null;
  clientName: string | null;
  contactId: string | null;
  memberId: string | null;
  name: string;
  /** '' where none is known: nothing is sent until one is. */
  email: string;
  cadence: Cadence;
  weekday: number | null;
  time: string;
  timeZone: string;
  leastUrgency: Urgency;
  isSentEmpty: boolean;
  nextAt: Date;
  /** It is the reader's own. */
  isOwn: boolean;
};
