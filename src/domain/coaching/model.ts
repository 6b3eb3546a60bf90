import { z } from 'zod';
import { DAY } from '../../kernel/duration';
import type { Disposition } from '../calls/model';
import type { EscalationState, Verdict } from '../escalations/model';

/** How one criterion was met; `not_applicable` counts neither way. */
export const marks = ['met', 'partly', 'missed', 'not_applicable'] as const;
export type Mark = (typeof marks)[number];

/** One line of the form. `weight` 1 to 10. */
export type Criterion = { id: string; name: string; hint: string; weight: number };

/** The trade's criteria, until a service writes its own. */
export const usualCriteria: readonly Criterion[] = [
  {
    id: 'answer',
    name: 'Answer time',
    hint: 'Answered within the seconds that the service states.',
    weight: 2,
  },
  { id: 'greeting', name: 'Greeting as written', hint: 'The answer phrase, word for word.', weight: 2 },
  { id: 'listening', name: 'Listening', hint: 'Let the caller finish; did not defend.', weight: 3 },
  { id: 'courtesy', name: 'Courtesy', hint: 'Warm, patient, in the client’s name.', weight: 2 },
  { id: 'accuracy', name: 'Accuracy', hint: 'Name, number and matter are right in the log.', weight: 3 },
  { id: 'read_back', name: 'Read-back', hint: 'Repeated the outcome and the caller agreed.', weight: 2 },
  {
    id: 'promise',
    name: 'Promise',
    hint: 'Promised only what the briefing permits, with a deadline.',
    weight: 3,
  },
  { id: 'disposition', name: 'Disposition', hint: 'The call was ended with the right one.', weight: 1 },
];

const sampleStates = ['open', 'scored', 'dropped'] as const;
export type SampleState = (typeof sampleStates)[number];

/** One criterion as it was, with how it was met and why. */
export type ScoreLine = Criterion & { mark: Mark; words: string };

/** The form in one version; version 0 is the trade's own, which nobody wrote. */
export type Scorecard = {
  version: number;
  criteria: readonly Criterion[];
  createdAt: Date | null;
  createdByName: string | null;
};

/** What is told of a call that is looked at. `clientTimeZone` is null where the number was nobody's. */
type CoachedCall = {
  callId: string;
  clientName: string | null;
  clientTimeZone: string | null;
  callerName: string;
  ringAt: Date;
  operatorId: string;
  operatorName: string;
};

/** A call that was drawn, or chosen, to be scored. */
export type Sample = CoachedCall & {
  answeredAt: Date | null;
  disposition: Disposition | null;
  state: SampleState;
  drawnAt: Date;
  drawnByName: string;
};

export type CallScore = CoachedCall & {
  id: string;
  lines: ScoreLine[];
  /** 0 to 100, of what applied; null: nothing did. */
  percent: number | null;
  words: string;
  scoredById: string;
  scoredByName: string;
  scoredAt: Date;
  /** When the operator saw it as it is now. */
  seenAt: Date | null;
  /** The operator's; '': none yet. */
  answer: string;
  answeredAt: Date | null;
};

/** A call beside the form: where it stands, and how it was scored if it was. */
export type Scoring = {
  callId: string;
  operatorId: string | null;
  operatorName: string | null;
  /** Why it cannot be scored, in words; null: it can, or it has been. */
  problem: string | null;
  sampleState: SampleState | null;
  score: CallScore | null;
  scorecard: Scorecard;
  /** From the first ring; null: not answered, or in writing. */
  answerSeconds: number | null;
  /** Within which the service says that calls are answered. */
  targetSeconds: number;
};

/** What an account manager wrote to an operator about an escalation. */
export type CoachingNote = {
  id: string;
  escalationId: string;
  callId: string | null;
  clientName: string | null;
  clientTimeZone: string | null;
  summary: string;
  state: EscalationState;
  startedAt: Date;
  verdict: Verdict;
  coachingNote: string;
  operatorId: string;
  operatorName: string;
  reviewedByName: string;
  at: Date;
  seenAt: Date | null;
  answer: string;
  answeredAt: Date | null;
};

/** A form has at most so many criteria. */
export const mostCriteria = 20;

const isEachOnce = (texts: readonly string[]) => new Set(texts).size === texts.length;
const weightWords = 'Weigh it with a whole number from 1 to 10.';

