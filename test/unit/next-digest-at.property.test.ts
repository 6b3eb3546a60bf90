import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDigestAt } from '../../src/domain/messages/next-digest-at';
import { DAY, HOUR } from '../../src/kernel/duration';

const next = (digestTimes: string[], zone: string, now: string) =>
  nextDigestAt(digestTimes, zone, new Date(now))?.toISOString() ?? null;

describe('the next digest', () => {
  it.each([
    ['later today', ['12:00', '17:00'], 'Europe/Berlin', '2026-11-20T12:00:00Z', '2026-11-20T16:00:00.000Z'],
    ['tomorrow', ['12:00', '17:00'], 'Europe/Berlin', '2026-11-20T16:00:00Z', '2026-11-21T11:00:00.000Z'],
    ['in any order', ['17:00', '12:00'], 'Europe/Berlin', '2026-11-20T10:00:00Z', '2026-11-20T11:00:00.000Z'],
    [
      'by the clock of the client',
      ['09:00'],
      'Asia/Kolkata',
      '2026-11-20T03:00:00Z',
      '2026-11-20T03:30:00.000Z',
    ],
    [
      'an hour that the spring skips',
      ['02:30'],
      'Europe/Berlin',
      '2026-03-29T00:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'an hour that the autumn repeats, the first time',
      ['02:30'],
      'Europe/Berlin',
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'and not the second time',
      ['02:30'],
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'midnight that does not come',
      ['00:00'],
      'Africa/Cairo',
      '2026-04-23T20:00:00Z',
      '2026-04-23T22:00:00.000Z',
    ],
    [
      'the same time twice',
      ['12:00', '12:00'],
      'UTC',
      '2026-11-20T11:59:59.999Z',
      '2026-11-20T12:00:00.000Z',
    ],
    ['no time at all', [], 'Europe/Berlin', '2026-11-20T12:00:00Z', null],
  ])('%s', (_, digestTimes, zone, now, expected) => {
    expect(next(digestTimes, zone, now)).toBe(expected);
  });

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Santiago',
    'Asia/Kolkata',
    'Pacific/Apia',
    'UTC',
  );
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const time = fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
      fc.integer({ min: 0, max: 59 }),
    )
    .map(([hour, minute]) => `${twoDigits(hour)}:${twoDigits(minute)}`);
  const times = fc.array(time, { minLength: 1, maxLength: 12 });
  /** Around the nights in which clocks change, and on days in between. */
  const nights = [
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-04-24',
    '2026-09-06',
    '2026-10-25',
    '2026-11-01',
  ];
  const instant = fc
    .tuple(fc.constantFrom(...nights, '2026-06-15'), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([night, away]) => new Date(Date.parse(`${night}T00:00:00Z`) + away));
  const wallTime = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

  const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

  it('is after now, within a day and the jump of a clock, and on one of the times', () => {
    fc.assert(
      fc.property(times, zones, instant, (digestTimes, zone, now) => {
        const at = nextDigestAt(digestTimes, zone, now);
        if (at === null) throw new Error('There are times, so there is a next one.');
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(DAY + HOUR);
        const shown = minuteOf(wallTime(at, zone));
        // How far the clocks jumped forward in the hour before: only then is it later than it was asked for.
        const jump = ((shown - minuteOf(wallTime(new Date(at.getTime() - HOUR), zone)) + 1_440) % 1_440) - 60;
        const asked = digestTimes.map(minuteOf);
        const isMoved = jump > 0 && asked.includes((shown - jump + 1_440) % 1_440);
        expect(asked.includes(shown) || isMoved).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('asked again just before it, is the same', () => {
    fc.assert(
      fc.property(
        times,
        zones,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (digestTimes, zone, now, part) => {
          const at = nextDigestAt(digestTimes, zone, now)?.getTime() ?? 0;
          const between = new Date(now.getTime() + Math.floor((at - now.getTime() - 1) * part));
          expect(nextDigestAt(digestTimes, zone, between)?.getTime()).toBe(at);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes once a day for each time: a year of one has as many as it has days', () => {
    fc.assert(
      fc.property(time, zones, (one, zone) => {
        // A time that comes exactly then counts; the one a year later does not.
        let now = new Date('2025-12-31T23:59:59.999Z');
        let count = 0;
        for (;;) {
          const at = nextDigestAt([one], zone, now);
          if (at === null || at >= new Date('2027-01-01T00:00:00Z')) break;
          count += 1;
          now = at;
        }
        expect(count).toBe(365);
      }),
      { numRuns: 25 },
    );
  });
});
