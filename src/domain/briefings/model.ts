import { z } from 'zod';
import type { Problem } from '../../kernel/errors';

export const briefingStates = ['draft', 'published', 'resolved'] as const;
export type BriefingState = (typeof briefingStates)[number];

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
const statementInput = orText('text', z.strictObject({ id, text: line }));
const assuranceInput = orText(
  'text',
  z.strictObject({ id, text: line, promiseRule: z.enum(promiseRules).default('will_try') }),
);
const neverSayInput = orText('phrase', z.strictObject({ id, phrase: line, sayInstead: line.default('') }));
const answerInput = z.strictObject({ id, question: line, answer: paragraph });
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
  opening: paragraph.default(''),
  facts: z.array(factInput).max(60, atMost('facts')).default([]),
  unknowns: z.array(unknownInput).max(60, atMost('open points')).default([]),
  statements: z.array(statementInput).max(60, atMost('statements')).default([]),
  assurances: z.array(assuranceInput).max(60, atMost('assurances')).default([]),
  neverSay: z.array(neverSayInput).max(60, atMost('never-say phrases')).default([]),
  qa: z.array(answerInput).max(60, atMost('questions')).default([]),
  intake: z.array(intakeInput).max(60, atMost('intake fields')).default([]),
  escalateWhen: z.array(escalateWhenInput).max(60, atMost('escalation rules')).default([]),
  closing: paragraph.default(''),
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

/** One published version, as the desk holds it. */
export type LiveBriefing = {
  briefingId: string;
  versionId: string;
  version: number;
  clientId: string;
  content: BriefingContent;
  publishedAt: Date;
  publishedByName: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** A row of a list of briefings. `draftRevision` counts saves, `currentVersion` counts publications (0: none). */
export type BriefingSummary = {
  id: string;
  clientId: string;
  clientName: string;
  state: BriefingState;
  headline: string;
  severity: Severity;
  currentVersion: number;
  draftRevision: number;
  hasUnpublishedChanges: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  nextUpdateDueAt: Date | null;
  publishedAt: Date | null;
  resolvedAt: Date | null;
  updatedAt: Date;
  updatedByName: string;
};

/** A briefing with the draft that is being edited. */
export type Briefing = BriefingSummary & { draft: BriefingContent };

export type BriefingVersion = {
  id: string;
  briefingId: string;
  version: number;
  content: BriefingContent;
  publishedAt: Date;
  publishedByName: string;
};

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

export const publishBriefingInput = z.strictObject({
  briefingId: z.uuid(),
  draftRevision: z.number().int().min(1).optional(),
});

export const listBriefingsInput = z.strictObject({
  clientId: z.uuid().optional(),
  state: z.enum(briefingStates).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** What stands between a draft and its publication, in words for its author; [] when it may be published. */
export function publishProblems(content: BriefingContent): Problem[] {
  const problems: Problem[] = [];
  const need = (isMissing: boolean, field: string, words: string) => {
    if (isMissing) problems.push({ field, words });
  };
  need(content.headline === '', 'headline', 'Say in one line what happened.');
  need(content.opening === '', 'opening', 'Write the sentence operators open with.');
  content.facts.forEach((fact, n) =>
    need(fact.text === '', `facts.${n}.text`, 'Write the fact, or remove it.'),
  );
  content.unknowns.forEach((item, n) =>
    need(item.text === '', `unknowns.${n}.text`, 'Write the point, or remove it.'),
  );
  content.statements.forEach((item, n) =>
    need(item.text === '', `statements.${n}.text`, 'Write the sentence, or remove it.'),
  );
  content.assurances.forEach((item, n) =>
    need(item.text === '', `assurances.${n}.text`, 'Write the assurance, or remove it.'),
  );
  content.neverSay.forEach((item, n) =>
    need(item.phrase === '', `neverSay.${n}.phrase`, 'Write the phrase, or remove it.'),
  );
  content.qa.forEach((item, n) => {
    need(item.question === '', `qa.${n}.question`, 'Write the question, or remove it.');
    need(item.answer === '', `qa.${n}.answer`, 'Write the answer, or remove the question.');
  });
  content.intake.forEach((item, n) => {
    need(item.label === '', `intake.${n}.label`, 'Name the field, or remove it.');
    need(
      item.kind === 'choice' && item.choices.length < 2,
      `intake.${n}.choices`,
      'Offer at least two choices.',
    );
  });
  content.escalateWhen.forEach((item, n) =>
    need(item.text === '', `escalateWhen.${n}.text`, 'Write the rule, or remove it.'),
  );
  need(
    content.startsAt !== null && content.endsAt !== null && content.startsAt >= content.endsAt,
    'endsAt',
    'The end must come after the start.',
  );
  return problems;
}

export const replaceBriefingInput = briefingContentInput.extend({
  briefingId: z.uuid(),
  /** The version these changes are based on (0: never published), from If-Match. */
  version: z.coerce.number().int().min(0),
});
