import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { createContact } from '../../src/domain/contacts/create-contact';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { getEscalation } from '../../src/domain/escalations/queries';
import { recordAttemptOutcome } from '../../src/domain/escalations/record-attempt-outcome';
import { recordDeliveryReport } from '../../src/domain/escalations/record-delivery-report';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { claimDeliveries } from '../../src/domain/notifications/claim-deliveries';
import type { ClaimedDelivery } from '../../src/domain/notifications/claimed-delivery';
import type { DeliveryReport, SendOutcome } from '../../src/domain/notifications/model';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { makeWorld, type World } from '../support/world';

const MINUTE = 60_000;
const delivered: DeliveryReport = { kind: 'delivered' };
const busy: DeliveryReport = { kind: 'failed', words: 'The line was busy.', isFinal: false };
const failed: DeliveryReport = { kind: 'failed', words: 'The number is not in use.', isFinal: true };

let world: World;
let engine: Actor;
let count = 0;

beforeAll(async () => {
  world = await makeWorld();
  engine = engineActor(world.organizationId);
});

afterAll(() => world.stop());

beforeEach(() => reachBy('voice'));

/** Tom is reached in these ways, at a number that nobody called before, one after the other; then it is Eva's turn. */
async function reachBy(...channels: ('voice' | 'sms')[]): Promise<void> {
  count += 1;
  const contact = await createContact(world.actors.admin, {
    clientId: world.client.id,
    name: 'Tom Becker',
    title: '',
    methods: channels.map((channel) => ({ channel, address: `+49151444${String(10_000 + count)}` })),
  });
  await setPolicy(world.actors.admin, {
    clientId: world.client.id,
    steps: [contact, world.deputy].map(({ id }) => ({
      targets: [{ type: 'contact', id }],
      delaySeconds: 600,
    })),
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
}

type Sent = { escalationId: string; deliveryId: string; attemptId: string; claimed: ClaimedDelivery };

async function claim(escalationId: string, deliveryId: string): Promise<Sent> {
  const [claimed] = (await claimDeliveries(engine, [deliveryId])).claimed;
  if (claimed === undefined) throw new Error('Nothing was due.');
  return { escalationId, deliveryId, attemptId: claimed.attemptId, claimed };
}

/** An escalation whose first message is in a worker's hands. */
async function inHand(): Promise<Sent> {
  const { id } = await startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'urgent',
    summary: 'Salaries were paid twice.',
  });
  const { deliveries } = await read(id);
  return claim(id, deliveries.at(-1)?.id ?? '');
}

async function sent(outcome: SendOutcome = { kind: 'sent', providerId: 'CA1' }): Promise<Sent> {
  const one = await inHand();
  await recordAttemptOutcome(engine, one.claimed, outcome);
  return one;
}

const read = (escalationId: string) => getEscalation(world.actors.admin, escalationId);
const report = ({ deliveryId, attemptId }: Sent, what: DeliveryReport) =>
  recordDeliveryReport(engine, { deliveryId, attemptId, report: what });
const own = async ({ escalationId, deliveryId }: Sent) =>
  (await read(escalationId)).deliveries.find(({ id }) => id === deliveryId);
const lines = async ({ escalationId }: Sent) => (await read(escalationId)).timeline.map(({ words }) => words);
const failureOf = async ({ claimed }: Sent) =>
  (
    await world.ownerSql<{ failure: string | null }[]>`
    select failure from contact_methods where id = ${claimed.methodId}`
  )[0]?.failure;

it('what arrived is delivered, once, however often that is said', async () => {
  const one = await sent();
  for (let n = 0; n < 3; n += 1) await report(one, delivered);
  expect(await own(one)).toMatchObject({
    state: 'delivered',
    failure: null,
    deliveredAt: expect.any(Date) as unknown,
  });
  expect((await lines(one)).filter((words) => words === 'Delivered to Tom Becker by phone')).toHaveLength(1);
});

it('in whatever order and however often reports come, having arrived wins, and else the worst', async () => {
  const kinds = fc.array(fc.constantFrom(delivered, busy, failed), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(kinds, fc.integer({ min: 0, max: 6 }), async (reports, before) => {
      await reachBy('voice');
      const one = await inHand();
      for (const each of reports.slice(0, before)) await report(one, each);
      await recordAttemptOutcome(engine, one.claimed, { kind: 'sent', providerId: 'CA1' });
      for (const each of reports.slice(before)) await report(one, each);
      const expected = reports.includes(delivered)
        ? 'delivered'
        : reports.includes(failed)
          ? 'failed_permanent'
          : 'failed_temporary';
      const now = await own(one);
      expect([now?.state, now?.attempts]).toEqual([expected, 1]);
    }),
    { numRuns: 30 },
  );
});

it('a report before the hand-over is known waits for it, and then counts', async () => {
  const one = await inHand();
  await report(one, delivered);
  expect(await own(one)).toMatchObject({ state: 'sending' });
  await recordAttemptOutcome(engine, one.claimed, { kind: 'sent', providerId: 'CA1' });
  expect(await own(one)).toMatchObject({ state: 'delivered' });
});

