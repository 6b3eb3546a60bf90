import fc from 'fast-check';
import { expect, it } from 'vitest';
import { after, DAY, HOUR, inWords, MINUTE, SECOND } from '../../src/kernel/duration';

it.each([
  [0, '0 s'],
  [-5 * SECOND, '0 s'],
  [999, '0 s'],
  [45 * SECOND, '45 s'],
  [MINUTE - 1, '59 s'],
  [MINUTE, '1 min'],
  [HOUR - 1, '59 min'],
  [2 * HOUR, '2 h'],
  [DAY - 1, '23 h'],
  [DAY, '1 d'],
  [40 * DAY, '40 d'],
])('%i ms is "%s"', (milliseconds, words) => {
  expect(inWords(milliseconds)).toBe(words);
});

const unit: Record<string, number> = { s: SECOND, min: MINUTE, h: HOUR, d: DAY };

it('never says more than has passed, nor a whole unit less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * DAY }), (milliseconds) => {
      const [amount = '', name = ''] = inWords(milliseconds).split(' ');
      const size = unit[name] ?? 0;
      expect(Number(amount) * size).toBeLessThanOrEqual(milliseconds);
      expect((Number(amount) + 1) * size).toBeGreaterThan(milliseconds);
    }),
  );
});

it('adds elapsed time, also over the night the clocks change', () => {
  expect(after(new Date('2026-03-29T00:30:00Z'), HOUR).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});
