import { z } from 'zod';

export type PromiseKind = 'callback';

/** Why a caller is called back: a statement they were told was wrong, or their question has an answer now. */
export type PromiseReason = 'recall' | 'question';

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
  briefingId: string;
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
