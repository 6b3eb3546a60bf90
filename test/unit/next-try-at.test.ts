import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextTryAt } from '../../src/domain/promises/next-try-at';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';

const now = new Date('2026-03-29T12:00:00Z');

it.each([
  ['far from the deadline: half an hour later', 4 * HOUR, 30 * MINUTE],
  ['shortly before it: at the deadline', 10 * MINUTE, 10 * MINUTE],
  ['at the deadline: half an hour later', 0, 30 * MINUTE],
  ['after it: half an hour later', -2 * HOUR, 30 * MINUTE],
])('%s', (_, due, expected) => {
  expect(nextTryAt(after(now, due), now)).toEqual(after(now, expected));
});

it('is always later than now, and never later than half an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000 * HOUR, max: 1_000 * HOUR }), (due) => {
      const wait = nextTryAt(after(now, due), now).getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(30 * MINUTE);
    }),
  );
});
