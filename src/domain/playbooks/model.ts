import { z } from 'zod';

/** The five methods that come with the product; their content is in built-in-playbooks.ts. */
export const builtInIds = ['notes_first', 'own_it', 'receptive', 'eleven_steps', 'step_back'] as const;
export type BuiltInId = (typeof builtInIds)[number];

/** Whether the operator listens in silence, or lets short sounds show that somebody is there. */
export const listeningStyles = ['silence', 'sounds'] as const;
/** Whether a remedy is promised outright, or an attempt at it. The briefing's rule, where stricter, goes before. */
export const promiseStyles = ['will', 'will_try'] as const;
/** Whether the matter is settled in the call, or gathered and answered by a call back. */
export const resolutionStyles = ['solve_now', 'call_back'] as const;

export type ListeningStyle = (typeof listeningStyles)[number];
export type PromiseStyle = (typeof promiseStyles)[number];
export type ResolutionStyle = (typeof resolutionStyles)[number];

/** How an operator may apologise: for what the client did; for how the caller feels, without blame; owing a remedy. */
export const apologyKinds = ['direct', 'blameless', 'we_owe_you'] as const;
export type ApologyKind = (typeof apologyKinds)[number];

/**
 * What a step puts into the call:
 * `tick` only that it was done; `listening` the talk time with its cue line; `ownership` that the operator took it on
 * (account fields unfold); `notes` points of the log; `issue` the matter as heard, to repeat back; `account` who calls
 * and what the client asks of them; `questions` prompts to ask from; `wish` what would solve it for the caller;
 * `triage` mood and urgency; `apology` one of the permitted kinds; `remedy` a routine remedy; `promise`; `escalation`;
 * `read_back`.
 */
export const stepKinds = [
  'tick',
  'listening',
  'ownership',
  'notes',
  'issue',
  'account',
  'questions',
  'wish',
  'triage',
  'apology',
  'remedy',
  'promise',
  'escalation',
  'read_back',
] as const;
export type StepKind = (typeof stepKinds)[number];

const line = (most: number) => z.string().trim().max(most, `Keep it under ${most} characters.`);
const sentences = (most: number) => z.array(line(200).min(1)).max(most, `At most ${most}.`);

const stepInput = z.strictObject({
  /** Stays the same across versions, so that ticks mean the same step. */
  id: z.string().regex(/^[a-z0-9_-]{1,40}$/),
  title: line(60).min(1, 'A step needs a title.'),
  /** One line, short enough to glance at. */
  cue: line(140).min(1, 'A step needs a cue.'),
  /** The same for a complaint that came by e-mail; '': the cue serves both. */
  cueByEmail: line(140).default(''),
  kind: z.enum(stepKinds).default('tick'),
  isRequired: z.boolean().default(false),
});

export const playbookContentInput = z.strictObject({
  name: line(60).min(1, 'A playbook needs a name.'),
  /** One sentence: how it works. */
  summary: line(240).default(''),
  listening: z.enum(listeningStyles),
  promise: z.enum(promiseStyles),
  resolution: z.enum(resolutionStyles),
  /** Account fields stay folded until the step of kind `ownership` is ticked. */
  foldsAccount: z.boolean().default(false),
  /** Seconds of listening after which the cue line lights up; null: no timer. */
  listeningSeconds: z.number().int().min(5).max(600).nullable().default(null),
  /** What to say when the caller asks whether anybody is there, or the timer is over. */
  listeningLine: line(200).default(''),
  /** Short sounds and sentences that show that somebody listens and helps. */
  doorOpeners: sentences(12).default([]),
  /** How to cut in gently. */
  cutInLine: line(200).default(''),
  openQuestions: sentences(12).default([]),
  closedQuestions: sentences(12).default([]),
  /** By kind: the words of the apology. */
  apologies: z.record(z.enum(apologyKinds), line(240)),
  /** The boundary, calmly. */
  abuseLine: line(240).default(''),
  /** After so many times that the boundary was named the call may be ended; 0: it may not. */
  abuseLimit: z.number().int().min(0).max(9).default(2),
  endingLine: line(240).default(''),
  steps: z
    .array(stepInput)
    .min(1, 'A playbook needs a step.')
    .max(20, 'A playbook has at most 20 steps.')
    .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'Two steps have one id.'),
});

