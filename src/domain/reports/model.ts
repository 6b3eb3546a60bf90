import { z } from 'zod';
import { DAY } from '../../kernel/duration';
import type { Mood } from '../calls/model';
import type { PresenceState, ServiceRules } from '../tenancy/model';

/** Telephone calls that waited alike. */
export type WaitCount = {
  kind: 'answered' | 'abandoned' | 'waiting';
  /** From the first ring, in whole seconds rounded up; an hour and more are one. */
  waitedSeconds: number;
  calls: number;
  /** Their exact waits together. */
  totalSeconds: number;
};

/** The figures behind a service level: always shown with their counts. */
export type CallFigures = {
  received: number;
  answered: number;
  /** All that were given up, whatever the rule leaves out. */
  abandoned: number;
  /** Answered within the seconds of the rule. */
  inTime: number;
  /** The calls that count by the rule; `inTime` ÷ `counted` is the service level. */
  counted: number;
  /** The waits of all answered calls together. */
  answerSeconds: number;
};

/** Somebody at a desk: on a call or in wrap-up by the calls in hand, otherwise what they chose. */
export type WallOperator = {
  membershipId: string;
  name: string;
  state: 'on_call' | 'wrap_up' | PresenceState;
  /** Why on a break; '' otherwise. */
  reason: string;
  since: Date | null;
};

/** What a supervisor sees of all desks at once. */
export type Wall = {
  readAt: Date;
  rules: ServiceRules;
  /** Of calls that began to ring in the last 60 minutes, and in the last 24 hours. */
  lastHour: CallFigures;
  lastDay: CallFigures;
  waiting: { calls: number; oldestRingAt: Date | null };
  /** Open ones whose deadline has passed, and those due within 30 minutes. */
  promises: { overdue: number; dueSoon: number };
  escalations: { unacknowledged: number; oldestStartedAt: Date | null };
  operators: WallOperator[];
};

export const outcomeGroupings = ['playbook', 'briefing', 'operator'] as const;
export type OutcomeGrouping = (typeof outcomeGroupings)[number];

const MOST_DAYS = 366;

export const outcomesInput = z
  .strictObject({
    from: z.iso.datetime({ offset: true }),
    /** Calls that rang before it. */
    to: z.iso.datetime({ offset: true }),
    by: z.enum(outcomeGroupings),
    clientId: z.uuid().optional(),
  })
  .refine(({ from, to }) => new Date(from) < new Date(to), {
    path: ['to'],
    error: 'The end must come after the beginning.',
  })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY <= MOST_DAYS, {
    path: ['from'],
    error: 'Look at a year or less.',
  });

/** So many of so many. Shown as a percentage only with its interval, and never of fewer than `fewestToSay`. */
export type Share = { count: number; of: number };

/** Of fewer calls than this nothing is said but how many there were. */
export const fewestToSay = 5;

export type MoodCounts = Record<Mood | 'unknown', number>;

/** What came of the answered calls that share a playbook, a briefing or an operator. */
export type OutcomeGroup = {
  /** A playbook's id or name, the briefing's id, or the membership's; null: without one. */
  key: string | null;
  name: string;
  calls: number;
  moodIn: MoodCounts;
  moodOut: MoodCounts;
  /** Calmer at the end than at the start, of those that did not begin calm and whose mood is known at both ends. */
  calmed: Share;
  /** The caller rang the same client again within a day, of calls with a number whose day is over. */
  rangAgain: Share;
  /** Calls in which the boundary was named. */
  abusive: Share;
  /** From answer to end in whole seconds, of `timed` ended calls: half, and nine in ten, were no longer. */
  medianSeconds: number | null;
  p90Seconds: number | null;
  timed: number;
  promises: { given: number; kept: number; broken: number; open: number };
};

export type Outcomes = {
  /** By name: never a ranking. Those without a playbook, briefing or operator come last. */
  groups: OutcomeGroup[];
  /** Whether there are more groups than are shown; those with the most calls are. */
  isCut: boolean;
};
