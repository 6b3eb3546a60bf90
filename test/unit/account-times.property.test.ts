import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastAccountAt, nextAccountAt, type AccountTimes } from '../../src/domain/reports/account-times';
import { DAY, HOUR } from '../../src/kernel/duration';

const at18 = (cadence: AccountTimes['cadence'], weekday: number | null = null): AccountTimes => ({
  cadence,
  weekday,
  time: '18:00',
  timeZone: 'Europe/Berlin',
});
const next = (times: AccountTimes, now: string) => nextAccountAt(times, new Date(now)).toISOString();

describe('the next account', () => {
  it.each([
    ['later today', at18('daily'), '2026-11-20T12:00:00Z', '2026-11-20T17:00:00.000Z'],
    [
      'tomorrow, when it is this very instant',
      at18('daily'),
      '2026-11-20T17:00:00Z',
      '2026-11-21T17:00:00.000Z',
    ],
    ['at the end of a day of 23 hours', at18('daily'), '2026-03-28T17:00:00Z', '2026-03-29T16:00:00.000Z'],
    ['at the end of a day of 25 hours', at18('daily'), '2026-10-24T16:00:00Z', '2026-10-25T17:00:00.000Z'],
    ['on the Friday of this week', at18('weekly', 5), '2026-11-18T12:00:00Z', '2026-11-20T17:00:00.000Z'],
    ['on the Friday of the next', at18('weekly', 5), '2026-11-20T17:00:00Z', '2026-11-27T17:00:00.000Z'],
    [
      'an hour that the spring skips, so much later',
      { ...at18('daily'), time: '02:30' },
      '2026-03-29T00:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'an hour that the autumn repeats, the first time',
      { ...at18('daily'), time: '02:30' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'an hour that the autumn repeats, and not the second time',
      { ...at18('daily'), time: '02:30' },
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00.000Z',
    ],
  ])('%s', (_, times, now, expected) => expect(next(times, now)).toBe(expected));

  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const times = fc.record({
    cadence: fc.constantFrom('daily' as const, 'weekly' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${twoDigits(hour)}:${twoDigits(minute)}`),
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/Santiago',
      'Pacific/Kiritimati',
      'UTC',
    ),
  });
  const instant = fc
    .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') })
    .map((ms) => new Date(ms));

  it('lies ahead, the last one does not, and nothing lies between: the accounts leave out no instant', () => {
    fc.assert(
      fc.property(times, instant, (when, now) => {
        const [last, ahead] = [lastAccountAt(when, now), nextAccountAt(when, now)];
        expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(ahead.getTime()).toBeGreaterThan(now.getTime());
        expect(nextAccountAt(when, last)).toEqual(ahead);
        expect(lastAccountAt(when, ahead)).toEqual(ahead);
        const usual = when.cadence === 'daily' ? DAY : 7 * DAY;
        expect(Math.abs(ahead.getTime() - last.getTime() - usual)).toBeLessThanOrEqual(HOUR);
      }),
      { numRuns: 200 },
    );
  });
});
