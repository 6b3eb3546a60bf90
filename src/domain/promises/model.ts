import { z } from 'zod';

export const promiseKinds = ['callback', 'information', 'document', 'fix', 'other'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/**
 * Where a promise comes from: an operator gave it in a call; a statement that the caller was told was wrong; or the
 * caller's question has an answer now.
 */
export type PromiseReason = 'call' | 'recall' | 'question';

/** Who does it: the operator who said so, anybody of the answering service, or the client's responsible contact. */
export const promiseOwners = ['operator', 'service', 'client'] as const;
export type PromiseOwner = (typeof promiseOwners)[number];

const promiseStates = ['open', 'kept', 'broken', 'cancelled'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** What became of one call back. `reached` keeps the promise; `wrong_number` and `refused` end it unkept. */
export const tryOutcomes = ['reached', 'voicemail', 'no_answer', 'wrong_number', 'refused'] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

/** A callback as operators and the client's people see it. */
export type Callback = {
  id: string;
  clientId: string;
  clientName: string;
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
  callerPhone: string;
  dueAt: Date;
  state: PromiseState;
  tries: number;
  claimedById: string | null;
  claimedByName: string | null;
  nextTryAt: Date | null;
  endedAt: Date | null;
  endedByName: string | null;
};

export const callbackIdInput = z.strictObject({ callbackId: z.uuid() });

export const recordTryInput = z.strictObject({
  callbackId: z.uuid(),
  outcome: z.enum(tryOutcomes),
  note: z.string().trim().max(2_000).default(''),
  /** Made by the screen, so that a retry of the same record makes no double. */
  tryId: z.uuid().optional(),
});

export const listCallbacksInput = z.strictObject({
  clientId: z.uuid().optional(),
  causeId: z.uuid().optional(),
  state: z.enum(promiseStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A promise that an operator gave in a call. */
export type PromiseCard = {
  id: string;
  clientId: string;
  clientName: string;
  clientTimeZone: string;
  callId: string;
  kind: PromiseKind;
  what: string;
  owner: PromiseOwner;
  ownerId: string | null;
  ownerName: string;
  callerName: string;
  callerPhone: string | null;
  dueAt: Date;
  state: PromiseState;
  evidence: string;
  createdByName: string;
  createdAt: Date;
  endedAt: Date | null;
  endedByName: string | null;
};

export const createPromiseInput = z.strictObject({
  callId: z.uuid(),
  /** Made by the screen, so that a retry makes no double. */
  promiseId: z.uuid().optional(),
  kind: z.enum(promiseKinds),
  what: z.string().trim().min(1, 'Say what is promised.').max(600, 'Keep the promise under 600 characters.'),
  owner: z.enum(promiseOwners).default('service'),
  /** The deadline: an instant, RFC 3339. */
  dueAt: z.iso.datetime({ offset: true, error: 'A promise needs a deadline: a date and a time.' }),
});

export const keepPromiseInput = z.strictObject({
  promiseId: z.uuid(),
  evidence: z.string().trim().min(1, 'Say how it was kept.').max(2_000),
});

export const listPromisesInput = z.strictObject({
  clientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  state: z.enum(promiseStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