export type PlaybookContent = z.output<typeof playbookContentInput>;
export type PlaybookStep = PlaybookContent['steps'][number];

/** One version of a playbook: what a call began with, and keeps. `id` is a built-in's name or a UUID. */
export type Playbook = {
  id: string;
  version: number;
  isBuiltIn: boolean;
  content: PlaybookContent;
};

/** A row of the list: what the method is, and in how many places it is named. */
export type PlaybookSummary = {
  id: string;
  name: string;
  summary: string;
  isBuiltIn: boolean;
  version: number;
  stepCount: number;
  listening: ListeningStyle;
  promise: PromiseStyle;
  resolution: ResolutionStyle;
  /** Whether the service's rules name it, so that it is taken where nothing else is named. */
  isDefault: boolean;
  clientCount: number;
  callTypeCount: number;
  /** null: it is offered. */
  archivedAt: Date | null;
  changedAt: Date | null;
  changedByName: string | null;
};

type Named = { id: string; name: string };

/** Where a playbook is named; clients and call types at most 50 each. Briefings name theirs themselves. */
export type PlaybookUse = {
  isDefault: boolean;
  clients: Named[];
  callTypes: (Named & { clientId: string | null })[];
};

/** One playbook with its history, newest first (at most 200 versions), and where it is named. */
export type PlaybookRecord = {
  playbook: Playbook;
  archivedAt: Date | null;
  versions: { version: number; changedAt: Date; changedByName: string }[];
  use: PlaybookUse;
};

/** What a choice of playbooks shows. */
export type PlaybookOption = { id: string; name: string; isBuiltIn: boolean };

/** What is wrong with a playbook of one's own. A warning can be saved; anything else contradicts itself. */
export type PlaybookProblem = { field: string; words: string; isWarning: boolean };

/** An answering service has at most so many playbooks of its own, and so many call types, that are not archived. */
export const mostPlaybooks = 100;
export const mostCallTypes = 1_000;

/** Why somebody calls: selects intake fields and, if it names one, a playbook. */
export type CallType = {
  id: string;
  /** null: for all clients. */
  clientId: string | null;
  name: string;
  playbookId: string | null;
  intake: CallTypeIntake[];
  archivedAt: Date | null;
};

const intakeItem = z.strictObject({
  id: z.uuid(),
  label: line(200).min(1, 'A field needs a label.'),
  kind: z.enum(['text', 'number', 'phone', 'email', 'choice', 'yes_no']).default('text'),
  required: z.boolean().default(false),
  choices: z.array(line(100).min(1)).max(20).default([]),
});
export type CallTypeIntake = z.output<typeof intakeItem>;

export const playbookIdInput = z.strictObject({ playbookId: z.string().max(64) });
export const playbookVersionInput = z.strictObject({
  playbookId: z.string().max(64),
  version: z.number().int().min(1),
});
export const createPlaybookInput = z.strictObject({ content: playbookContentInput });
export const changePlaybookInput = z.strictObject({
  playbookId: z.uuid(),
  /** The version these changes are based on; another one answers STALE. */
  version: z.number().int().min(1),
  content: playbookContentInput,
});
export const archivePlaybookInput = z.strictObject({ playbookId: z.uuid() });

const callTypeFields = {
  name: line(80).min(1, 'A call type needs a name.'),
  playbookId: z.string().max(64).nullable().default(null),
  intake: z.array(intakeItem).max(30, 'A call type has at most 30 fields.').default([]),
};
export const createCallTypeInput = z.strictObject({
  clientId: z.uuid().nullable().default(null),
  ...callTypeFields,
});
export const changeCallTypeInput = z.strictObject({ callTypeId: z.uuid(), ...callTypeFields });
export const archiveCallTypeInput = z.strictObject({ callTypeId: z.uuid() });
export const listCallTypesInput = z.strictObject({ clientId: z.uuid().optional() });
