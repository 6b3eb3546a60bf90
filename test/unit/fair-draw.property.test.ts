// Which calls are listened into: as many of everybody, whoever had more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairDraw, type Drawable } from '../../src/domain/coaching/fair-draw';

const day = fc.record({
  heard: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }),
  before: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 }),
  perOperator: fc.integer({ min: 1, max: 8 }),
  most: fc.integer({ min: 1, max: 40 }),
});

type Day = { heard: number[]; before: number[]; perOperator: number; most: number };

function drawnOf({ heard, before, perOperator, most }: Day) {
  const calls: Drawable[] = heard.flatMap((count, operator) =>
    Array.from({ length: count }, (_, n) => ({
      callId: `${operator}-${n}`,
      clientId: null,
      operatorId: String(operator),
    })),
  );
  const drawn = new Map(before.map((count, operator): [string, number] => [String(operator), count]));
  const chosen = fairDraw(calls, { perOperator, most, drawn });
  const now = heard.map((_, n) => chosen.filter(({ operatorId }) => operatorId === String(n)).length);
  return { chosen, now, total: now.map((count, n) => count + (before[n] ?? 0)) };
}

describe('the draw', () => {
  it('is bounded: by the whole, by operator, and by the calls there are', () => {
    fc.assert(
      fc.property(day, (given) => {
        const { chosen, now } = drawnOf(given);
        expect(chosen.length).toBeLessThanOrEqual(given.most);
        expect(new Set(chosen.map(({ callId }) => callId)).size).toBe(chosen.length);
        now.forEach((count, n) => {
          const room = Math.max(0, given.perOperator - (given.before[n] ?? 0));
          expect(count).toBeLessThanOrEqual(Math.min(room, given.heard[n] ?? 0));
        });
      }),
    );
  });

  it('leaves nobody short while there is a place, a call and nobody has more', () => {
    fc.assert(
      fc.property(day, (given) => {
        const { chosen, now, total } = drawnOf(given);
        now.forEach((count, n) => {
          const hasCall = count < (given.heard[n] ?? 0);
          const isShort = (total[n] ?? 0) < given.perOperator;
          if (!hasCall || !isShort) return;
          // Then the places ran out, and none of them brought anybody further than one call ahead.
          expect(chosen.length).toBe(given.most);
          now.forEach((other, m) => {
            if (other > 0) expect(total[m]).toBeLessThanOrEqual((total[n] ?? 0) + 1);
          });
        });
      }),
    );
  });

  it('done again brings nobody more than was asked for', () => {
    fc.assert(
      fc.property(day, (given) => {
        const first = drawnOf({ ...given, most: 1_000 });
        const rest = given.heard.map((count, n) => count - (first.now[n] ?? 0));
        const again = drawnOf({
          ...given,
          heard: rest,
          before: [...first.total, ...given.before].slice(0, 12),
        });
        expect(again.chosen).toEqual([]);
      }),
    );
  });
});
