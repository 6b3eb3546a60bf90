// On the nights on which clocks change, at month's ends, over midnight, and on holidays: who is on call.
import { describe, expect, it } from 'vitest';
import type { Rotation, ScheduleFacts } from '../../src/domain/oncall/model';
import { onCallAt } from '../../src/domain/oncall/on-call-at';
import { shiftsBetween } from '../../src/domain/oncall/shifts-between';
import { HOUR } from '../../src/kernel/duration';

const facts = (timeZone: string, rotation: Partial<Rotation>, more: Partial<ScheduleFacts> = {}) => ({
  timeZone,
  rotations: [
    {
      name: 'Duty',
      unit: 'day' as const,
      every: 1,
      startsAt: '2026-01-05T09:00',
      contactIds: ['Tom', 'Eva'],
      spans: [],
      ...rotation,
    },
  ],
  overrides: [],
  coverages: [],
  holidays: [],
  ...more,
});

/** When duty changes hands, as UTC says it. */
function handovers(schedule: ScheduleFacts, from: string, until: string): string[] {
  const { shifts } = shiftsBetween(schedule, new Date(from), new Date(until));
  return shifts.slice(1).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
}

const who = (schedule: ScheduleFacts, at: string) => onCallAt(schedule, new Date(at));

describe('the night on which clocks go forward', () => {
  const nights = [
    // Wall time of the hand-over that is skipped, the Sunday, and the instant at which it hands over instead.
    ['Europe/Berlin', '02:30', '2026-03-29', '2026-03-29T01:30'],
    ['Europe/Berlin', '02:00', '2026-03-29', '2026-03-29T01:00'],
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T07:30'],
    ['America/New_York', '02:00', '2026-03-08', '2026-03-08T07:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45'],
    ['Australia/Lord_Howe', '02:00', '2026-10-04', '2026-10-03T15:30'],
  ] as const;

  it.each(nights)(
    '%s: a daily hand-over at %s of %s comes as much later as they jump',
    (zone, time, sunday, at) => {
      const daily = facts(zone, { startsAt: `2026-01-05T${time}` });
      const middle = new Date(`${at}:00Z`).getTime();
      const [from, until] = [middle - 12 * HOUR, middle + 12 * HOUR].map((ms) => new Date(ms).toISOString());
      expect(handovers(daily, from ?? '', until ?? '')).toEqual([at]);
      // And everything is as ever a day before and after.
      const around = handovers(
        daily,
        `${sunday.slice(0, 8)}01T12:00:00Z`,
        `${sunday.slice(0, 8)}07T12:00:00Z`,
      );
      expect(around.length).toBeGreaterThan(5);
    },
  );

  it.each(nights)('%s: so does a weekly one at %s of %s', (zone, time, sunday, at) => {
    const weekly = facts(zone, { unit: 'week', startsAt: `2026-01-04T${time}` });
    const before = new Date(`${at}:00Z`).getTime();
    const [from, until] = [before - 3 * HOUR, before + 3 * HOUR].map((ms) => new Date(ms).toISOString());
    expect(handovers(weekly, from ?? '', until ?? '')).toEqual([at]);
    expect(new Date(`${sunday}T12:00:00Z`).getUTCDay()).toBe(0);
  });
});

describe('the night on which clocks go back', () => {
  it.each([
    // A wall time that comes twice, and its first time.
    ['Europe/Berlin', '02:30', '2026-10-25T00:30'],
    ['America/New_York', '01:30', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04T14:45'],
  ])('%s: hands over the first time that it is %s', (zone, time, at) => {
    const middle = new Date(`${at}:00Z`).getTime();
    const [from, until] = [middle - 12 * HOUR, middle + 12 * HOUR].map((ms) => new Date(ms).toISOString());
    expect(handovers(facts(zone, { startsAt: `2026-01-05T${time}` }), from ?? '', until ?? '')).toEqual([at]);
    const weekly = facts(zone, { unit: 'week', startsAt: `2026-01-04T${time}` });
    expect(handovers(weekly, from ?? '', until ?? '')).toEqual([at]);
  });
});

describe('an hourly rotation', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T12:00:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z'],
    ['America/New_York', '2026-03-07T20:00:00Z'],
    ['America/New_York', '2026-10-31T20:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T04:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T04:00:00Z'],
  ])('has shifts of its length alone, whatever the clocks do (%s, %s)', (zone, from) => {
    const start = new Date(from);
    const until = new Date(start.getTime() + 36 * HOUR);
    const hourly = facts(zone, { unit: 'hour', every: 2, startsAt: '2026-01-05T09:00' });
    const { shifts, gaps } = shiftsBetween(hourly, start, until);
    expect(gaps).toEqual([]);
    expect(shifts.length).toBeGreaterThan(16);
    for (const { startsAt, endsAt } of shifts.slice(1, -1)) {
      expect(endsAt.getTime() - startsAt.getTime()).toBe(2 * HOUR);
    }
  });
});

