// One answering service with much to say never delays another.
import { expect } from 'vitest';
import { database } from '@/db/client';
import { claimDueDeliveries } from '@/db/engine-gate';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { SECOND } from '@/kernel/duration';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { test } from '../support/stage';
import { waitFor } from '../support/wait-for';

const NOISY = 10_000;

test("a tenant with 10,000 waiting messages delays nobody else's", async ({ stage }) => {
  const { sink, world } = stage;
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count: NOISY, mark: 'noisy' });
  const quiet = await world.addTenant('Quiet Harbour');
  await stage.startWorker();
  await waitFor('the noise to be under way', () => sink.accepted.length >= 20);
  const before = sink.accepted.length;
  await startEscalation(quiet.actors.operator, {
    clientId: quiet.client.id,
    urgency: 'urgent',
    summary: 'One that matters.',
  });
  const address = quiet.contact.methods[0]?.address;
  await waitFor('the quiet one', () => sink.accepted.some(({ to }) => to === address), 40 * SECOND);
  const position = sink.accepted.findIndex(({ to }) => to === address);
  expect(position - before).toBeLessThan(250);
  const [left] = await world.ownerSql<{ count: number }[]>`
    select count(*)::int from deliveries where state = 'pending' and organization_id = ${world.organizationId}`;
  expect(left?.count).toBeGreaterThan(NOISY / 2);
  await stage.closeWorkers();
  sink.takeAll();
});

test('an emergency goes before what waits for the same tenant', async ({ stage }) => {
  const { sink, world } = stage;
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  const held = sink.hold('first-1@many.example');
  await enterEscalations(world.ownerSql, place, { count: 1, mark: 'first' });
  await stage.startWorker({ concurrency: 1 });
  await held.mail;
  await enterEscalations(world.ownerSql, place, { count: 30, mark: 'routine', urgency: 'routine' });
  await enterEscalations(world.ownerSql, place, { count: 30, mark: 'urgent' });
  await world.ownerSql`select pg_notify('engine', '')`;
  await waitFor('some to be queued', async () => {
    const rows =
      await world.ownerSql`select from deliveries where state = 'pending' and claimed_until > app_now()`;
    return rows.length > 0;
  });
  await enterEscalations(world.ownerSql, place, { count: 1, mark: 'emergency', urgency: 'emergency' });
  await world.ownerSql`select pg_notify('engine', '')`;
  await waitFor('the emergency to be queued', async () => {
    const rows = await world.ownerSql`
      select from deliveries where priority = 0 and state = 'pending' and claimed_until > app_now()`;
    return rows.length > 0;
  });
  held.release();
  await waitFor('all mails', () => sink.accepted.length === 62, 40 * SECOND);
  await stage.settled();
  const marks = sink.takeAll().map(({ to }) => to.split('-')[0]);
  // What was handed to the queue already is not called back: twenty at the most.
  expect(marks.indexOf('emergency')).toBeLessThan(3);
  expect(marks.indexOf('routine')).toBeGreaterThanOrEqual(10);
});

test('tenants take turns, the most urgent of each first, and few of each wait in a queue', async ({
  stage,
}) => {
  const { world } = stage;
  const quiet = await world.addTenant('Quiet Harbour');
  const loud = { organizationId: world.organizationId, clientId: world.client.id };
  const other = { organizationId: quiet.organizationId, clientId: quiet.client.id };
  await enterEscalations(world.ownerSql, loud, { count: 300, mark: 'loud', urgency: 'routine' });
  await enterEscalations(world.ownerSql, loud, { count: 2, mark: 'loudest', urgency: 'emergency' });
  await enterEscalations(world.ownerSql, other, { count: 3, mark: 'quiet' });
  const claim = () => claimDueDeliveries(database().sql, { limit: 200, leaseSeconds: 20, waiting: 50 });
  const claims = await claim();
  expect(claims).toHaveLength(53);
  expect(claims.slice(0, 6).map(({ organizationId }) => organizationId === quiet.organizationId)).toEqual(
    expect.arrayContaining([true, true, true, false, false, false]),
  );
  expect(claims.filter(({ isFirst }) => isFirst)).toHaveLength(2);
  expect(claims.slice(0, 4).filter(({ isFirst }) => isFirst)).toHaveLength(2);
  // They wait in the queue: so long nothing more of either comes along.
  expect(await claim()).toEqual([]);
  await world.moveClock(21 * SECOND);
  expect(await claim()).toHaveLength(53);
});

test('what is set aside is claimed by nobody, and what an old worker does not know by no old one', async ({
  stage,
}) => {
  const { ownerSql, organizationId, client } = stage.world;
  const place = { organizationId, clientId: client.id };
  await enterEscalations(ownerSql, place, { count: 4, mark: 'any' });
  await ownerSql`
    update deliveries set channel = case recipient_name when 'Somebody 2' then 'webhook' when 'Somebody 3' then 'sms'
      else channel end, set_aside_at = case recipient_name when 'Somebody 4' then app_now() end`;
  const { sql } = database();
  const old = await sql`select id from gate.claim_due_deliveries(10, interval '20 seconds')`;
  expect(old).toHaveLength(1);
  await ownerSql`update deliveries set claimed_until = null`;
  expect(await claimDueDeliveries(sql, { limit: 10, leaseSeconds: 20, waiting: 200 })).toHaveLength(3);
});
