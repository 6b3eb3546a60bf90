import { z } from 'zod';
import type { ApprovalRule, ProposedWords, SettledWords } from '../clients/model';
import type { DeliveryState } from '../notifications/model';
import type { PromiseState } from '../promises/model';

/**
 * A contact who acknowledged was asked to say by a time how it stands. `over`: nothing is asked, or no more (it was
 * resolved or called off, began again, or nobody of the client answered).
 */
export const reportStates = ['open', 'reported', 'overdue', 'over'] as const;
export type ReportState = (typeof reportStates)[number];

/** How a caller agreed to be told that the matter is settled. */
export const updateChannels = ['sms', 'email', 'callback'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/**
 * `waiting`: not settled yet, or about to be told. `needs_words`: settled, and the client has approved no words for it.
 * `promised`: settled, and the caller is called back: the promise says when, by whom and how it went. `told`: a message
 * was handed over. `failed`: it could not be. `cancelled`: the caller wishes it no more.
 */
export const updateStates = ['waiting', 'needs_words', 'promised', 'told', 'failed', 'cancelled'] as const;
export type UpdateState = (typeof updateStates)[number];

export const addReportInput = z
  .strictObject({
    escalationId: z.uuid(),
    words: z.string().trim().max(2_000, 'Keep the report under 2,000 characters.').default(''),
    isResolved: z.boolean().default(false).describe('The matter is settled: resolves the escalation too'),
    contactId: z.uuid().optional().describe('Who said so, if staff record it'),
  })
  .refine(({ words, isResolved }) => isResolved || words !== '', {
    message: 'Say in a sentence how it stands.',
    path: ['words'],
  });

export const listReportsInput = z.strictObject({
  clientId: z.uuid().optional(),
  escalationId: z.uuid().optional(),
  state: z.enum(reportStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** What one run of an escalation was asked, and what came back. */
export type ReportRequest = {
  id: string;
  escalationId: string;
  clientId: string | null;
  clientName: string | null;
  clientTimeZone: string;
  summary: string;
  /** The person who acknowledged: "Tom Becker". */
  personName: string;
  state: ReportState;
  askedAt: Date;
  dueAt: Date;
  reminders: number;
  reportedAt: Date | null;
  reportedByName: string | null;
  words: string;
};

export const recordConsentInput = z.strictObject({
  callId: z.uuid(),
  channel: z.enum(updateChannels),
  address: z.string().trim().min(1, 'Write the number or the address.').max(320),
  consent: z
    .string()
    .trim()
    .min(1, 'Write down what the caller said yes to.')
    .max(500, 'Keep it under 500 characters.'),
});

export const callOfUpdateInput = z.strictObject({ callId: z.uuid() });

export const listUpdatesInput = z.strictObject({
  clientId: z.uuid().optional(),
  callId: z.uuid().optional(),
  state: z.enum(updateStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** How a caller wished to be told, and what became of it. */
export type CallerUpdate = {
  id: string;
  clientId: string;
  clientName: string;
  clientTimeZone: string;
  callId: string;
  callerName: string;
  channel: UpdateChannel;
  address: string;
  consent: string;
  consentedAt: Date;
  recordedByName: string;
  state: UpdateState;
  /** The escalation that settled the matter; null: it is not settled. */
  escalationId: string | null;
  /** What the caller was told, word for word; '' until then. */
  words: string;
  toldAt: Date | null;
  /** The number answered STOP: nothing more is sent to it. */
  isStopped: boolean;
  /** The newest message; null: none was written. */
  delivery: {
    state: DeliveryState;
    failure: string | null;
    attempts: number;
    isPossiblyDuplicated: boolean;
  } | null;
  /** The callback that was promised instead of a message. */
  promise: { id: string; state: PromiseState; dueAt: string } | null;
};

/** More would be no text message any more: it travels whole, never cut. */
export const MOST_SETTLED_CHARACTERS = 320;

export const settledWordsInput = z.strictObject({
  clientId: z.uuid(),
  words: z
    .string()
    .trim()
    .max(
      MOST_SETTLED_CHARACTERS,
      `Keep it under ${MOST_SETTLED_CHARACTERS} characters: it is a text message.`,
    )
    .refine((words) => !words.includes('/ack/'), 'A link to acknowledge is nothing for a caller.')
    .describe("What callers are told when their matter is settled; '' for nothing in writing any more"),
});
export const clientOfWordsInput = z.strictObject({ clientId: z.uuid() });

/** What callers of a client are told in writing. */
export type SettledWording = {
  clientId: string;
  approvalRule: ApprovalRule;
  approved: SettledWords | null;
  proposed: ProposedWords | null;
  /** Callers whose matter is settled and who wait for words; counted up to 1,000. */
  waiting: number;
};

/** What happened to an escalation that its operator should hear of. */
export const newsTypes = [
  'acknowledged',
  'declined',
  'reported_back',
  'report_overdue',
  'unanswered',
  'caller_told',
  'resolved',
] as const;

export type EscalationNews = {
  id: string;
  escalationId: string;
  callId: string | null;
  clientName: string | null;
  summary: string;
  type: (typeof newsTypes)[number];
  words: string;
  at: Date;
};
