import { z } from 'zod';

/** What one hand-over length is counted in. Hours are elapsed time; the others hand over at a wall time. */
export const rotationUnits = ['hour', 'day', 'week', 'month'] as const;
export type RotationUnit = (typeof rotationUnits)[number];

/** "22:00" to "07:00" of the next day is one span; from = to is the whole day. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 08:00.');

/** A date on the wall, such as 2026-11-22. */
const localDate = z.iso.date('Write a date such as 2026-11-22.');

/** 1 is Monday, 7 is Sunday (ISO 8601); `holiday` stands for the client's holidays, whatever weekday they fall on. */
const dayKind = z.union([z.number().int().min(1).max(7), z.literal('holiday')]);
export type DayKind = z.output<typeof dayKind>;

/** Part of a week: begins on each of `days` at `from`, ends at the next `to`. */
const weekSpanInput = z.strictObject({
  days: z.array(dayKind).min(1, 'Choose at least one day.').max(8),
  from: wallTime,
  to: wallTime,
});
export type WeekSpan = z.output<typeof weekSpanInput>;

const rotationInput = z.strictObject({
  name: z.string().trim().min(1, 'A rotation needs a name.').max(80),
  unit: z.enum(rotationUnits),
  /** A shift lasts so many units. */
  every: z.number().int().min(1).max(365).default(1),
  /** The first hand-over, on the schedule's wall clock: its weekday, day of month and time are those of all later ones. */
  startsAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'Write a local time such as 2026-11-23T08:00.'),
  /** Contacts in the order in which they take over. */
  contactIds: z.array(z.uuid()).min(1, 'A rotation needs somebody.').max(50),
  /** Only then; none: always. */
  spans: z.array(weekSpanInput).max(20).default([]),
});
export type Rotation = z.output<typeof rotationInput>;

const scheduleName = z.string().trim().min(1, 'A schedule needs a name.').max(80);
const timeZone = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
    message: 'That is no time zone. Write one such as Europe/Berlin.',
  });
const rotations = z.array(rotationInput).max(10, 'A schedule has at most 10 rotations.');

export const createScheduleInput = z.strictObject({
  clientId: z.uuid(),
  name: scheduleName,
  timeZone: timeZone.optional().describe("The client's unless told"),
  rotations: rotations.default([]),
  isHandoverTold: z
    .boolean()
    .default(true)
    .describe('Whether whoever takes over gets a word at the hand-over'),
});

export const updateScheduleInput = z.strictObject({
  scheduleId: z.uuid(),
  name: scheduleName.optional(),
  timeZone: timeZone.optional(),
  rotations: rotations.optional(),
  isHandoverTold: z.boolean().optional(),
  /** The version that the change is based on; another one by now: STALE. */
  version: z.number().int().min(1).optional(),
});

export const scheduleIdInput = z.strictObject({ scheduleId: z.uuid() });
export const listSchedulesInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const overrideKinds = ['add', 'remove', 'replace'] as const;
export type OverrideKind = (typeof overrideKinds)[number];

const instant = z.iso.datetime({ offset: true, error: 'Write an instant such as 2026-11-22T18:00:00Z.' });

/** `add`: besides. `remove`: not this one. `replace`: `contactId` instead of `replacedContactId`, whenever that one is on call. */
export const createOverrideInput = z.strictObject({
  scheduleId: z.uuid(),
  kind: z.enum(overrideKinds),
  contactId: z.uuid().optional().describe('Who is on call (add, replace)'),
  replacedContactId: z.uuid().optional().describe('Who is not (remove, replace)'),
  startsAt: instant,
  endsAt: instant,
  note: z.string().trim().max(200).default(''),
});
export const overrideIdInput = z.strictObject({ overrideId: z.uuid() });
export const listOverridesInput = z.strictObject({
  scheduleId: z.uuid().optional(),
  endsAfter: instant.optional().describe('Only those that end later'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Temporary coverage: between two instants these shifts stand instead of everything else the schedule says. */
export const createCoverageInput = z.strictObject({
  scheduleId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
  shifts: z
    .array(z.strictObject({ contactId: z.uuid(), startsAt: instant, endsAt: instant }))
    .min(1, 'Say who is on call meanwhile.')
    .max(200),
  note: z.string().trim().max(200).default(''),
});
export const coverageIdInput = z.strictObject({ coverageId: z.uuid() });

export const setHolidaysInput = z.strictObject({
  clientId: z.uuid(),
  holidays: z.array(z.strictObject({ date: localDate, name: z.string().trim().min(1).max(80) })).max(200),
});
export const holidaysOfInput = z.strictObject({ clientId: z.uuid() });

/** Who is responsible, of one client or of all. */
export const onCallInput = z.strictObject({ clientId: z.uuid(), at: instant.optional() });

/** What a calendar shows: at most 62 days. */
export const calendarInput = z.strictObject({ scheduleId: z.uuid(), from: instant, to: instant });

export type Holiday = { date: string; name: string };

export type Override = {
  id: string;
  scheduleId: string;
  clientId: string;
  kind: OverrideKind;
  contactId: string | null;
  replacedContactId: string | null;
  startsAt: Date;
  endsAt: Date;
  note: string;
  createdByName: string;
};

/** Somebody on call without a break, ends excluded. */
export type Shift = { contactId: string; startsAt: Date; endsAt: Date };
export type Coverage = {
  id: string;
  scheduleId: string;
  clientId: string;
  startsAt: Date;
  endsAt: Date;
  shifts: Shift[];
  note: string;
  createdByName: string;
};

export type Schedule = {
  id: string;
  clientId: string;
  name: string;
  timeZone: string;
  rotations: Rotation[];
  isHandoverTold: boolean;
  version: number;
};

/**
 * All that decides who is on call: the input of the pure rules. Overrides and coverages may lie anywhere in time, by the
 * instant at which they were made: what was said last counts.
 */
export type ScheduleFacts = {
  timeZone: string;
  rotations: readonly Rotation[];
  overrides: readonly (Pick<Override, 'kind' | 'contactId' | 'replacedContactId' | 'startsAt' | 'endsAt'> & {
    createdAt: Date;
  })[];
  coverages: readonly { startsAt: Date; endsAt: Date; shifts: readonly Shift[]; createdAt: Date }[];
  /** Dates such as 2026-12-25, on the schedule's wall. */
  holidays: readonly string[];
};

/** Nobody is on call from `startsAt` to `endsAt`. */
export type Gap = { startsAt: Date; endsAt: Date };

export type OnCallPerson = { contactId: string; name: string; title: string };

/** A schedule as a screen shows it at an instant. */
export type ScheduleStatus = {
  schedule: Schedule;
  at: Date;
  /** On call now; empty: nobody. */
  now: OnCallPerson[];
  /** Until when that stays so; null: for the 31 days that are looked ahead. */
  until: Date | null;
  /** Who follows then. */
  next: OnCallPerson[];
  /** In the next 31 days, by time; at most 50. */
  gaps: Gap[];
};

/** The same in a list over all clients. */
export type ClientScheduleStatus = ScheduleStatus & { clientName: string };

export type ScheduleCalendar = {
  schedule: Schedule;
  from: Date;
  to: Date;
  shifts: (Shift & { name: string; isOverride: boolean })[];
  gaps: Gap[];
  overrides: Override[];
  coverages: Coverage[];
  holidays: Holiday[];
};

/** One entry of a person's own calendar. `uid` stays the same as long as the shift begins when it does. */
export type FeedShift = {
  uid: string;
  scheduleName: string;
  clientName: string;
  startsAt: Date;
  endsAt: Date;
};
