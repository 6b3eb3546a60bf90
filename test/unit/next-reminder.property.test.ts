// When somebody is reminded of a promise: by examples, on days of 23 and of 25 hours, and by what must always hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PromiseOwner, RemindStage } from '../../src/domain/promises/model';
import { audienceOf, nextReminder, reminders, remindersDue } from '../../src/domain/promises/next-reminder';
import { isOpenAt, type OpeningHours } from '../../src/domain/promises/opening-hours';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';

const always: OpeningHours = { timeZone: 'Europe/Berlin', spans: null, holidays: [] };
const office: OpeningHours = {
  timeZone: 'Europe/Berlin',
  spans: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })),
  holidays: [],
};

const given = (
  givenAt: string,
  dueAt: string,
  changes: { owner?: PromiseOwner; hours?: OpeningHours } = {},
) => ({
  owner: 'service' as const,
  hours: always,
  givenAt: new Date(givenAt),
  dueAt: new Date(dueAt),
  ...changes,
});

const times = (promise: ReturnType<typeof given>) =>
  reminders(promise).map(({ stage, at }) => `${stage} ${at.toISOString().slice(5, 16)}`);

describe('the answering service is reminded round the clock', () => {
  it.each([
    [
      'of a promise for tomorrow: two hours ahead, the account managers one hour',
      given('2026-11-20T22:00:00Z', '2026-11-21T22:00:00Z'),
      ['ahead 11-21T20:00', 'warned 11-21T21:00', 'due 11-21T22:00', 'overdue 11-21T22:05'],
    ],
    [
      'of four hours: a quarter of them ahead',
      given('2026-11-20T10:00:00Z', '2026-11-20T14:00:00Z'),
      ['ahead 11-20T13:00', 'warned 11-20T13:30', 'due 11-20T14:00', 'overdue 11-20T14:05'],
    ],
    [
      'of half an hour: ten minutes ahead, the account managers five',
      given('2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z'),
      ['ahead 11-20T10:20', 'warned 11-20T10:25', 'due 11-20T10:30', 'overdue 11-20T10:35'],
    ],
    [
      'of eight minutes: when half of them are over, and three quarters',
      given('2026-11-20T10:00:00Z', '2026-11-20T10:08:00Z'),
      ['ahead 11-20T10:04', 'warned 11-20T10:06', 'due 11-20T10:08', 'overdue 11-20T10:13'],
    ],
    [
      'of one that arrives after its deadline: at the deadline and behind it alone',
      given('2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z'),
      ['due 11-20T09:00', 'overdue 11-20T09:05'],
    ],
  ])('%s', (_, promise, expected) => expect(times(promise)).toEqual(expected));
});

const client = { owner: 'client' as const, hours: office };

describe('a client’s people are reminded while they work', () => {
  it.each([
    [
      'at the planned time within their hours',
      given('2026-11-20T08:00:00Z', '2026-11-20T14:00:00Z', client),
      'ahead 11-20T12:30',
    ],
    [
      'half an hour before they close, where the planned time is in the evening',
      given('2026-11-19T10:00:00Z', '2026-11-19T20:00:00Z', client),
      'ahead 11-19T15:30',
    ],
    [
      'on Friday, where it would be on Sunday',
      given('2026-11-19T10:00:00Z', '2026-11-22T18:00:00Z', client),
      'ahead 11-20T15:30',
    ],
    [
      'when they open, where the promise was given after they closed',
      given('2026-11-20T17:00:00Z', '2026-11-23T08:45:00Z', client),
      'ahead 11-23T08:00',
    ],
    [
      'the day before a holiday',
      given('2026-12-21T10:00:00Z', '2026-12-25T12:00:00Z', {
        owner: 'client',
        hours: { ...office, holidays: ['2026-12-24', '2026-12-25'] },
      }),
      'ahead 12-23T15:30',
    ],
    [
      'all the same, where they do not work before the deadline at all',
      given('2026-11-20T18:00:00Z', '2026-11-22T18:00:00Z', client),
      'ahead 11-22T16:00',
    ],
  ])('%s', (_, promise, expected) => expect(times(promise)[0]).toBe(expected));

  it('and the account managers are warned after them, also where they open late', () => {
    expect(times(given('2026-11-20T17:00:00Z', '2026-11-23T08:45:00Z', client))).toEqual([
      'ahead 11-23T08:00',
      'warned 11-23T08:22',
      'due 11-23T08:45',
      'overdue 11-23T08:50',
    ]);
  });
});

