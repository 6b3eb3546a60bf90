import { z } from 'zod';
import { DAY, SECOND } from '../../kernel/duration';
import { urgencies, type Mood } from '../calls/model';
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

/** How often somebody is given the account. */
export const cadences = ['daily', 'weekly'] as const;
export type Cadence = (typeof cadences)[number];

/** Who gets an account: one or the other, or whoever asks. */
export const setSubscriptionInput = z
  .strictObject({
    /** null: all clients, for staff; unless told, the client of whoever gets it. */
    clientId: z.uuid().nullable().optional(),
    contactId: z.uuid().optional(),
    memberId: z.uuid().optional(),
    cadence: z.enum(cadences),
    /** 1 Monday to 7 Sunday. */
    weekday: z.number().int().min(1).max(7).optional(),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 18:00.'),
    timeZone: z
      .string()
      .refine((name) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name), {
        error: 'Use a time zone name such as Europe/Berlin.',
      }),
    leastUrgency: z.enum(urgencies).default('routine'),
    isSentEmpty: z.boolean().default(false),
  })
  .refine(({ cadence, weekday }) => cadence === 'daily' || weekday !== undefined, {
    path: ['weekday'],
    error: 'Choose the day of the week.',
  })
  .refine(({ contactId, memberId }) => contactId === undefined || memberId === undefined, {
    path: ['contactId'],
    error: 'Choose a contact or somebody who signs in, not both.',
  });

export const subscriptionIdInput = z.strictObject({ subscriptionId: z.uuid() });

export const listSubscriptionsInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** An account is given so long after its time: what was under way at that instant is on record by then. */
export const SETTLING = 30 * SECOND;

/** An account goes back no further. */
export const MOST_ACCOUNT_DAYS = 35;

/** As many calls, escalations and promises are told one by one; the rest is counted. */
export const MOST_TOLD = 60;

export const getAccountInput = z
  .strictObject({
    clientId: z.uuid().optional(),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    leastUrgency: z.enum(urgencies).default('routine'),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'The end must come after the beginning.',
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MOST_ACCOUNT_DAYS * DAY, {
    path: ['from'],
    error: 'Look at five weeks or less.',
  });

export type PackState = 'queued' | 'running' | 'ready' | 'failed';

/** How a call of an incident went: spoken with, given up before anybody answered, not answered yet, or in writing. */
export const callFates = ['answered', 'abandoned', 'ringing', 'written'] as const;
export type CallFate = (typeof callFates)[number];

/** How long escalations went without an acknowledgement; `none`: nobody has given one. */
export type AcknowledgeSpan = '5_min' | '15_min' | '1_h' | 'longer' | 'none';

/** A pack as screens and programs see it: how far it is, and what it holds. */
export type PackCard = {
  id: string;
  clientId: string;
  briefingId: string;
  asOf: Date;
  state: PackState;
  /** 0 to 100. */
  progress: number;
  /** How often it was begun. */
  tries: number;
  /** Why it failed, in words; null unless it did. */
  failure: string | null;
  calls: number | null;
  pages: number | null;
  requestedByName: string;
  requestedAt: Date;
  readyAt: Date | null;
};

/** It is begun once, and after failures three times again. */
export const mostPackTries = 4;

/** Whoever makes a pack says within this time that they still do, or somebody else may. */
export const packLeaseSeconds = 30;

/** What is longer is no printed matter any more: its list is to be had as CSV. */
export const mostPackCalls = 5_000;

/** So many packs of one answering service may wait at once. */
export const mostPacksWaiting = 10;

export const incidentInput = z.strictObject({ briefingId: z.uuid() });

export const packIdInput = z.strictObject({ packId: z.uuid() });

export const requestPackInput = z.strictObject({
  briefingId: z.uuid(),
  /** Made by the screen, so that a retry asks for no second one. */
  packId: z.uuid().optional(),
});

export const listPacksInput = z.strictObject({
  briefingId: z.uuid(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const listIncidentCallsInput = z.strictObject({
  briefingId: z.uuid(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** `client_day`: each day of each client, for files alone. */
const reportGroupings = ['day', 'client', 'client_day'] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

/** What is counted together: see report-figures.ts. */
export const reportKinds = ['level', 'minutes', 'promises', 'acknowledgement'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Whole days, each as long as it is where the client's clock hangs. */
const reportDaysInput = {
  from: z.iso.date(),
  /** The last day, included. */
  to: z.iso.date(),
  clientId: z.uuid().optional(),
};

const isInOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const isYear = ({ from, to }: { from: string; to: string }) =>
  (Date.parse(to) - Date.parse(from)) / DAY < MOST_DAYS;
const outOfOrder = { path: ['to'], error: 'The last day must not come before the first.' };
const tooLong = { path: ['from'], error: 'Look at a year or less.' };

export const reportInput = z
  .strictObject({ ...reportDaysInput, by: z.enum(['day', 'client']) })
  .refine(isInOrder, outOfOrder)
  .refine(isYear, tooLong);

export const reportFileInput = z
  .strictObject({ ...reportDaysInput, by: z.enum(reportGroupings), kind: z.enum(reportKinds) })
  .refine(isInOrder, outOfOrder)
  .refine(isYear, tooLong);

export const playbookReportInput = z
  .strictObject(reportDaysInput)
  .refine(isInOrder, outOfOrder)
  .refine(isYear, tooLong);