it('a report at the very moment in which the hand-over is written down is not lost', async () => {
  for (let n = 0; n < 20; n += 1) {
    const one = await inHand();
    await Promise.all([
      recordAttemptOutcome(engine, one.claimed, { kind: 'sent', providerId: 'CA1' }),
      report(one, delivered),
    ]);
    expect(await own(one)).toMatchObject({ state: 'delivered' });
    // A number is called once a minute.
    await world.moveClock(MINUTE);
  }
});

it('an answer that got lost is made good by the report, and nothing is sent again', async () => {
  const one = await sent({ kind: 'failed_temporary', words: 'No answer.', isInDoubt: true });
  expect(await own(one)).toMatchObject({ state: 'failed_temporary' });
  await report(one, delivered);
  expect(await own(one)).toMatchObject({ state: 'delivered', failure: null, nextAttemptAt: null });
  await world.moveClock(2 * MINUTE);
  expect((await claimDeliveries(engine, [one.deliveryId])).claimed).toEqual([]);
});

it('whoever does not pick up is called twice more, a minute apart; then it is the next one’s turn', async () => {
  let one = await sent();
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await report(one, busy);
    expect(await own(one)).toMatchObject({
      state: 'failed_temporary',
      failure: 'The line was busy.',
      attempts: attempt,
    });
    expect(await failureOf(one)).toBeNull();
    await world.moveClock(MINUTE + 1_000);
    one = await claim(one.escalationId, one.deliveryId);
    await recordAttemptOutcome(engine, one.claimed, { kind: 'sent', providerId: 'CA1' });
  }
  await report(one, busy);
  expect(await own(one)).toMatchObject({
    state: 'failed_permanent',
    failure: 'The line was busy.',
    attempts: 3,
  });
  expect(await failureOf(one)).toBe('The line was busy.');
  expect(await read(one.escalationId)).toMatchObject({ state: 'open', step: 2 });
});

it('a final failure is shown at the method, and mended by what arrives later', async () => {
  const one = await sent();
  await report(one, failed);
  expect(await own(one)).toMatchObject({ state: 'failed_permanent', failure: 'The number is not in use.' });
  expect(await lines(one)).toContain('Could not reach Tom Becker by phone: The number is not in use.');
  expect(await failureOf(one)).toBe('The number is not in use.');
  await report(one, delivered);
  expect(await failureOf(one)).toBeNull();
});

it('another way to the same person is tried at once, before the next person', async () => {
  await reachBy('voice', 'sms');
  const one = await sent();
  const before = (await read(one.escalationId)).deliveries.find(({ channel }) => channel === 'sms');
  expect(before).toMatchObject({ state: 'pending', waitsFor: 'method_delay' });
  await report(one, failed);
  const after = await read(one.escalationId);
  expect(after.deliveries.find(({ channel }) => channel === 'sms')).toMatchObject({
    state: 'pending',
    waitsFor: null,
  });
  expect(after.step).toBe(1);
});

it('the failure of an attempt gone by does not undo the present one', async () => {
  const first = await sent();
  await report(first, busy);
  await world.moveClock(MINUTE + 1_000);
  const second = await claim(first.escalationId, first.deliveryId);
  await recordAttemptOutcome(engine, second.claimed, { kind: 'sent', providerId: 'CA2' });
  await report(first, failed);
  expect(await own(second)).toMatchObject({ state: 'sent' });
});

it('once somebody has it, nobody is called again', async () => {
  const one = await sent();
  await acknowledgeEscalation(world.actors.operator, { escalationId: one.escalationId, via: 'app' });
  await report(one, busy);
  expect(await own(one)).toMatchObject({ state: 'failed_permanent', nextAttemptAt: null });
});

it('what travelled in the same message shares its fate', async () => {
  const first = await sent();
  await reachBy('voice');
  const second = await sent();
  await world.ownerSql`
    update deliveries set bundle_id = ${first.deliveryId} where id in (${first.deliveryId}, ${second.deliveryId})`;
  await report(first, delivered);
  expect([(await own(first))?.state, (await own(second))?.state]).toEqual(['delivered', 'delivered']);
});

it('a report about nothing of this tenant changes nothing', async () => {
  const one = await sent();
  const other = engineActor((await world.addTenant('Quay Answering')).organizationId);
  const { deliveryId, attemptId } = one;
  await recordDeliveryReport(other, { deliveryId, attemptId, report: failed });
  await recordDeliveryReport(engine, { deliveryId, attemptId: newId(), report: failed });
  await recordDeliveryReport(engine, { deliveryId: newId(), attemptId, report: failed });
  expect(await own(one)).toMatchObject({ state: 'sent' });
  const { actors } = world;
  await expect(
    recordDeliveryReport(actors.admin, { deliveryId, attemptId, report: failed }),
  ).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
