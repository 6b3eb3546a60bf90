import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Rotation, ScheduleFacts } from '../../src/domain/oncall/model';
import { onCallAt } from '../../src/domain/oncall/on-call-at';
import { rotationWithout } from '../../src/domain/oncall/rotation-without';
import { policyWithout } from '../../src/domain/escalations/policy-without';
import { after, DAY } from '../../src/kernel/duration';

const people = ['Ada', 'Ben', 'Cem', 'Dora'];
const rotation: fc.Arbitrary<Rotation> = fc.record({
  name: fc.constant('Duty'),
  unit: fc.constantFrom('hour', 'day', 'week', 'month'),
  every: fc.integer({ min: 1, max: 4 }),
  startsAt: fc.constantFrom('2026-01-31T09:00', '2026-03-28T02:30', '2026-10-24T02:30'),
  contactIds: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 6 }),
  spans: fc.constant([]),
});
const moment = fc
  .integer({ min: 0, max: 400 * 24 })
  .map((hours) => after(new Date('2026-01-01'), (hours * DAY) / 24));

const zone = 'Europe/Berlin';
const who = (one: Rotation, at: Date): string | undefined => {
  const facts: ScheduleFacts = {
    timeZone: zone,
    rotations: [one],
    overrides: [],
    coverages: [],
    holidays: [],
  };
  return onCallAt(facts, at)[0];
};

/** Whose turns follow from `at` on, one after the other. */
function turnsFrom(one: Rotation, at: Date): string[] {
  const now = who(one, at);
  const places = [...one.contactIds.keys()].filter((place) => {
    const shifted = { ...one, contactIds: one.contactIds.map((_, n) => String(n)) };
    return who(shifted, at) === String(place);
  });
  const place = places[0] ?? 0;
  expect(now).toBe(one.contactIds[place]);
  return one.contactIds.map((_, n) => one.contactIds[(place + n) % one.contactIds.length] ?? '');
}

it('leaves whoever has the turn, and the order in which the others follow', () => {
  fc.assert(
    fc.property(rotation, moment, fc.constantFrom(...people), (one, now, contactId) => {
      const left = rotationWithout(one, { contactId, standInId: null }, zone, now);
      if (left === null) {
        expect(one.contactIds.every((id) => id === contactId)).toBe(true);
        return;
      }
      expect(left.contactIds).not.toContain(contactId);
      if (who(one, now) === undefined) {
        expect(who(left, now)).toBeUndefined();
        return;
      }
      expect(turnsFrom(left, now)).toEqual(turnsFrom(one, now).filter((id) => id !== contactId));
    }),
    { numRuns: 200 },
  );
});

it('gives every turn to a stand-in, and no other turn to anybody', () => {
  fc.assert(
    fc.property(rotation, moment, moment, fc.constantFrom(...people), (one, now, later, contactId) => {
      const left = rotationWithout(one, { contactId, standInId: 'Zoe' }, zone, now);
      const before = who(one, later);
      expect(left === null ? undefined : who(left, later)).toBe(before === contactId ? 'Zoe' : before);
    }),
    { numRuns: 300 },
  );
});

const policy = (...steps: string[][]) => ({
  steps: steps.map((ids) => ({
    targets: ids.map((id) =>
      id === 'AM' ? { type: 'account_manager' as const } : { type: 'contact' as const, id },
    ),
    delaySeconds: 60,
  })),
  cycles: 2,
  acknowledgementTimeoutSeconds: null,
});

it('takes somebody out of a policy, puts a stand-in there once, and leaves the name where nobody else is', () => {
  const present = policy(['Ada'], ['Ada', 'Ben'], ['AM', 'Ada'], ['Ben']);
  expect(policyWithout(present, { contactId: 'Ada', standInId: null })).toEqual({
    policy: policy(['Ada'], ['Ben'], ['AM'], ['Ben']),
    emptied: [1],
    isChanged: true,
  });
  expect(policyWithout(present, { contactId: 'Ada', standInId: 'Ben' })).toEqual({
    policy: policy(['Ben'], ['Ben'], ['AM', 'Ben'], ['Ben']),
    emptied: [],
    isChanged: true,
  });
  expect(policyWithout(present, { contactId: 'Kim', standInId: null }).isChanged).toBe(false);
});