describe('a monthly rotation', () => {
  it('of the 31st hands over on the last day of a shorter month', () => {
    const monthly = facts('UTC', { unit: 'month', startsAt: '2026-01-31T09:00' });
    expect(handovers(monthly, '2026-02-01T00:00:00Z', '2026-07-01T00:00:00Z')).toEqual([
      '2026-02-28T09:00',
      '2026-03-31T09:00',
      '2026-04-30T09:00',
      '2026-05-31T09:00',
      '2026-06-30T09:00',
    ]);
  });

  it('finds the leap day', () => {
    const monthly = facts('Europe/Berlin', { unit: 'month', startsAt: '2026-12-30T08:00' });
    expect(handovers(monthly, '2028-02-01T00:00:00Z', '2028-04-01T00:00:00Z')).toEqual([
      '2028-02-29T07:00',
      '2028-03-30T06:00',
    ]);
    const yearly = facts('UTC', { unit: 'month', every: 12, startsAt: '2024-02-29T09:00' });
    expect(handovers(yearly, '2024-03-01T00:00:00Z', '2029-01-01T00:00:00Z')).toEqual([
      '2025-02-28T09:00',
      '2026-02-28T09:00',
      '2027-02-28T09:00',
      '2028-02-29T09:00',
    ]);
  });
});

it('has nobody before its first hand-over', () => {
  const later = facts('Europe/Berlin', { startsAt: '2026-06-01T09:00' });
  expect(who(later, '2026-06-01T06:59:59Z')).toEqual([]);
  expect(who(later, '2026-06-01T07:00:00Z')).toEqual(['Tom']);
});

it('has everybody of all rotations that apply, each once, in their order', () => {
  const { rotations, ...rest } = facts('UTC', { contactIds: ['Tom'] });
  const second = rotations.map((rotation) => ({ ...rotation, contactIds: ['Eva', 'Tom'] }));
  const both = { ...rest, rotations: [...second, ...rotations] };
  expect(who(both, '2026-01-05T10:00:00Z')).toEqual(['Eva', 'Tom']);
  expect(who(both, '2026-01-06T10:00:00Z')).toEqual(['Tom']);
});

