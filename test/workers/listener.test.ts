// The connection on which the engine is rung for, cut: by an administrator, a firewall, a fail-over.
import postgres from 'postgres';
import { expect } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { queueNames } from '../../workers/queues';
import { onlyWoken, startChildWorker } from '../support/child-worker';
import { isOnRedis } from '../support/queue-backend';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

test('the LISTEN connection is cut: what is committed at that moment goes, once, and the engine listens again', async ({
  stage,
}) => {
  const worker = await startChildWorker(stage.settings);
  await stage.escalate('Before');
  await stage.sink.expectMailTo(stage.contact);
  const cut = await cutListeners(stage);
  expect(cut).toHaveLength(1);
  await stage.escalate('At that moment');
  await stage.sink.expectMailTo(stage.contact);
  await listensAgain(stage, cut);
  await stage.escalate('Afterwards');
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await eachSentOnce(stage, 3);
  expect((await worker.stop()).code).toBe(0);
});

test('while nobody may connect the sweep alone finds what is due; the engine listens again as soon as it may', async ({
  stage,
}) => {
  const { world, sink } = stage;
  const name = new URL(world.appUrl).pathname.slice(1);
  const worker = await startChildWorker(stage.settings);
  await stage.escalate('Before');
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  await world.ownerSql.unsafe(`revoke connect on database ${name} from public, calmline_app`);
  const cut = await cutListeners(stage);
  for (const summary of ['Nobody rings', 'And again nobody']) {
    await stage.escalate(summary);
    await sink.expectMailTo(stage.contact);
  }
  expect(await listeners(stage)).toEqual([]);
  await world.ownerSql.unsafe(`grant connect on database ${name} to public, calmline_app`);
  await listensAgain(stage, cut);
  await stage.settled();
  await eachSentOnce(stage, 3);
  expect((await worker.stop()).code).toBe(0);
});

test('after it was cut the engine is rung for as before: without a sweep of its own it delivers at every ring', async ({
  stage,
}) => {
  const worker = await startChildWorker(stage.settings, onlyWoken);
  await stage.escalate('Before');
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await listensAgain(stage, await cutListeners(stage));
  for (const summary of ['First', 'Second', 'Third']) {
    await stage.escalate(summary);
    await stage.sink.expectMailTo(stage.contact);
    await stage.settled();
  }
  await eachSentOnce(stage, 4);
  expect((await worker.stop()).code).toBe(0);
});

// The queue in PostgreSQL is listened to as well, and its workers wait without an end of their own.
if (!isOnRedis) {
  test('all LISTEN connections are cut at once, those of the queue too: nothing waits for them', async ({
    stage,
  }) => {
    const { sink } = stage;
    const worker = await startChildWorker(stage.settings);
    await stage.escalate('Before');
    await sink.expectMailTo(stage.contact);
    await stage.settled();
    const named = Object.values(queueNames);
    const cut = await cutListeners(stage, named);
    expect(cut).toHaveLength(1 + named.length);
    await stage.escalate('At that moment');
    await sink.expectMailTo(stage.contact);
    await listensAgain(stage, cut);
    await stage.pass(301 * SECOND);
    await sink.expectMailTo(stage.deputy);
    await sink.expectMailTo(stage.deputy);
    await stage.settled();
    await eachSentOnce(stage, 4);
    expect((await worker.stop()).code).toBe(0);
  });
}

/** As superuser: others may neither see nor end what another role does. */
async function asAdmin<T>({ world }: Stage, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres(world.database.adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The server processes that listen for the engine in this database, and those for its queues of these names. */
async function listeners(stage: Stage, queues: string[] = []): Promise<number[]> {
  return asAdmin(stage, async (admin) => {
    const rows = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and (query = 'listen "engine"' or application_name = any(${queues}))`;
    return rows.map(({ pid }) => pid);
  });
}

/** Ends them. @returns which they were */
async function cutListeners(stage: Stage, queues: string[] = []): Promise<number[]> {
  const found = await listeners(stage, queues);
  await asAdmin(
    stage,
    (admin) => admin`select pg_terminate_backend(pid, 5000) from unnest(${found}::int[]) as found (pid)`,
  );
  return found;
}

async function listensAgain(stage: Stage, before: number[]): Promise<void> {
  await waitFor('the engine to listen again', async () => {
    const now = await listeners(stage);
    return now.some((pid) => !before.includes(pid));
  });
}

async function eachSentOnce({ world }: Stage, count: number): Promise<void> {
  const rows = await world.ownerSql`
    select state, attempts, is_possibly_duplicated, count(*)::int from deliveries group by 1, 2, 3`;
  expect(rows).toEqual([{ state: 'sent', attempts: 1, is_possibly_duplicated: false, count }]);
}
