import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextAttemptAt } from '../../src/domain/notifications/next-attempt-at';

const now = new Date('2026-03-29T00:59:50Z');

function waits(): number[] {
  const seconds: number[] = [];
  for (let attempts = 1; attempts <= 50; attempts += 1) {
    const next = nextAttemptAt(attempts, now);
    if (next === null) return seconds;
    seconds.push((next.getTime() - now.getTime()) / 1_000);
  }
  throw new Error('It never gives up.');
}

it('waits a little, then longer, then gives up', () => {
  expect(waits()).toEqual([20, 60, 180, 300, 600, 900]);
});

it('lasts through five minutes of greylisting and is over within the hour', () => {
  const total = waits().reduce((sum, seconds) => sum + seconds, 0);
  expect(total).toBeGreaterThan(300);
  expect(total).toBeLessThan(3_600);
});

it('has given up for good: no number of attempts brings it back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 1_000_000 }), (attempts) => {
      expect(nextAttemptAt(attempts, now)).toBeNull();
    }),
  );
});

it('counts from the instant it is told, whatever that is', () => {
  const anyTime = fc.date({ noInvalidDate: true, max: new Date('9000-01-01') });
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 6 }), (at, attempts) => {
      const wait = (nextAttemptAt(attempts, at)?.getTime() ?? 0) - at.getTime();
      expect(wait).toBe((waits()[attempts - 1] ?? 0) * 1_000);
    }),
  );
});
