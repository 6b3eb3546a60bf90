// An address has room for so much in a minute. What finds none waits, in sight, and is never dropped.
import { expect } from 'vitest';
import { database } from '@/db/client';
import { engineActor } from '@/db/gate';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { claimDeliveries } from '@/domain/notifications/claim-deliveries';
import { claimDueDeliveries } from '@/db/engine-gate';
import type { SendOutcome } from '@/domain/notifications/model';
import { SECOND } from '@/kernel/duration';
import { deliverBy } from '../../workers/deliver';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { refuseWith, tooMany } from '../support/carrier';
import { test, type Stage } from '../support/stage';

const sent: SendOutcome = { kind: 'sent', providerId: null };

test('an address has room for five mails a minute; the others wait in sight, and none is lost', async ({
  stage,
}) => {
  await enter(stage, { count: 12, mark: 'webinar' });
  await asNotices(stage);
  await stage.startWorker();
  await stage.sink.expectMails(5);
  await stage.settled();
  expect(await states(stage)).toEqual(['pending, throttled: 7', 'sent: 5']);
  await stage.pass(30 * SECOND);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(32 * SECOND);
  await stage.sink.expectMails(5);
  await stage.settled();
  await stage.pass(62 * SECOND);
  await stage.sink.expectMails(2);
  await stage.settled();
  expect(await states(stage)).toEqual(['sent: 12']);
});

test('the most urgent has the first room, and an emergency a room of its own', async ({ stage }) => {
  await enter(stage, { count: 8, mark: 'notice' });
  await asNotices(stage);
  await stage.startWorker();
  await stage.sink.expectMails(5);
  await stage.settled();
  await enter(stage, { count: 1, mark: 'urgent' });
  await enter(stage, { count: 1, mark: 'emergency', urgency: 'emergency' });
  await stage.pass(0);
  const [first] = await stage.sink.expectMails(1);
  expect(first?.text).toContain('emergency 1');
  await stage.settled();
  await stage.closeWorkers();
  await stage.world.moveClock(62 * SECOND);

  const order: string[] = [];
  const deliver = deliverBy(
    {
      send: ({ message }) => {
        order.push('summary' in message ? message.summary : 'notice');
        return Promise.resolve(sent);
      },
    },
    stage.settings.limits,
  );
  const due = await claimDueDeliveries(database().sql, { limit: 100, leaseSeconds: 20, waiting: 200 });
  expect(due).toHaveLength(4);
  await Promise.all(due.map((turn) => deliver(turn)));
  expect(order).toEqual(['urgent 1', 'notice', 'notice', 'notice']);
});

test('what waits for room is no longer sent once somebody has it', async ({ stage }) => {
  await enter(stage, { count: 5, mark: 'notice' });
  await asNotices(stage);
  await stage.startWorker();
  await stage.sink.expectMails(5);
  await stage.settled();
  const escalation = await stage.escalate();
  const waiting = await stage.until(
    'it to wait',
    escalation,
    ({ deliveries }) => deliveries[0]?.waitsFor === 'throttled',
  );
  expect(waiting.deliveries[0]?.nextAttemptAt).toBeInstanceOf(Date);
  await acknowledgeEscalation(stage.world.actors.operator, { escalationId: escalation.id, via: 'app' });
  await stage.pass(120 * SECOND);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries).toMatchObject([{ state: 'skipped', waitsFor: null }]);
});

test('the carrier has room for so many texts a second from everybody together', async ({ stage }) => {
  const { ownerSql, organizationId } = stage.world;
  await enter(stage, { count: 6, mark: 'text', address: `'+4915155550' || (100 + n)` });
  await ownerSql`update deliveries set channel = 'sms'`;
  const rows = await ownerSql<{ id: string }[]>`select id from deliveries order by id`;
  const ids = rows.map(({ id }) => id);
  const limits = { smsPerSecond: 4, callsPerSecond: 1 };
  const first = await claimDeliveries(engineActor(organizationId), ids, limits);
  expect(first.claimed).toHaveLength(4);
  await stage.world.moveClock(2 * SECOND);
  const second = await claimDeliveries(engineActor(organizationId), ids, limits);
  expect(second.claimed).toHaveLength(2);
});

test('a provider that asks to be left alone for longer is left alone', async ({ stage }) => {
  const escalation = await stage.escalate();
  const [delivery] = (await stage.read(escalation)).deliveries;
  const { organizationId, ownerSql } = stage.world;
  const busy = { kind: 'failed_temporary' as const, words: 'Too many requests.', retryAfterSeconds: 120 };
  const send = () => Promise.resolve<SendOutcome>(busy);
  await deliverBy({ send }, stage.settings.limits)({ id: delivery?.id ?? '', organizationId });
  const [row] = await ownerSql<{ state: string; seconds: number }[]>`
    select state, round(extract(epoch from next_attempt_at - app_now()))::int as seconds from deliveries`;
  expect(row?.state).toBe('failed_temporary');
  expect(row?.seconds).toBeGreaterThan(100);
  expect(row?.seconds).toBeLessThanOrEqual(120);
});

test('a carrier that answers 429, then 500, then takes it: waited for as it asked, and sent once', async ({
  stage,
}) => {
  const number = '+4915155550177';
  await stage.reachAlone('Jo Fischer', [{ channel: 'sms', address: number }]);
  stage.carrier.answer(number, tooMany(90), refuseWith(500, 20500));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const after = (attempts: number) =>
    stage.until(
      `attempt ${attempts}`,
      escalation,
      ({ deliveries: [delivery] }) =>
        delivery?.state === 'failed_temporary' && delivery.attempts === attempts,
    );
  await after(1);
  await stage.pass(80 * SECOND);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries).toMatchObject([{ attempts: 1 }]);
  await stage.pass(11 * SECOND);
  await after(2);
  await stage.pass(61 * SECOND);
  await stage.carrier.expectText(number);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries).toMatchObject([
    { state: 'sent', attempts: 3, failure: null },
  ]);
});

type Entered = Parameters<typeof enterEscalations>[2];

/** To the contact, unless told. */
async function enter(stage: Stage, many: Entered): Promise<void> {
  const { organizationId, client, ownerSql } = stage.world;
  const place = { organizationId, clientId: client.id };
  await enterEscalations(ownerSql, place, { address: `'${stage.contact}'`, ...many });
}

/** Words that travel alone and wait for nobody's answer. */
async function asNotices(stage: Stage): Promise<void> {
  await stage.world.ownerSql`
    update deliveries set cause = 'notice', priority = 3, message = jsonb_build_object('subject', message->>'summary',
      'lines', '[]'::jsonb, 'path', '/portal', 'linkWords', 'Open')`;
}

async function states(stage: Stage): Promise<string[]> {
  const rows = await stage.world.ownerSql<{ state: string; waits: string | null; count: number }[]>`
    select state, waits_for as waits, count(*)::int from deliveries group by 1, 2 order by 1`;
  return rows.map(({ state, waits, count }) => `${state}${waits === null ? '' : `, ${waits}`}: ${count}`);
}
