import type { Sql } from 'postgres';
import { database } from '../../src/db/client';
import {
  claimDueDeliveries,
  claimDueEscalations,
  readEngineLateness,
  readEngineRows,
} from '../../src/db/engine-gate';
import { newId } from '../../src/kernel/ids';
import { enterEscalations } from './enter-escalations';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';

const OPEN = 100_000;
const TENANTS = 10;
const ROUNDS = 30;
const fairness = { limit: 200, leaseSeconds: 20, waiting: 200 };

/** What one sweep costs while 100,000 escalations are open: when none is due, and when all of them are. */
export async function benchCycle(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => {
    for (let n = 0; n < TENANTS; n += 1) await makeTenant(ownerSql, OPEN / TENANTS);
    await ownerSql`vacuum analyze escalations`;
    await ownerSql`vacuum analyze deliveries`;
    const ahead = await times();
    await ownerSql`update escalations set next_step_due_at = app_now() - interval '1 second'`;
    await ownerSql`update deliveries set next_attempt_at = app_now() - interval '1 second'`;
    const due = await times();
    const lateness = await timeOf(() => readEngineLateness(database().sql));
    const rows = await timeOf(() => readEngineRows(database().sql));
    const what = `cycle: ${OPEN} open escalations`;
    return [
      atMost(`${what}, due later, p95`, 'ms', percentile(ahead, 0.95), 200, ROUNDS),
      atMost(`${what}, all due, p95`, 'ms', percentile(due, 0.95), 200, ROUNDS),
      atMost(`${what}, all due, slowest`, 'ms', Math.max(...due), 200, ROUNDS),
      told(`${what}: what readiness asks`, 'ms', lateness, 1),
      told(`${what}: the counts for metrics`, 'ms', rows, 1),
    ];
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await work();
  return performance.now() - begunAt;
}

async function times(): Promise<number[]> {
  const { sql } = database();
  const all: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const claims = () => Promise.all([claimDueEscalations(sql, fairness), claimDueDeliveries(sql, fairness)]);
    all.push(await timeOf(claims));
  }
  return all;
}

async function makeTenant(ownerSql: Sql, count: number): Promise<void> {
  const [organizationId, clientId] = [newId(), newId()];
  await ownerSql`
    insert into organizations (organization_id, name, created_at) values (${organizationId}, 'Bench', app_now())`;
  await ownerSql`
    insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
    values (${organizationId}, ${clientId}, 'Client', 'Europe/Berlin', '', 'Good day.', app_now())`;
  await enterEscalations(ownerSql, { organizationId, clientId }, { count, mark: 'open' });
  await ownerSql`
    update escalations set next_step_due_at = app_now() + interval '1 hour' where organization_id = ${organizationId}`;
  await ownerSql`
    update deliveries set next_attempt_at = app_now() + interval '1 hour' where organization_id = ${organizationId}`;
}
