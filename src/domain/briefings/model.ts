import { z } from 'zod';
import type { ApprovalRule } from '../clients/model';
import { apologyKinds } from '../playbooks/model';

/** `draft` was never published. What waits for approval is told by the review, also of a published briefing. */
export const briefingStates = ['draft', 'published', 'resolved', 'withdrawn'] as const;
export type BriefingState = (typeof briefingStates)[number];

/** Where the present draft stands between its author and whoever approves. Every save begins anew at `none`. */
export const reviewStates = ['none', 'submitted', 'approved', 'rejected'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** In the terms of Statuspage. */
export const incidentStatuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** What may be written and said in, as BCP 47 names; the first is what a briefing begins in. */
export const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'tr', 'uk', 'ar', 'zh'] as const;
export type Language = (typeof languages)[number];

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** What an operator may say about a remedy: nothing, "we will try", or "we will". */
export const promiseRules = ['none', 'will_try', 'will_fix'] as const;
export type PromiseRule = (typeof promiseRules)[number];

export const intakeKinds = ['text', 'number', 'phone', 'email', 'choice', 'yes_no'] as const;

const id = z.uuid().optional();
const line = z.string().trim().max(600, 'Keep it under 600 characters.');
const paragraph = z.string().trim().max(4_000, 'Keep it under 4,000 characters.');
/** An instant, RFC 3339; kept in UTC. */
const instant = z.iso
  .datetime({ offset: true, error: 'Use a date and time such as 2026-03-29T18:00:00Z.' })
  .transform((text) => new Date(text).toISOString());

/** The same sentence in other languages than the briefing's own. */
const translations = z.partialRecord(z.enum(languages), paragraph).default({});

/** A block item may be given as plain text; it becomes `{[key]: text}`. */
function orText<Shape extends z.ZodRawShape, Key extends keyof Shape & string>(
  key: Key,
  shape: z.ZodObject<Shape, z.core.$strict>,
) {
  return z.preprocess((value) => (typeof value === 'string' ? { [key]: value } : value), shape);
}

const factInput = orText(
  'text',
  z.strictObject({ id, text: line, source: line.default(''), knownAt: instant.nullable().default(null) }),
);
const unknownInput = orText('text', z.strictObject({ id, text: line }));
const statementInput = orText(
  'text',
  z.strictObject({ id, text: line, validUntil: instant.nullable().default(null), in: translations }),
);
const assuranceInput = orText(
  'text',
  z.strictObject({ id, text: line, promiseRule: z.enum(promiseRules).default('will_try') }),
);
const neverSayInput = orText('phrase', z.strictObject({ id, phrase: line, sayInstead: line.default('') }));
const answerInput = z.strictObject({
  id,
  question: line,
  answer: paragraph,
  validUntil: instant.nullable().default(null),
  in: translations,
});
const intakeInput = orText(
  'label',
  z.strictObject({
    id,
    label: line,
    kind: z.enum(intakeKinds).default('text'),
    required: z.boolean().default(false),
    choices: z.array(line).max(20).default([]),
  }),
);
const escalateWhenInput = orText('text', z.strictObject({ id, text: line }));

const atMost = (noun: string) => ({ error: `A briefing holds at most 60 ${noun}.` });

/** All blocks of a briefing as an author sends them; a draft may leave any of them empty. */
export const briefingContentInput = z.strictObject({
  headline: z.string().trim().max(160, 'Keep the headline under 160 characters.').default(''),
  severity: z.enum(severities).default('medium'),
  incidentStatus: z.enum(incidentStatuses).default('investigating'),
  language: z.enum(languages).default('en'),
  opening: paragraph.default(''),
  openingIn: translations,
  facts: z.array(factInput).max(60, atMost('facts')).default([]),
  unknowns: z.array(unknownInput).max(60, atMost('open points')).default([]),
  statements: z.array(statementInput).max(60, atMost('statements')).default([]),
  assurances: z.array(assuranceInput).max(60, atMost('assurances')).default([]),
  neverSay: z.array(neverSayInput).max(60, atMost('never-say phrases')).default([]),
  qa: z.array(answerInput).max(60, atMost('questions')).default([]),
  intake: z.array(intakeInput).max(60, atMost('intake fields')).default([]),
  escalateWhen: z.array(escalateWhenInput).max(60, atMost('escalation rules')).default([]),
  closing: paragraph.default(''),
  apologies: z.array(z.enum(apologyKinds)).max(3).default(['blameless']),
  playbookId: z.string().max(64).nullable().default(null),
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
  nextUpdateDueAt: instant.nullable().default(null),
});

export type BriefingContentInput = z.input<typeof briefingContentInput>;

type Identified<Item> = Omit<Item, 'id'> & { readonly id: string };
type Parsed = z.output<typeof briefingContentInput>;

/** A briefing's content as stored: every block item carries its own id, which stays the same across versions. */
export type BriefingContent = Omit<
  Parsed,
  'facts' | 'unknowns' | 'statements' | 'assurances' | 'neverSay' | 'qa' | 'intake' | 'escalateWhen'
> & {
  facts: Identified<Parsed['facts'][number]>[];
  unknowns: Identified<Parsed['unknowns'][number]>[];
  statements: Identified<Parsed['statements'][number]>[];
  assurances: Identified<Parsed['assurances'][number]>[];
  neverSay: Identified<Parsed['neverSay'][number]>[];
  qa: Identified<Parsed['qa'][number]>[];
  intake: Identified<Parsed['intake'][number]>[];
  escalateWhen: Identified<Parsed['escalateWhen'][number]>[];
};

