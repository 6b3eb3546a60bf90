import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Policy } from '../../src/domain/escalations/model';
import { nextStep, type Place } from '../../src/domain/escalations/next-step';

function policyOf(stepCount: number, cycles: number): Policy {
  const step: Policy['steps'][number] = { targets: [{ type: 'account_manager' }], delaySeconds: 60 };
  return {
    steps: Array.from({ length: stepCount }, () => step),
    cycles,
    acknowledgementTimeoutSeconds: null,
  };
}

function walk(policy: Policy, from: Place): string[] {
  const visited: string[] = [];
  let place = nextStep(policy, from);
  while (place !== null && visited.length < 200) {
    visited.push(`${place.cycle}.${place.step}`);
    place = nextStep(policy, place);
  }
  return visited;
}

it('goes through every step of every cycle once, in order, and ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (steps, cycles) => {
      const expected = Array.from(
        { length: cycles * steps },
        (_, n) => `${Math.floor(n / steps) + 1}.${(n % steps) + 1}`,
      );
      expect(walk(policyOf(steps, cycles), { cycle: 0, step: 0 })).toEqual(expected);
    }),
  );
});

it('goes on from any place through exactly what is left', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(),
      (steps, cycles, n) => {
        const all = walk(policyOf(steps, cycles), { cycle: 0, step: 0 });
        const at = n % all.length;
        const [cycle = 0, step = 0] = (all[at] ?? '').split('.').map(Number);
        expect(walk(policyOf(steps, cycles), { cycle, step })).toEqual(all.slice(at + 1));
      },
    ),
  );
});

it('has nowhere to go without steps', () => {
  expect(nextStep(policyOf(0, 3), { cycle: 0, step: 0 })).toBeNull();
});

it('reads like this for two steps in two cycles', () => {
  expect(walk(policyOf(2, 2), { cycle: 0, step: 0 })).toEqual(['1.1', '1.2', '2.1', '2.2']);
});
