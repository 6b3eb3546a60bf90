import { z } from 'zod';
import { urgencies, type Urgency } from '../calls/model';
import type { DeliveryCard } from '../notifications/model';

/** `unanswered`: every step of every cycle went by; it can still be acknowledged. */
export const escalationStates = ['open', 'acknowledged', 'resolved', 'cancelled', 'unanswered'] as const;
export type EscalationState = (typeof escalationStates)[number];

export type AcknowledgementChannel = 'link' | 'app' | 'api';

export type TimelineType =
  | 'started'
  | 'step_begun'
  | 'step_empty'
  | 'sent'
  | 'failed'
  | 'acknowledged'
  | 'declined'
  | 'reopened'
  | 'unanswered'
  | 'resolved'
  | 'cancelled';

const stepTargetInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('contact'), id: z.uuid() }),
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

export const setPolicyInput = policyInput.extend({ clientId: z.uuid() });

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
  nextStepDueAt: Date | null;
  startedAt: Date;
  startedById: string;
  startedByName: string;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  resolvedAt: Date | null;
};

/** The detail screen's and REST's view. */
export type Escalation = EscalationCard & { timeline: TimelineEntry[]; deliveries: DeliveryCard[] };

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

export const listEscalationsInput = z.strictObject({
  clientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  state: z.enum(escalationStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Who would be told, step by step, as the desk's escalate sheet shows it before anything is sent. */
export type EscalationPreview = {
  steps: {
    step: number;
    delaySeconds: number;
    recipients: { name: string; channel: string; address: string }[];
    /** Whether one of them is the client's, not the answering service's. */
    hasContact: boolean;
  }[];
};

export const previewEscalationInput = z.strictObject({
  callId: z.uuid().optional(),
  clientId: z.uuid().optional(),
});
