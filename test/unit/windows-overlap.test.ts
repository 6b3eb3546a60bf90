import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowProblems } from '../../src/domain/overflow/window-problems';
import { windowsOverlap } from '../../src/domain/overflow/windows-overlap';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';

const LAST = 30;
const minute = (n: number) => new Date(Date.UTC(2026, 2, 29) + n * MINUTE);
const window = fc
  .tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 1, max: LAST }))
  .map(([from, length]) => ({ startsAt: minute(from), endsAt: minute(from + length) }));

const holds = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, at: Date) =>
  startsAt <= at && at < endsAt;

describe('two windows of one client', () => {
  it('overlap exactly when there is an instant in both', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        const minutes = Array.from({ length: 2 * LAST + 1 }, (_, n) => minute(n));
        expect(windowsOverlap(a, b)).toBe(minutes.some((at) => holds(a, at) && holds(b, at)));
      }),
    );
  });

  it('overlap whichever of them one asks first, and each overlaps itself', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        expect(windowsOverlap(a, b)).toBe(windowsOverlap(b, a));
        expect(windowsOverlap(a, a)).toBe(true);
      }),
    );
  });

  it('do not overlap when one begins as the other ends', () => {
    fc.assert(
      fc.property(window, fc.integer({ min: 1, max: LAST }), (a, length) => {
        const next = { startsAt: a.endsAt, endsAt: after(a.endsAt, length * MINUTE) };
        expect(windowsOverlap(a, next)).toBe(false);
      }),
    );
  });
});

describe('what is wrong with a window', () => {
  const now = new Date('2026-03-28T12:00:00Z');
  const fieldOf = (startsAt: Date, endsAt: Date) => windowProblems({ startsAt, endsAt }, now)[0]?.field;

  it('is an end before its start or in the past, too long a span, or too far ahead', () => {
    expect(fieldOf(now, after(now, HOUR))).toBeUndefined();
    expect(fieldOf(now, now)).toBe('endsAt');
    expect(fieldOf(after(now, HOUR), after(now, HOUR - 1))).toBe('endsAt');
    expect(fieldOf(after(now, -2 * HOUR), after(now, -HOUR))).toBe('endsAt');
    expect(fieldOf(now, after(now, 14 * DAY))).toBeUndefined();
    expect(fieldOf(now, after(now, 14 * DAY + 1))).toBe('endsAt');
    expect(fieldOf(after(now, 14 * DAY), after(now, 15 * DAY))).toBeUndefined();
    expect(fieldOf(after(now, 14 * DAY + 1), after(now, 15 * DAY))).toBe('startsAt');
  });
});
