// How sure a share is: Wilson's interval.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/domain/reports/wilson-interval';

const seen = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })));

const width = (share: { count: number; of: number }) => {
  const { low, high } = wilsonInterval(share);
  return high - low;
};

describe('the interval of a share', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (count, of, low, high) => {
    const interval = wilsonInterval({ count, of });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of nothing is everything', () => {
    expect(wilsonInterval({ count: 0, of: 0 })).toEqual({ low: 0, high: 1 });
  });

  it('holds what was seen, and lies between none and all', () => {
    fc.assert(
      fc.property(seen, (share) => {
        const { low, high } = wilsonInterval(share);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share.count / share.of);
        expect(high).toBeGreaterThanOrEqual(share.count / share.of);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it('narrows the more was seen', () => {
    fc.assert(
      fc.property(seen, fc.integer({ min: 2, max: 100 }), ({ count, of }, times) => {
        expect(width({ count: count * times, of: of * times })).toBeLessThan(width({ count, of }));
      }),
    );
  });

  it('is the same for those that are not', () => {
    fc.assert(
      fc.property(seen, ({ count, of }) => {
        const { low, high } = wilsonInterval({ count, of });
        const others = wilsonInterval({ count: of - count, of });
        expect(others.low).toBeCloseTo(1 - high, 9);
        expect(others.high).toBeCloseTo(1 - low, 9);
      }),
    );
  });
});
