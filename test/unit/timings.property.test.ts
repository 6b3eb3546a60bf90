import fc from 'fast-check';
import { expect, it } from 'vitest';
import { usualTargets } from '../../src/domain/clients/model';
import { escalationStates } from '../../src/domain/escalations/model';
import { timings } from '../../src/domain/reviews/timings';

const START = Date.UTC(2026, 2, 29);
const seconds = fc.integer({ min: 0, max: 400_000 });
const instant = (after: number) => new Date(START + after * 1_000);
const maybe = fc.option(seconds.map(instant), { nil: null });
const escalation = fc.record({
  state: fc.constantFrom(...escalationStates),
  startedAt: fc.constant(new Date(START)),
  firstSentAt: maybe,
  acknowledgedAt: maybe,
  resolvedAt: maybe,
  targets: fc.constantFrom(...Object.values(usualTargets)),
});

it('what came in time is met, what came later is missed, and neither is taken back', () => {
  fc.assert(
    fc.property(escalation, seconds, seconds, (one, now, later) => {
      const early = timings(one, instant(now));
      const late = timings(one, instant(now + later));
      for (const [place, { tookSeconds, targetSeconds, fate }] of early.entries()) {
        if (tookSeconds !== null) {
          expect(fate).toBe(tookSeconds <= targetSeconds ? 'met' : 'missed');
          expect(late[place]).toEqual(early[place]);
        }
        if (fate === 'missed' || fate === 'none') expect(late[place]?.fate).toBe(fate);
      }
    }),
  );
});

it('what has not come is running until its target, then missed; when it is over there is nothing to say', () => {
  fc.assert(
    fc.property(escalation, seconds, (one, now) => {
      const isOver = one.state === 'resolved' || one.state === 'cancelled';
      for (const { tookSeconds, targetSeconds, fate } of timings(one, instant(now))) {
        if (tookSeconds !== null) continue;
        expect(fate).toBe(isOver ? 'none' : now <= targetSeconds ? 'running' : 'missed');
      }
    }),
  );
});

it('to the second the target is met', () => {
  const targets = usualTargets.urgent;
  const at = (offset: number) => ({
    state: 'resolved' as const,
    startedAt: new Date(START),
    firstSentAt: instant(targets.deliverSeconds + offset),
    acknowledgedAt: instant(targets.acknowledgeSeconds + offset),
    resolvedAt: instant(targets.resolveSeconds + offset),
    targets,
  });
  const fates = (offset: number) => timings(at(offset), instant(0)).map(({ fate }) => fate);
  expect(fates(0)).toEqual(['met', 'met', 'met']);
  expect(fates(1)).toEqual(['missed', 'missed', 'missed']);
});