/** `emergency`: published before anybody else had looked; provisional, and marked so until approved. */
export type ApprovalKind = 'approved' | 'emergency';

export type Approval = { kind: ApprovalKind; byName: string; at: Date };

/** A statement that must not be said any more, and what became of it. */
export type Withdrawal = {
  id: string;
  statementId: string;
  /** The newest version that held it. */
  version: number;
  text: string;
  /** What is said instead under the same statement id; null: nothing. */
  correction: string | null;
  reason: string;
  at: Date;
  byName: string;
};

/**
 * One published version, as the desk holds it. `content` holds no wording that was never approved; what has expired
 * since is left out by spokenContent (spoken-content.ts), by the clock of whoever shows it.
 */
export type LiveBriefing = {
  briefingId: string;
  versionId: string;
  version: number;
  clientId: string;
  clientName: string;
  content: BriefingContent;
  /** By wording key. */
  approvals: Record<string, Approval>;
  /** Statements of this or earlier versions that were withdrawn, the newest first; at most 100. */
  withdrawals: Withdrawal[];
  /** Wordings of this version that nobody has approved yet, so that they are not in `content`. */
  unapproved: number;
  publishedAt: Date;
  publishedByName: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

/**
 * A row of a list of briefings. What is published is described as published, what is not as drafted.
 * `draftRevision` counts saves, `currentVersion` counts publications (0: none).
 */
export type BriefingSummary = {
  id: string;
  clientId: string;
  clientName: string;
  state: BriefingState;
  headline: string;
  severity: Severity;
  incidentStatus: IncidentStatus;
  currentVersion: number;
  draftRevision: number;
  hasUnpublishedChanges: boolean;
  review: ReviewState;
  submittedAt: Date | null;
  submittedById: string | null;
  submittedByName: string | null;
  reviewedByName: string | null;
  /** Why it was sent back. */
  reviewWords: string;
  /** Set while something of what is published awaits approval: said in an emergency, or held back from the desk. */
  unapprovedSince: Date | null;
  /** Where it came from, when a program outside began it; '' otherwise. */
  sourceName: string;
  startsAt: Date | null;
  endsAt: Date | null;
  nextUpdateDueAt: Date | null;
  publishedAt: Date | null;
  resolvedAt: Date | null;
  updatedAt: Date;
  updatedByName: string;
};

/** A briefing with the draft that is being edited, and what is published. */
export type Briefing = BriefingSummary & {
  draft: BriefingContent;
  published: BriefingContent | null;
  /** The client's rule. */
  approvalRule: ApprovalRule;
};

export type BriefingVersion = {
  id: string;
  briefingId: string;
  version: number;
  content: BriefingContent;
  approvals: Record<string, Approval>;
  publishedAt: Date;
  publishedByName: string;
};

/** How many operators at a desk right now have confirmed a version. */
export type Reach = { onShift: number; confirmed: number };

export const createBriefingInput = briefingContentInput.extend({
  clientId: z.uuid(),
  publish: z.boolean().default(false),
});

export const saveBriefingInput = briefingContentInput.extend({
  briefingId: z.uuid(),
  /** The draft revision these changes are based on; another one answers STALE. */
  draftRevision: z.number().int().min(1),
});

export const briefingIdInput = z.strictObject({ briefingId: z.uuid() });

const draftRevision = z.coerce.number().int().min(1).optional();

export const publishBriefingInput = z.strictObject({
  briefingId: z.uuid(),
  draftRevision,
  /** Publishes before anybody approves; marked until somebody has. */
  emergency: z.boolean().default(false),
});

export const submitBriefingInput = z.strictObject({ briefingId: z.uuid(), draftRevision });

export const approveBriefingInput = z.strictObject({
  briefingId: z.uuid(),
  /** The draft that was read. Left out, with a draft submitted: that one; else what is published. */
  draftRevision,
  /** The published version that was read, where that is meant and not the draft. */
  version: z.coerce.number().int().min(1).optional(),
  /** Wording keys that are not approved: they stay in the briefing and off the desk. */
  except: z.array(z.string().max(80)).max(400).default([]),
  publish: z.boolean().default(false),
});

export const rejectBriefingInput = z.strictObject({
  briefingId: z.uuid(),
  words: z.string().trim().min(1, 'Say what is missing, so that the author can mend it.').max(2_000),
});

export const withdrawBriefingInput = z.strictObject({
  briefingId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why: operators and account managers read it.').max(2_000),
});

export const confirmBriefingInput = z.strictObject({ versionId: z.uuid() });

export const listBriefingsInput = z.strictObject({
  clientId: z.uuid().optional(),
  state: z.enum(briefingStates).optional(),
  /** `outstanding`: submitted, or published in an emergency and not approved yet. */
  review: z.enum(['outstanding']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const replaceBriefingInput = briefingContentInput.extend({
  briefingId: z.uuid(),
  /** The version these changes are based on (0: never published), from If-Match. */
  version: z.coerce.number().int().min(0),
});

export const mostQuestions = 60;

export type ImportFormat = 'csv' | 'json';

export const importQuestionsInput = z.strictObject({
  briefingId: z.uuid(),
  draftRevision: z.number().int().min(1),
  format: z.enum(['csv', 'json']),
  text: z.string().max(400_000, 'This file is too long for the questions of one briefing.'),
  /** Only tells what would happen. */
  dryRun: z.boolean().default(false),
});
