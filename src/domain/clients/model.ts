import { z } from 'zod';

const timeZone = z
  .string()
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', {
    message: 'Use a time zone name such as Europe/Berlin.',
  });

/**
 * Who must look at a briefing before operators see it: nobody but its author; a second person, be it of the client or
 * an account manager; or an account manager.
 */
export const approvalRules = ['author', 'second_person', 'account_manager'] as const;
export type ApprovalRule = (typeof approvalRules)[number];

/**
 * When the message of a call goes to the client: `at_once`; in a `digest` at the stated wall times of the client; or
 * `hold`, until the client checks in or somebody of the staff releases it.
 */
export const messageModes = ['at_once', 'digest', 'hold'] as const;
export type MessageMode = (typeof messageModes)[number];

const messageRule = z.strictObject({
  mode: z.enum(messageModes),
  /** Wall times of the client, such as 12:00. */
  digestTimes: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 12:00.'))
    .max(12, 'A day has at most 12 digests.'),
  /** Contacts of the client who get it by e-mail. */
  contactIds: z.array(z.uuid()).max(20, 'A message goes to at most 20 contacts.'),
});
export type MessageRule = z.output<typeof messageRule>;

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 09:00.');

/** `day` 1 is Monday, 7 Sunday; `to` 00:00 is the end of the day. A day without a span is closed. */
const businessHours = z
  .array(z.strictObject({ day: z.number().int().min(1).max(7), from: wallTime, to: wallTime }))
  .min(1, 'Name at least one span, or leave the hours out.')
  .max(21, 'A day has at most three spans.')
  .refine((spans) => spans.every(({ from, to }) => to === '00:00' || from < to), {
    error: 'Each span must end after it begins.',
  });
export type BusinessHours = z.output<typeof businessHours>;

/** Approved wording with its approver. */
export type SettledWords = { words: string; approvedByName: string; approvedAt: string };

/** Wording that waits for an approval. */
export type ProposedWords = { words: string; byId: string; byName: string; at: string };

const seconds = z
  .number()
  .int()
  .min(10)
  .max(30 * 86_400);
const targets = z.strictObject({
  deliverSeconds: seconds,
  acknowledgeSeconds: seconds,
  resolveSeconds: seconds,
});
const escalationTargets = z.strictObject({ routine: targets, urgent: targets, emergency: targets });
export type EscalationTargets = z.output<typeof escalationTargets>;

export const usualTargets: EscalationTargets = {
  routine: { deliverSeconds: 300, acknowledgeSeconds: 14_400, resolveSeconds: 172_800 },
  urgent: { deliverSeconds: 60, acknowledgeSeconds: 900, resolveSeconds: 28_800 },
  emergency: { deliverSeconds: 60, acknowledgeSeconds: 300, resolveSeconds: 7_200 },
};

const routineRemedies = z
  .array(z.string().trim().min(1).max(200, 'Keep a remedy under 200 characters.'))
  .max(30, 'A client has at most 30 routine remedies.');
const playbookId = z.string().max(64).nullable();

const name = z.string().trim().min(1, 'A client needs a name.').max(160);
const accountInfo = z.string().max(20_000, 'Keep the account info under 20,000 characters.');
const greeting = z.string().trim().max(400);

export const createClientInput = z.strictObject({
  name,
  timeZone: timeZone.default('UTC'),
  accountInfo: accountInfo.default(''),
  greeting: greeting.default('').describe('Answer phrase for numbers that have none of their own'),
  approvalRule: z.enum(approvalRules).default('author'),
});

export const updateClientInput = z.strictObject({
  clientId: z.uuid(),
  name: name.optional(),
  timeZone: timeZone.optional(),
  accountInfo: accountInfo.optional(),
  greeting: greeting.optional(),
  approvalRule: z.enum(approvalRules).optional(),
  playbookId: playbookId.optional(),
  routineRemedies: routineRemedies.optional(),
  messageRule: messageRule.optional(),
  hasMessageReview: z.boolean().optional(),
  businessHours: businessHours.nullable().optional(),
  escalationTargets: escalationTargets.optional(),
});

export const clientIdInput = z.strictObject({ clientId: z.uuid() });

export const listClientsInput = z.strictObject({
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type Client = {
  id: string;
  name: string;
  timeZone: string;
  accountInfo: string;
  greeting: string;
  approvalRule: ApprovalRule;
  /** null: the answering service's. */
  playbookId: string | null;
  /** What may be settled on the spot under every playbook. */
  routineRemedies: string[];
  messageRule: MessageRule;
  hasMessageReview: boolean;
  /** When the client's own people work; null: round the clock. */
  businessHours: BusinessHours | null;
  /** How soon an escalation shall be delivered, acknowledged and resolved, by urgency. */
  escalationTargets: EscalationTargets;
  createdAt: Date;
};

/** The clients an operator takes calls for; none: all of them. */
export const setAssignmentsInput = z.strictObject({
  memberId: z.uuid(),
  clientIds: z.array(z.uuid()).max(2_000),
});

export const listAssignmentsInput = z.strictObject({ memberId: z.uuid() });