const criterion = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]{1,40}$/, 'Use small letters, digits, - and _.'),
  name: z.string().trim().min(1, 'Name what is looked at.').max(80, 'Keep the name under 80 characters.'),
  hint: z.string().trim().max(300, 'Keep the hint under 300 characters.').default(''),
  weight: z.number(weightWords).int(weightWords).min(1, weightWords).max(10, weightWords),
});

export const setScorecardInput = z.strictObject({
  version: z.number().int().min(0).describe('The version that was changed; 0: the trade’s own form'),
  criteria: z
    .array(criterion)
    .min(1, 'A form needs at least one criterion.')
    .max(mostCriteria, `A form has at most ${mostCriteria} criteria.`)
    .refine((all) => isEachOnce(all.map(({ id }) => id)), 'Two criteria have the same id.')
    .refine((all) => isEachOnce(all.map(({ name }) => name)), 'Two criteria have the same name.'),
});

const scoreFields = {
  lines: z
    .array(
      z.strictObject({
        criterionId: z.string().max(40),
        mark: z.enum(marks),
        words: z.string().trim().max(500, 'Keep it under 500 characters.').default(''),
      }),
    )
    .max(mostCriteria),
  words: z.string().trim().max(2_000, 'Keep it under 2,000 characters.').default(''),
};
export const scoreCallInput = z.strictObject({
  callId: z.uuid(),
  version: z.number().int().min(0).describe('Of the form that was filled in'),
  ...scoreFields,
});
export const changeScoreInput = z.strictObject({ scoreId: z.uuid(), ...scoreFields });

const coachingAnswer = z
  .string()
  .trim()
  .min(1, 'Write your answer.')
  .max(2_000, 'Keep the answer under 2,000 characters.');
export const answerScoreInput = z.strictObject({ scoreId: z.uuid(), words: coachingAnswer });
export const answerReviewInput = z.strictObject({ reviewId: z.uuid(), words: coachingAnswer });
export const markCoachingInput = z.strictObject({
  scoreIds: z.array(z.uuid()).max(100).default([]),
  reviewIds: z.array(z.uuid()).max(100).default([]),
});

/** One draw brings at most so many calls, and looks back over so many days at most. */
export const mostDrawn = 200;
const mostDrawnDays = 31;

const instant = z.iso.datetime({ offset: true });

export const drawSamplesInput = z
  .strictObject({
    from: instant.describe('Calls that rang from here'),
    to: instant.describe('and before here'),
    perOperator: z.number().int().min(1).max(20).default(3),
    clientId: z.uuid().optional(),
    operatorId: z.uuid().optional(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'The end must come after the beginning.',
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= (mostDrawnDays + 1) * DAY, {
    path: ['from'],
    error: `Draw from ${mostDrawnDays} days or less.`,
  });

export const listSamplesInput = z.strictObject({
  state: z.enum(sampleStates).default('open'),
  operatorId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const listOwnCoachingInput = listSamplesInput.pick({ cursor: true, limit: true });
export const listCoachingInput = listSamplesInput.pick({ operatorId: true, cursor: true, limit: true });

const resultPeriods = ['week', 'month'] as const;
export type ResultPeriod = (typeof resultPeriods)[number];

/** Of fewer scores than this no average is told, only how many there are. */
export const fewestToAverage = 5;

export const coachingResultsInput = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date().describe('The last day, included'),
    by: z.enum(resultPeriods).default('week'),
    /** Whose clock says when a day begins. */
    timeZone: z
      .string()
      .max(64)
      .refine((name) => isTimeZone(name), 'There is no such time zone.')
      .default('UTC'),
    operatorId: z.uuid().optional(),
    clientId: z.uuid().optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'The last day must not come before the first.',
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 366 * DAY, {
    path: ['from'],
    error: 'Look at a year or less.',
  });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** So many of each mark; `not_applicable` counts neither way. */
export type MarkCounts = Record<Mark, number>;

/** Scores of a time; `percent` is their average, null where there are too few to say. */
export type ScoreSum = { scores: number; percent: number | null };

export type OperatorResults = ScoreSum & {
  operatorId: string;
  name: string;
  /** One for each period, in their order. */
  periods: ScoreSum[];
  /** In the order of the form of now; those that are no longer in it come last. */
  criteria: { id: string; name: string; counts: MarkCounts }[];
  seen: number;
  answered: number;
};

export type CoachingResults = {
  /** Both days included; the first and last may be cut by the time that was asked for. */
  periods: { from: string; to: string }[];
  /** By name: never a ranking. */
  operators: OperatorResults[];
  /** Whether there are more operators than are shown. */
  isCut: boolean;
};
