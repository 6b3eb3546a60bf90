import { z } from 'zod';
import { urgencies, type Urgency } from '../calls/model';
import type { Channel, DeliveryCard, WaitReason } from '../notifications/model';

/** `unanswered`: every step of every cycle went by; it can still be acknowledged. */
export const escalationStates = ['open', 'acknowledged', 'resolved', 'cancelled', 'unanswered'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** `wanted`: it has ended, or is stuck, and no account manager has looked at it. */
export const reviewStates = ['none', 'wanted', 'reviewed'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const verdicts = [
  'well_handled',
  'too_slow',
  'wrong_person',
  'not_needed',
  'wrong_information',
] as const;
export type Verdict = (typeof verdicts)[number];

/** How somebody said so. `patched`, `spoken`: an operator had them on the line, or spoke to them. */
export type AcknowledgementChannel =
  'link' | 'app' | 'api' | 'sms' | 'voice' | 'email' | 'patched' | 'spoken';

export type TimelineType =
  | 'started'
  | 'step_begun'
  | 'step_empty'
  | 'nobody_on_call'
  | 'waiting'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'replied'
  | 'patched'
  | 'partly_acknowledged'
  | 'acknowledged'
  | 'declined'
  | 'reopened'
  | 'skipped_ahead'
  | 'unanswered'
  | 'report_reminded'
  | 'reported_back'
  | 'report_overdue'
  | 'caller_told'
  | 'reviewed'
  | 'resolved'
  | 'cancelled';

const stepTargetInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('contact'), id: z.uuid() }),
  z.strictObject({ type: z.literal('schedule'), id: z.uuid() }),
  z.strictObject({ type: z.literal('everyone') }),
  z.strictObject({ type: z.literal('account_manager'), id: z.uuid().optional() }),
]);
export type StepTarget = z.output<typeof stepTargetInput>;

const policyStepInput = z.strictObject({
  targets: z.array(stepTargetInput).min(1, 'A step needs somebody to tell.').max(10),
  delaySeconds: z
    .number()
    .int()
    .min(10, 'A step waits at least 10 seconds.')
    .max(86_400, 'A step waits at most a day.')
    .describe('How long the step waits for an acknowledgement before the next one begins'),
  isEveryoneNeeded: z
    .boolean()
    .optional()
    .describe('Whether everybody who is told must acknowledge before it counts as acknowledged'),
});

const policyInput = z.strictObject({
  steps: z.array(policyStepInput).min(1, 'A policy needs at least one step.').max(10),
  cycles: z.number().int().min(1).max(10).default(1).describe('How often all steps are gone through'),
  acknowledgementTimeoutSeconds: z
    .number()
    .int()
    .min(60)
    .max(7 * 86_400)
    .nullable()
    .default(null)
    .describe('Acknowledged but not resolved after this long: begins again. null: never'),
});
export type Policy = z.output<typeof policyInput>;

export const setPolicyInput = policyInput.extend({
  clientId: z.uuid(),
  urgency: z
    .enum(urgencies)
    .optional()
    .describe('For this urgency alone; else for all without one of their own'),
});
export const policyOfInput = z.strictObject({ clientId: z.uuid(), urgency: z.enum(urgencies).optional() });
export const clearPolicyInput = z.strictObject({ clientId: z.uuid(), urgency: z.enum(urgencies) });

/** Who would be told, and when, if an escalation began at `at`. */
export const dryRunInput = z.strictObject({
  clientId: z.uuid(),
  urgency: z.enum(urgencies).default('urgent'),
  at: z.iso.datetime({ offset: true }).optional(),
  /** A policy that is not saved yet. */
  policy: policyInput.optional(),
});

export type TimelineEntry = {
  id: string;
  at: Date;
  type: TimelineType;
  words: string;
  byName: string | null;
};

export type EscalationCard = {
  id: string;
  callId: string | null;
  clientId: string | null;
  clientName: string | null;
  state: EscalationState;
  urgency: Urgency;
  summary: string;
  /** 1-based; 0 before the first step. */
  cycle: number;
  step: number;
  stepCount: number;
  /** Whom the present step tells, by name; at most 5. Empty: nobody could be told. */
  tried: string[];
  nextStepDueAt: Date | null;
  startedAt: Date;
  startedById: string;
  startedByName: string;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  resolvedAt: Date | null;
};

/** The detail screen's and REST's view. */
export type Escalation = EscalationCard & {
  timeline: TimelineEntry[];
  deliveries: DeliveryCard[];
  /** Who acknowledged in the present run, where everybody must. */
  acknowledgements: { personId: string; personName: string; via: AcknowledgementChannel; at: Date }[];
};