describe('days of another length', () => {
  it('of 23 hours: "tomorrow 10:00" is an hour nearer, and each reminder with it', () => {
    // 28 March 10:00 to 29 March 10:00 in Berlin.
    const promise = given('2026-03-28T09:00:00Z', '2026-03-29T08:00:00Z');
    expect(promise.dueAt.getTime() - promise.givenAt.getTime()).toBe(23 * HOUR);
    expect(times(promise)).toEqual([
      'ahead 03-29T06:00',
      'warned 03-29T07:00',
      'due 03-29T08:00',
      'overdue 03-29T08:05',
    ]);
  });

  it('of 25 hours: "tomorrow 10:00" is an hour further', () => {
    const promise = given('2026-10-24T08:00:00Z', '2026-10-25T09:00:00Z');
    expect(promise.dueAt.getTime() - promise.givenAt.getTime()).toBe(25 * HOUR);
    expect(times(promise)[0]).toBe('ahead 10-25T07:00');
  });

  it('a Monday’s opening after the clocks went forward is an hour earlier, after they went back an hour later', () => {
    const monday = (givenAt: string, dueAt: string) => times(given(givenAt, dueAt, client))[0];
    expect(monday('2026-03-27T18:00:00Z', '2026-03-30T07:30:00Z')).toBe('ahead 03-30T07:00');
    expect(monday('2026-10-23T18:00:00Z', '2026-10-26T08:30:00Z')).toBe('ahead 10-26T08:00');
  });

  it('hours within the night that is skipped, or that comes twice, are open when a wall shows them first', () => {
    const night = { ...office, spans: [{ day: 7, from: '02:00', to: '04:00' }] };
    const openHours = (day: string) =>
      Array.from({ length: 25 }, (_, n) => after(new Date(`${day}T22:30:00Z`), n * HOUR)).filter((at) =>
        isOpenAt(night, at),
      ).length;
    expect(openHours('2026-03-28')).toBe(1);
    expect(openHours('2026-10-24')).toBe(3);
  });
});

describe('after an outage', () => {
  const promise = given('2026-11-20T10:00:00Z', '2026-11-20T14:00:00Z');
  const told = (from: RemindStage, now: string) =>
    remindersDue(promise, from, new Date(now)).told.map(({ stage }) => stage);

  it('each side hears the latest of what was missed, once', () => {
    expect(told('ahead', '2026-11-20T13:00:00Z')).toEqual(['ahead']);
    expect(told('ahead', '2026-11-20T13:40:00Z')).toEqual(['ahead', 'warned']);
    expect(told('ahead', '2026-11-20T14:01:00Z')).toEqual(['warned', 'due']);
    expect(told('ahead', '2026-11-21T14:00:00Z')).toEqual(['due', 'overdue']);
    expect(told('overdue', '2026-11-21T14:00:00Z')).toEqual(['overdue']);
  });

  it('and nothing comes before its time, also where the hours were changed since', () => {
    expect(remindersDue(promise, 'ahead', new Date('2026-11-20T12:59:59Z'))).toEqual({
      told: [],
      next: { stage: 'ahead', at: new Date('2026-11-20T13:00:00Z') },
    });
  });
});

describe('whatever is promised', () => {
  const wallTime = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const span = fc
    .record({ day: fc.integer({ min: 1, max: 7 }), from: wallTime, to: wallTime })
    .filter(({ from, to }) => to === '00:00' || from < to);
  const hours = fc.record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ),
    spans: fc.option(fc.array(span, { minLength: 1, maxLength: 8 }), { nil: null }),
    holidays: fc.array(fc.constantFrom('2026-03-29', '2026-10-25', '2026-12-25', '2026-12-26'), {
      maxLength: 3,
    }),
  });
  const promise = fc
    .record({
      owner: fc.constantFrom<PromiseOwner>('operator', 'service', 'client'),
      hours,
      givenAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-06-30'), noInvalidDate: true }),
      minutes: fc.integer({ min: 1, max: 90 * 24 * 60 }),
    })
    .map(({ minutes, ...rest }) => ({ ...rest, dueAt: after(rest.givenAt, minutes * MINUTE) }));
  const anyPromise = { numRuns: 400 };

  it('its owner hears before the account managers, they before the deadline, and both before it is overdue', () => {
    fc.assert(
      fc.property(promise, (one) => {
        const all = reminders(one);
        expect(all.map(({ stage }) => stage)).toEqual(['ahead', 'warned', 'due', 'overdue']);
        const instants = [one.givenAt, ...all.map(({ at }) => at)].map((at) => at.getTime());
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        expect(new Set(instants).size).toBe(5);
        expect(all[2]?.at).toEqual(one.dueAt);
      }),
      anyPromise,
    );
  });

  it('a client’s people are told at work, wherever they work between the promise and its deadline', () => {
    fc.assert(
      fc.property(promise, (one) => {
        const [ahead] = reminders({ ...one, owner: 'client' });
        const [planned] = reminders({ ...one, owner: 'service' });
        if (ahead === undefined || planned === undefined) throw new Error('There is a reminder ahead.');
        // Either it is in their hours, or nothing from then to the deadline is.
        if (isOpenAt(one.hours, ahead.at)) return;
        expect(ahead.at).toEqual(planned.at);
        for (let at = ahead.at; at < after(one.dueAt, -MINUTE); at = after(at, 30 * MINUTE)) {
          expect(isOpenAt(one.hours, at)).toBe(false);
        }
      }),
      anyPromise,
    );
  });

  it('however long nobody was there, nobody hears two things at once, and nothing twice', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 12 });
    fc.assert(
      fc.property(promise, pauses, (one, waits) => {
        const heard: RemindStage[] = [];
        let next = nextReminder(one, one.givenAt);
        let now = one.givenAt;
        for (const wait of [...waits, 100 * DAY]) {
          now = after(now, wait);
          if (next === null || next.at > now) continue;
          const { told, next: later } = remindersDue(one, next.stage, now);
          expect(new Set(told.map(({ stage }) => audienceOf(stage))).size).toBe(told.length);
          heard.push(...told.map(({ stage }) => stage));
          expect(later === null || later.at > now).toBe(true);
          next = later;
        }
        expect(next).toBeNull();
        expect(new Set(heard).size).toBe(heard.length);
        expect(heard).toContain('due');
        expect(heard).toContain('overdue');
      }),
      anyPromise,
    );
  });
});
