import { z } from 'zod';
import type { Role } from '../../kernel/actor';

export const promiseKinds = ['callback', 'information', 'document', 'fix', 'other'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/**
 * Where a promise comes from: an operator gave it in a call; a statement that the caller was told was wrong; or the
 * caller's question has an answer now; or what they called about was settled, and they wished to be called.
 */
export type PromiseReason = 'call' | 'recall' | 'question' | 'resolved';

/** Who does it: the operator who said so, anybody of the answering service, or the client's responsible contact. */
export const promiseOwners = ['operator', 'service', 'client'] as const;
export type PromiseOwner = (typeof promiseOwners)[number];

/** `renegotiated`: with the caller's consent another promise stands in its place. */
export const promiseStates = ['open', 'kept', 'broken', 'renegotiated', 'cancelled'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** What shows that a promise was kept: a call out, a delivery, or somebody's word. */
export const evidenceKinds = ['call', 'delivery', 'note'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * `ahead`: its owner, in time to do it. `warned`: the account managers, before it breaks. `due`: its owner, at the
 * deadline. `overdue`: the account managers, when it was not kept.
 */
export const remindStages = ['ahead', 'warned', 'due', 'overdue'] as const;
export type RemindStage = (typeof remindStages)[number];

export type PromiseEventType =
  'given' | RemindStage | 'tried' | 'handed_over' | 'kept' | 'broken' | 'renegotiated' | 'cancelled';

/** What became of one call back. `reached` keeps the promise; `wrong_number` and `refused` end it unkept. */
export const tryOutcomes = ['reached', 'voicemail', 'no_answer', 'wrong_number', 'refused'] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

/** When callers are called back, by the clock where they live: from the first, until before the second. */
export const callingHours = { from: '08:00', to: '20:00' } as const;

/** Whose work a callback is: the answering service's, or the client's people's. */
export const callbackSides = ['service', 'client'] as const;
export type CallbackSide = (typeof callbackSides)[number];

/** As many open callbacks as a desk holds of each. */
export const mostOpenCallbacks: Readonly<Record<CallbackSide, number>> = { service: 200, client: 100 };

/** A callback as operators and the client's people see it. */
export type Callback = {
  id: string;
  clientId: string;
  clientName: string;
  clientTimeZone: string;
  callId: string;
  reason: PromiseReason;
  causeId: string;
  briefingId: string | null;
  what: string;
  /** What the caller was told, or asked. */
  before: string;
  /** The approved words to say now; null while they await approval, or where nothing replaces the old ones. */
  sayNow: string | null;
  /** Whether words are on their way: then it waits. */
  isAwaitingApproval: boolean;
  callerName: string;
  /** E.164; '' while none is known. */
  callerPhone: string;
  /** IANA name: where the caller lives, as far as anybody knows; else the client's. */
  callerTimeZone: string;
  owner: PromiseOwner;
  dueAt: Date;
  state: PromiseState;
  tries: number;
  claimedById: string | null;
  claimedByName: string | null;
  /** Whose turn it is, where somebody handed it over: the membership. */
  assignedToId: string | null;
  assignedToName: string | null;
  nextTryAt: Date | null;
  endedAt: Date | null;
  endedByName: string | null;
};

/** What came of one call. */
export type CallbackTry = {
  id: string;
  outcome: TryOutcome;
  note: string;
  /** What the caller was told, word for word; '' when nobody was reached. */
  said: string;
  at: Date;
  byName: string;
};

/** A callback with all that was done about it, the oldest first. */
export type CallbackPage = { callback: Callback; tries: CallbackTry[]; events: PromiseEvent[] };

/** Somebody who may take a callback over. */
export type CallbackColleague = { id: string; name: string; role: Role };

export const callbackIdInput = z.strictObject({ callbackId: z.uuid() });

export const handOverCallbackInput = z.strictObject({
  callbackId: z.uuid(),
  /** A membership; null: anybody's turn again. */
  toMemberId: z.uuid().nullable(),
  /** What they should know first. */
  words: z.string().trim().max(1_000, 'Keep it under 1,000 characters.').default(''),
});

export const recordTryInput = z.strictObject({
  callbackId: z.uuid(),
  outcome: z.enum(tryOutcomes),
  note: z.string().trim().max(2_000).default(''),
  /** Made by the screen, so that a retry of the same record makes no double. */
  tryId: z.uuid().optional(),
  /** The call in which the caller was told, where they rang in before anybody called them. */
  callId: z.uuid().optional(),
});

export const listCallbacksInput = z.strictObject({
  clientId: z.uuid().optional(),
  causeId: z.uuid().optional(),
  side: z.enum(callbackSides).optional(),
  state: z.enum(promiseStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A promise as the ledger shows it. */
export type PromiseCard = {
  id: string;
  clientId: string;
  clientName: string;
  clientTimeZone: string;
  callId: string;
  kind: PromiseKind;
  reason: PromiseReason;
  /** What asks for it: a recall, a group of questions, an escalation; else the promise itself. */
  causeId: string;
  briefingId: string | null;
  what: string;
  /** What the caller was told, word for word. */
  before: string;
  owner: PromiseOwner;
  ownerId: string | null;
  ownerName: string;
  /** Whose turn it is, where an operator handed it over: the membership. */
  assignedToId: string | null;
  assignedToName: string | null;
  callerName: string;
  callerPhone: string | null;
  /** IANA name: where the caller lives, as far as anybody knows; else the client's. */
  callerTimeZone: string;
  dueAt: Date;
  state: PromiseState;
  tries: number;
  /** How it ended, in words; '' until then. */
  evidence: string;
  evidenceKind: EvidenceKind | null;
  evidenceId: string | null;
  /** The promise in whose place this one stands, and the one that stands in this one's. */
  replacesId: string | null;
  replacedById: string | null;
  createdById: string | null;
  createdByName: string;
  createdAt: Date;
  endedAt: Date | null;
  endedByName: string | null;
};

/** One line of the ledger. `byName` null: Calmline itself. */
export type PromiseEvent = {
  id: string;
  type: PromiseEventType;
  words: string;
  at: Date;
  byName: string | null;
};

/** A promise with all that happened to it, the oldest first. */
export type PromiseRecord = { promise: PromiseCard; events: PromiseEvent[]; tries: CallbackTry[] };

/**
 * Where a promise stands. As a filter `open` and `kept` mean all of that state; `overdue` those that are open past their
 * deadline, and `kept_late` those that were kept after it.
 */
export const promiseStandings = [
  'open',
  'overdue',
  'kept',
  'kept_late',
  'broken',
  'renegotiated',
  'cancelled',
] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

const promised = z
  .string()
  .trim()
  .min(1, 'Say what is promised.')
  .max(600, 'Keep the promise under 600 characters.');
const deadline = z.iso.datetime({ offset: true, error: 'A promise needs a deadline: a date and a time.' });
const timeZone = z
  .string()
  .refine((name) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name), {
    error: 'Use a time zone name such as Europe/Berlin.',
  });
const endWords = (words: string) => z.string().trim().min(1, words).max(2_000);

export const createPromiseInput = z.strictObject({
  callId: z.uuid(),
  /** Made by the screen, so that a retry makes no double. */
  promiseId: z.uuid().optional(),
  kind: z.enum(promiseKinds),
  what: promised,
  owner: z.enum(promiseOwners).default('service'),
  /** The deadline: an instant, RFC 3339. */
  dueAt: deadline,
  /** IANA name of the zone in which the caller lives, where they said so. */
  callerTimeZone: timeZone.optional(),
});

export const promiseIdInput = z.strictObject({ promiseId: z.uuid() });

export const keepPromiseInput = z.strictObject({
  promiseId: z.uuid(),
  evidence: endWords('Say how it was kept.'),
  evidenceKind: z.enum(evidenceKinds).default('note'),
  /** The try or the call with kind `call`, the delivery with kind `delivery`. */
  evidenceId: z.uuid().optional(),
});

export const breakPromiseInput = z.strictObject({
  promiseId: z.uuid(),
  reason: endWords('Say why it was not kept.'),
});

export const cancelPromiseInput = z.strictObject({
  promiseId: z.uuid(),
  reason: endWords('Say why it is void.'),
});

export const renegotiatePromiseInput = z.strictObject({
  promiseId: z.uuid(),
  /** What the caller agreed to, in words. */
  consent: endWords('Say what the caller agreed to.'),
  /** The new deadline: an instant, RFC 3339. */
  dueAt: deadline,
  /** Unless told, what was promised before, and who does it. */
  what: promised.optional(),
  owner: z.enum(promiseOwners).optional(),
  /** Made by the screen, so that a retry makes no double. */
  newPromiseId: z.uuid().optional(),
});

export const listPromisesInput = z.strictObject({
  clientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  state: z.enum(promiseStates).optional(),
  standing: z.enum(promiseStandings).optional(),
  owner: z.enum(promiseOwners).optional(),
  /** Those that operators gave in calls, or also the callbacks that recalls, answers and settled matters ask for. */
  from: z.enum(['calls', 'anywhere']).default('calls'),
  /** By deadline, the earliest or the latest first. */
  order: z.enum(['earliest', 'latest']).default('earliest'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
