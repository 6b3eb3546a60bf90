import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { closeDatabase, openDatabase, useDatabase } from '../../src/db/client';
import { writeTx } from '../../src/db/transaction';
import { recordAudit } from '../../src/domain/audit/record-audit';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
  await closeDatabase();
  // One connection: whoever waits gets it the moment the other one loses it.
  useDatabase(openDatabase(world.appUrl, 1));
});

afterAll(() => world.stop());

it('a transaction that lost its connection changes nothing, and nobody else either', async () => {
  const { actors, client } = world;
  const admin = postgres(world.database.adminUrl, { max: 1 });
  const mark = (tx: Parameters<typeof recordAudit>[0], action: `test.${string}`) =>
    recordAudit(tx, action, { id: client.id, clientId: client.id });
  let waiting: Promise<unknown> = Promise.resolve();

  const lost = writeTx(actors.admin, async (tx) => {
    tx.authorize(true);
    await mark(tx, 'test.before');
    const [backend] = await tx.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    waiting = writeTx(actors.admin, async (other) => {
      other.authorize(true);
      await mark(other, 'test.other');
    });
    await admin`select pg_terminate_backend(${backend?.pid ?? 0})`;
    await Promise.allSettled([waiting]);
    await mark(tx, 'test.after');
  });
  await expect(lost).rejects.toThrow();
  await waiting;
  await admin.end();

  const rows = await world.ownerSql<{ action: string }[]>`
    select action from audit_entries where action like 'test.%' order by action`;
  expect(rows.map(({ action }) => action)).toEqual(['test.other']);
});

it('the pool goes on working afterwards', async () => {
  await writeTx(world.actors.admin, async (tx) => {
    tx.authorize(true);
    await recordAudit(tx, 'test.later', { id: world.client.id, clientId: world.client.id });
  });
  const rows = await world.ownerSql`select 1 from audit_entries where action = 'test.later'`;
  expect(rows).toHaveLength(1);
});