describe('spans', () => {
  const nights = (more: Partial<ScheduleFacts> = {}) =>
    facts('Europe/Berlin', { contactIds: ['Tom'], spans: [{ days: [5], from: '18:00', to: '08:00' }] }, more);

  it('run over midnight: Friday evening until Saturday morning', () => {
    // 2026-11-20 is a Friday; the wall is an hour ahead of UTC.
    const { shifts } = shiftsBetween(nights(), new Date('2026-11-16T00:00Z'), new Date('2026-11-23T00:00Z'));
    expect(shifts).toEqual([
      {
        contactId: 'Tom',
        startsAt: new Date('2026-11-20T17:00Z'),
        endsAt: new Date('2026-11-21T07:00Z'),
      },
    ]);
  });

  it('last an hour less or more on the nights on which clocks change', () => {
    const saturdays = facts('Europe/Berlin', {
      contactIds: ['Tom'],
      spans: [{ days: [6], from: '18:00', to: '08:00' }],
    });
    const hours = (from: string, until: string) => {
      const [shift] = shiftsBetween(saturdays, new Date(from), new Date(until)).shifts;
      return shift === undefined ? 0 : (shift.endsAt.getTime() - shift.startsAt.getTime()) / HOUR;
    };
    expect(hours('2026-03-28T00:00Z', '2026-03-30T00:00Z')).toBe(13);
    expect(hours('2026-10-24T00:00Z', '2026-10-26T00:00Z')).toBe(15);
    expect(hours('2026-11-21T00:00Z', '2026-11-23T00:00Z')).toBe(14);
  });

  it('from = to is the whole day', () => {
    const mondays = facts('UTC', { contactIds: ['Tom'], spans: [{ days: [1], from: '09:00', to: '09:00' }] });
    expect(who(mondays, '2026-11-23T08:59:00Z')).toEqual([]);
    expect(who(mondays, '2026-11-23T09:00:00Z')).toEqual(['Tom']);
    expect(who(mondays, '2026-11-24T08:59:00Z')).toEqual(['Tom']);
    expect(who(mondays, '2026-11-24T09:00:00Z')).toEqual([]);
  });

  it('begin on a holiday only where they name holidays; what began the day before runs to its end', () => {
    const holidays = ['2026-12-25'];
    // 2026-12-25 is a Friday, and the 24th a Thursday.
    expect(who(nights({ holidays }), '2026-12-25T20:00:00Z')).toEqual([]);
    expect(who(nights(), '2026-12-25T20:00:00Z')).toEqual(['Tom']);
    const thursdays = facts(
      'Europe/Berlin',
      { contactIds: ['Tom'], spans: [{ days: [4], from: '18:00', to: '08:00' }] },
      { holidays },
    );
    expect(who(thursdays, '2026-12-25T06:59:00Z')).toEqual(['Tom']);
    const named = facts(
      'Europe/Berlin',
      { contactIds: ['Tom'], spans: [{ days: [1, 'holiday'], from: '00:00', to: '00:00' }] },
      { holidays },
    );
    expect(who(named, '2026-12-25T10:00:00Z')).toEqual(['Tom']);
    expect(who(named, '2026-12-26T10:00:00Z')).toEqual([]);
  });

  it('a rotation without any does not care for holidays', () => {
    expect(
      who(facts('UTC', { contactIds: ['Tom'] }, { holidays: ['2026-12-25'] }), '2026-12-25T10:00Z'),
    ).toEqual(['Tom']);
  });
});

describe('overrides and coverages', () => {
  const day = { startsAt: new Date('2026-11-22T00:00Z'), endsAt: new Date('2026-11-23T00:00Z') };
  const noon = '2026-11-22T12:00:00Z';
  const made = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
  const alone = (more: Partial<ScheduleFacts>) => facts('UTC', { contactIds: ['Tom'] }, more);
  const add = { kind: 'add' as const, contactId: 'Eva', replacedContactId: null, ...day, createdAt: made(0) };
  const remove = { ...add, kind: 'remove' as const, contactId: null, replacedContactId: 'Tom' };
  const replace = { ...add, kind: 'replace' as const, contactId: 'Ida', replacedContactId: 'Tom' };

  it('add besides, remove, and replace whoever is on call', () => {
    expect(who(alone({ overrides: [add] }), noon)).toEqual(['Tom', 'Eva']);
    expect(who(alone({ overrides: [remove] }), noon)).toEqual([]);
    expect(who(alone({ overrides: [replace] }), noon)).toEqual(['Ida']);
    expect(who(alone({ overrides: [add, remove] }), noon)).toEqual(['Eva']);
    const notOnCall = { ...replace, replacedContactId: 'Kim' };
    expect(who(alone({ overrides: [notOnCall] }), noon)).toEqual(['Tom']);
  });

  it('count from their beginning until before their end', () => {
    const schedule = alone({ overrides: [replace] });
    expect(who(schedule, '2026-11-21T23:59:59.999Z')).toEqual(['Tom']);
    expect(who(schedule, '2026-11-22T00:00:00Z')).toEqual(['Ida']);
    expect(who(schedule, '2026-11-23T00:00:00Z')).toEqual(['Tom']);
  });

  it('a coverage stands instead of rotations and of overrides made before it, not of those made after it', () => {
    const morning = { contactId: 'Kim', startsAt: day.startsAt, endsAt: new Date('2026-11-22T10:00Z') };
    const coverage = { ...day, shifts: [morning], createdAt: made(5) };
    const covered = alone({ coverages: [coverage], overrides: [add] });
    expect(who(covered, '2026-11-22T09:00:00Z')).toEqual(['Kim']);
    expect(who(covered, noon)).toEqual([]);
    expect(who(covered, '2026-11-23T09:00:00Z')).toEqual(['Tom']);
    const since = alone({ coverages: [coverage], overrides: [{ ...add, createdAt: made(6) }] });
    expect(who(since, noon)).toEqual(['Eva']);
  });
});