export const startEscalationInput = z
  .strictObject({
    callId: z.uuid().optional(),
    clientId: z.uuid().optional(),
    urgency: z.enum(urgencies).default('urgent'),
    summary: z.string().trim().min(1, 'Say in a sentence what it is about.').max(2_000),
    /** Made by the screen, so that a retry starts no second one. */
    escalationId: z.uuid().optional(),
  })
  .refine((input) => input.callId !== undefined || input.clientId !== undefined, {
    message: 'Name the call, or the client.',
    path: ['callId'],
  });

export const escalationIdInput = z.strictObject({ escalationId: z.uuid() });

/** `words`: why it is begun again; everybody who reads the timeline sees them. */
export const reopenEscalationInput = z.strictObject({
  escalationId: z.uuid(),
  words: z.string().trim().min(1, 'Say why it is begun again.').max(500),
});

export const acknowledgeInput = z.strictObject({
  escalationId: z.uuid(),
  via: z.enum(['patched', 'spoken']).optional().describe('Recorded by staff for somebody they spoke to'),
  contactId: z.uuid().optional().describe('Who said so, if staff record it'),
});

/** `cycle` and `step` name the place that is left, so that a second press skips nobody. */
export const skipStepInput = z.strictObject({
  escalationId: z.uuid(),
  cycle: z.number().int().min(0).optional(),
  step: z.number().int().min(0).optional(),
});

export const patchKinds = ['warm', 'cold'] as const;
export const patchOutcomes = [
  'connected',
  'no_answer',
  'busy',
  'voicemail',
  'refused',
  'wrong_number',
] as const;
export type PatchKind = (typeof patchKinds)[number];
export type PatchOutcome = (typeof patchOutcomes)[number];

/** An operator tried to connect the caller, or spoke to the contact alone. `isTaken`: the contact took it over. */
export const recordPatchInput = z.strictObject({
  escalationId: z.uuid(),
  contactId: z.uuid(),
  kind: z.enum(patchKinds),
  outcome: z.enum(patchOutcomes),
  isTaken: z.boolean().default(false),
  note: z.string().trim().max(500).default(''),
});

export const listEscalationsInput = z.strictObject({
  clientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  state: z.enum(escalationStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** One message of a plan. */
export type PlannedMessage = {
  recipientId: string;
  name: string;
  title: string;
  channel: Channel;
  /** As shown: web addresses by their host alone. */
  address: string;
  at: Date;
  waitsFor: WaitReason | null;
  /** Why this one cannot be reached now, such as STOP or a channel that is not configured; null: it can. */
  problem: string | null;
};

/** A step as it would go at the instant it begins. */
export type PlannedStep = {
  cycle: number;
  step: number;
  beginsAt: Date;
  /** When the next one begins if nobody answers; equal to `beginsAt` for a step without anybody. */
  endsAt: Date;
  delaySeconds: number;
  isEveryoneNeeded: boolean;
  messages: PlannedMessage[];
  /** Whether one of them is the client's, not the answering service's. */
  hasContact: boolean;
  /** What is missing, in words: "Nobody is on call for Weekend duty." */
  gaps: string[];
};

/** Who would be told and when, step by step. `firstContactAt` null: nobody of the client is ever told. */
export type EscalationPlan = {
  at: Date;
  urgency: Urgency;
  steps: PlannedStep[];
  firstContactAt: Date | null;
};

export const previewEscalationInput = z.strictObject({
  callId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  urgency: z.enum(urgencies).optional(),
});

/** What the engine set aside, for people to look at. */
export type SetAsideRow = {
  kind: 'delivery' | 'escalation';
  id: string;
  escalationId: string | null;
  clientName: string | null;
  words: string;
  because: string;
  at: Date;
};

/** How the engine stands for one answering service. */
export type EngineState = {
  /** Messages that are not out yet, by channel; `throttled` wait for a provider's limit. */
  waiting: { channel: Channel; messages: number; throttled: number }[];
  /** Since when the oldest of them is due; null: none is. */
  oldestDueAt: Date | null;
  setAside: SetAsideRow[];
};

export const setAsideInput = z.strictObject({ kind: z.enum(['delivery', 'escalation']), id: z.uuid() });

/** What a person behind a link, a text message, a key or an e-mail said, and what it did. */
export type AnswerOutcome = {
  kind: 'acknowledged' | 'partly_acknowledged' | 'declined' | 'already' | 'stale' | 'cancelled' | 'resolved';
  escalation: EscalationCard;
};
