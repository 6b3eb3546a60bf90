// How late the engine is, as readiness and the engine itself ask it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import { readEngineFigures, readEngineLateness, readEngineRows } from '../../src/db/engine-gate';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
  await startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'urgent',
    summary: 'Salaries were paid twice.',
  });
  await world.ownerSql`update escalations set next_step_due_at = null`;
});

afterAll(() => world.stop());

/** In whole hundreds of seconds: what passes meanwhile does not matter. */
async function late(): Promise<Record<string, number>> {
  const figures = await readEngineFigures(database().sql);
  const ages = figures.filter(({ name, amount }) => name === 'overdue_seconds' && amount >= 100);
  return Object.fromEntries(ages.map(({ state, amount }) => [state, Math.floor(amount / 100) * 100]));
}

const setDelivery = async (state: string, dueBefore: string, leaseEndedBefore: string | null = null) =>
  world.ownerSql`
    update deliveries set state = ${state}, next_attempt_at = app_now() - ${dueBefore}::interval,
      sending_until = app_now() - ${leaseEndedBefore}::interval`;

it('a message is late since it was due; one in the hands of a dead worker since its lease ended', async () => {
  await setDelivery('pending', '1 hour');
  expect(await late()).toEqual({ delivery: 3_600 });
  expect((await readEngineLateness(database().sql)).oldestSeconds).toBeGreaterThanOrEqual(3_600);
  await setDelivery('sending', '1 hour', '10 minutes');
  expect(await late()).toEqual({ delivery: 600 });
  await setDelivery('sending', '1 hour', '-1 minute');
  expect(await late()).toEqual({});
  await setDelivery('failed_temporary', '-1 minute', '1 hour');
  expect(await late()).toEqual({});
  await setDelivery('delivered', '1 hour');
  expect(await late()).toEqual({});
});

it('a step is late since it was due, and what is late longest counts', async () => {
  await setDelivery('pending', '5 minutes');
  await world.ownerSql`update escalations set next_step_due_at = app_now() - interval '20 minutes'`;
  expect(await late()).toEqual({ delivery: 300, escalation: 1_200 });
  expect(await readEngineLateness(database().sql)).toMatchObject({ setAside: 0 });
});

it('what is set aside is counted as that, and is not late', async () => {
  await world.ownerSql`update escalations set set_aside_at = app_now()`;
  expect(await late()).toEqual({ delivery: 300 });
  await world.ownerSql`update deliveries set set_aside_at = app_now()`;
  expect(await late()).toEqual({});
  expect(await readEngineLateness(database().sql)).toEqual({ oldestSeconds: 0, setAside: 2 });
});

it('rows are counted by state', async () => {
  const rows = await readEngineRows(database().sql);
  expect(rows).toContainEqual({ name: 'deliveries', state: 'pending', amount: 1 });
  expect(rows).toContainEqual({ name: 'escalations', state: 'open', amount: 1 });
});
