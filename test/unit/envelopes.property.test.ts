// Which messages travel together: whatever waits, wherever it goes, and whatever a dead worker had in hand.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Delivery } from '../../src/domain/notifications/claimed-delivery';
import type { DueDelivery } from '../../src/domain/notifications/due-delivery';
import { sortIntoEnvelopes } from '../../src/domain/notifications/envelopes';

type Facts = {
  cause: 'escalation' | 'notice';
  channel: 'email' | 'sms' | 'push';
  address: number;
  client: number;
  isStaff: boolean;
  isLost: boolean;
  bundle: number | null;
  priority: number;
  isWanted: boolean;
};

const facts: fc.Arbitrary<Facts> = fc.record({
  cause: fc.constantFrom('escalation', 'escalation', 'escalation', 'notice'),
  channel: fc.constantFrom('email', 'sms', 'push'),
  address: fc.nat(1),
  client: fc.nat(1),
  isStaff: fc.boolean(),
  isLost: fc.boolean(),
  bundle: fc.option(fc.nat(9)),
  priority: fc.nat(3),
  isWanted: fc.boolean(),
});

const idOf = (n: number) => `row-${String(n).padStart(3, '0')}`;

function due(
  { cause, channel, address, client, isStaff, isLost, bundle, priority }: Facts,
  n: number,
): DueDelivery {
  const delivery = {
    id: idOf(n),
    cause,
    channel,
    address: `address ${address}`,
    clientId: `client ${client}`,
    methodId: isStaff ? 'member' : `method ${n}`,
    recipientId: isStaff ? 'member' : `contact ${client}`,
    state: isLost ? 'sending' : 'pending',
    bundleId: isLost && bundle !== null ? idOf(bundle) : null,
    priority,
  } as Delivery;
  const flags = { isOver: false, isInDoubt: false, isContactGone: false, isMethodGone: false };
  return {
    delivery,
    lostAttemptAt: null,
    holdSeconds: null,
    isStopped: false,
    isMemberGone: false,
    ...flags,
  };
}

const scenes = fc.array(facts, { maxLength: 40 }).map((all) => {
  const rows = all.map(due);
  return {
    wanted: rows.filter((_, n) => all[n]?.isWanted),
    others: rows.filter((_, n) => !all[n]?.isWanted),
  };
});

it('each row whose turn it is goes in one message, and none in two', () => {
  fc.assert(
    fc.property(scenes, ({ wanted, others }) => {
      const going = sortIntoEnvelopes(wanted, others).flatMap(({ carrier, companions }) => [
        carrier,
        ...companions,
      ]);
      expect(new Set(going).size).toBe(going.length);
      for (const row of wanted) expect(going).toContain(row);
    }),
  );
});

it('a new envelope holds escalations for one address, three or more, of one client unless they are for staff', () => {
  fc.assert(
    fc.property(scenes, ({ wanted, others }) => {
      for (const { carrier, companions, wasInterrupted } of sortIntoEnvelopes(wanted, others)) {
        if (wasInterrupted || companions.length === 0) continue;
        expect(companions.length).toBeGreaterThanOrEqual(2);
        for (const { delivery } of [carrier, ...companions]) {
          expect(delivery).toMatchObject({ cause: 'escalation' });
          expect(['email', 'sms']).toContain(delivery.channel);
          expect(delivery.channel).toBe(carrier.delivery.channel);
          expect(delivery.address).toBe(carrier.delivery.address);
          const isForStaff = delivery.methodId === delivery.recipientId;
          if (!isForStaff) expect(delivery.clientId).toBe(carrier.delivery.clientId);
          expect(delivery.priority).toBeGreaterThanOrEqual(carrier.delivery.priority);
        }
      }
    }),
  );
});

it('what was lost goes again as it was, behind the one that carried it', () => {
  fc.assert(
    fc.property(scenes, ({ wanted, others }) => {
      for (const { carrier, companions, wasInterrupted } of sortIntoEnvelopes(wanted, others)) {
        if (!wasInterrupted) continue;
        expect(carrier.delivery.state).toBe('sending');
        for (const { delivery } of companions) {
          expect(delivery).toMatchObject({ state: 'sending', bundleId: carrier.delivery.id });
        }
      }
    }),
  );
});
