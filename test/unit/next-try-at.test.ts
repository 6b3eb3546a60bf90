// When a caller who was not reached is called again: sensibly spaced, in time, and never in the middle of their night.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInCallingHours, waitsForMorning } from '../../src/domain/promises/calling-hours';
import { nextTryAt, type TryInVain } from '../../src/domain/promises/next-try-at';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';

const at = (text: string) => new Date(text);
const noon = at('2026-11-23T12:00:00Z');
const inVain = (given: Partial<TryInVain> = {}): TryInVain => ({
  tries: 1,
  outcome: 'no_answer',
  dueAt: after(noon, 6 * DAY),
  now: noon,
  timeZone: 'UTC',
  ...given,
});

describe('is called again', () => {
  it.each([
    [1, 'no_answer', 10],
    [2, 'no_answer', 30],
    [3, 'no_answer', 60],
    [4, 'no_answer', 120],
    [9, 'no_answer', 120],
    [1, 'voicemail', 30],
    [3, 'voicemail', 60],
  ] as const)('after try %i, %s: %i minutes later', (tries, outcome, minutes) => {
    expect(nextTryAt(inVain({ tries, outcome }))).toEqual(after(noon, minutes * MINUTE));
  });

  it.each([
    ['at the deadline, where that comes first', '2026-11-23T12:04:00Z', 'UTC', noon, '2026-11-23T12:04:00Z'],
    [
      'after the deadline, as if there were none',
      '2026-11-23T11:00:00Z',
      'UTC',
      noon,
      '2026-11-23T12:10:00Z',
    ],
    [
      'in the morning of the caller’s own place',
      '2026-11-24T23:00:00Z',
      'Asia/Tokyo',
      at('2026-11-23T12:00:00Z'),
      '2026-11-23T23:00:00Z',
    ],
    [
      'in the evening, where the deadline is of the same evening',
      '2026-11-23T21:30:00Z',
      'UTC',
      at('2026-11-23T19:55:00Z'),
      '2026-11-23T20:05:00Z',
    ],
    [
      'in the morning, where the deadline is of the next evening',
      '2026-11-24T21:30:00Z',
      'UTC',
      at('2026-11-23T19:55:00Z'),
      '2026-11-24T08:00:00Z',
    ],
    [
      'in the morning, where the deadline has passed at night',
      '2026-11-23T19:00:00Z',
      'UTC',
      at('2026-11-23T19:55:00Z'),
      '2026-11-24T08:00:00Z',
    ],
    [
      'by the clock of a day of 23 hours',
      '2026-03-30T12:00:00Z',
      'Europe/Berlin',
      at('2026-03-28T18:55:00Z'),
      '2026-03-29T06:00:00Z',
    ],
    [
      'by the clock of a day of 25 hours',
      '2026-10-27T12:00:00Z',
      'Europe/Berlin',
      at('2026-10-24T17:55:00Z'),
      '2026-10-25T07:00:00Z',
    ],
  ])('%s', (_, due, timeZone, now, expected) => {
    expect(nextTryAt(inVain({ dueAt: at(due), now, timeZone }))).toEqual(at(expected));
  });
});

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Chatham',
);
const given = fc
  .record({
    now: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms)),
    due: fc.integer({ min: -3 * DAY, max: 5 * DAY }),
    tries: fc.integer({ min: 1, max: 12 }),
    outcome: fc.constantFrom('no_answer' as const, 'voicemail' as const),
    timeZone: zones,
  })
  .map(({ due, ...rest }) => ({ ...rest, dueAt: after(rest.now, due) }));

describe('the next try', () => {
  it('is later than now, and not past a deadline that lies ahead', () => {
    fc.assert(
      fc.property(given, (tried) => {
        const next = nextTryAt(tried);
        expect(next.getTime()).toBeGreaterThan(tried.now.getTime());
        if (tried.dueAt > tried.now) expect(next.getTime()).toBeLessThanOrEqual(tried.dueAt.getTime());
      }),
    );
  });

  it('is in calling hours where the caller lives, or none are left before the deadline', () => {
    fc.assert(
      fc.property(given, (tried) => {
        const next = nextTryAt(tried);
        if (isInCallingHours(next, tried.timeZone)) return;
        expect(tried.dueAt.getTime()).toBeGreaterThan(tried.now.getTime());
        for (let later = next; later <= tried.dueAt; later = after(later, 15 * MINUTE)) {
          expect(isInCallingHours(later, tried.timeZone)).toBe(false);
        }
      }),
    );
  });

  it('leaves at least ten minutes, but for the deadline, and never more than a night', () => {
    fc.assert(
      fc.property(given, (tried) => {
        const wait = nextTryAt(tried).getTime() - tried.now.getTime();
        const left = tried.dueAt.getTime() - tried.now.getTime();
        expect(wait).toBeGreaterThanOrEqual(left > 0 ? Math.min(10 * MINUTE, left) : 10 * MINUTE);
        expect(wait).toBeLessThanOrEqual(2 * HOUR + 13 * HOUR);
      }),
    );
  });

  it('never comes sooner after more tries', () => {
    fc.assert(
      fc.property(given, (tried) => {
        const more = nextTryAt({ ...tried, tries: tried.tries + 1 });
        expect(more.getTime()).toBeGreaterThanOrEqual(nextTryAt(tried).getTime());
      }),
    );
  });
});

describe('a callback waits for the morning', () => {
  const waits = (now: string, due: string, callerTimeZone = 'Europe/Berlin') =>
    waitsForMorning({ dueAt: at(due), callerTimeZone }, at(now));

  it('at night, unless it was promised for that night', () => {
    expect(waits('2026-11-23T22:00:00Z', '2026-11-24T12:00:00Z')).toBe(true);
    expect(waits('2026-11-23T22:00:00Z', '2026-11-23T23:00:00Z')).toBe(false);
    expect(waits('2026-11-23T22:00:00Z', '2026-11-24T22:00:00Z')).toBe(true);
    expect(waits('2026-11-23T22:00:00Z', '2026-11-23T12:00:00Z')).toBe(true);
  });

  it('by the caller’s own clock', () => {
    expect(waits('2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z')).toBe(false);
    expect(waits('2026-11-23T12:00:00Z', '2026-11-24T02:00:00Z', 'Asia/Tokyo')).toBe(true);
  });
});
