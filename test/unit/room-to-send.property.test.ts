// How much an address and a provider take: never more than their room, and what waits is told when to ask again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { after, SECOND } from '../../src/kernel/duration';
import { takeRoom, type Budget, type Usage } from '../../src/domain/notifications/room-to-send';

const begin = new Date('2026-03-01T12:00:00Z');
const own: Budget = { key: 'own', points: 3, window: 60 * SECOND };
const all: Budget = { key: 'all', points: 4, window: SECOND };

const asks = fc.array(fc.record({ pause: fc.nat(40_000), priority: fc.nat(3), isElsewhere: fc.boolean() }), {
  maxLength: 60,
});

it('in each window no budget gives more than it has, and refuses nobody while it has', () => {
  fc.assert(
    fc.property(asks, (given) => {
      const usage = new Map<string, Usage>();
      const taken = new Map<string, { endsAt: number; count: number }>();
      let now = begin;
      for (const { pause, priority, isElsewhere } of given) {
        now = after(now, pause);
        const budgets = [isElsewhere ? { ...own, key: 'elsewhere' } : own, all];
        const hasRoom = budgets.every(({ key, points }) => {
          const window = taken.get(key);
          return window === undefined || window.endsAt <= now.getTime() || window.count < points;
        });
        const until = takeRoom(budgets, usage, now, priority);
        expect(until === null).toBe(hasRoom);
        if (until !== null) {
          expect(until.getTime()).toBeGreaterThan(now.getTime());
          expect(until.getTime()).toBeLessThanOrEqual(now.getTime() + own.window + SECOND);
          continue;
        }
        for (const { key, window } of budgets) {
          const before = taken.get(key);
          const isOver = before === undefined || before.endsAt <= now.getTime();
          taken.set(
            key,
            isOver ? { endsAt: now.getTime() + window, count: 1 } : { ...before, count: before.count + 1 },
          );
        }
      }
    }),
  );
});

it('the more urgent one is told to come first', () => {
  const usage = new Map<string, Usage>([['own', { points: 3, endsAt: after(begin, 10 * SECOND) }]]);
  const told = [0, 1, 2, 3].map((priority) => takeRoom([own], usage, begin, priority)?.getTime() ?? 0);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(new Set(told).size).toBe(4);
});
