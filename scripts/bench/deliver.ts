import type { Sql } from 'postgres';
import { database } from '../../src/db/client';
import { newId } from '../../src/kernel/ids';
import { chooseBackend, type JobQueue } from '../../workers/connection';
import { migrateQueue } from '../../workers/migrate-queue';
import { toTurn } from '../../workers/queues';
import { enterEscalations } from './enter-escalations';
import { atLeast, atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';
import {
  cpuSeconds,
  postgresPids,
  startBareWorker,
  startProvider,
  startRedisProcess,
  startWorkerProcess,
  type Provider,
  type Running,
} from './own-engine';
import { atPace, until } from './pace';

const AT_PACE = 300;
const PER_SECOND = 20;
const TENANTS = 4;
const HISTORY = 20_000;
/** Messages in hand at once (WORKER_CONCURRENCY). */
const CONCURRENCY = 100;

type Backend = { name: string; messages: number; atLeastPerSecond: number };

/** Committed → taken by the carrier, and how many a second, on both queue backends. The floor is the queue alone. */
export async function benchDeliver(): Promise<Figure[]> {
  const redis = await startRedisProcess();
  try {
    return [
      ...(await measure({ name: 'postgres', messages: 6_000, atLeastPerSecond: 300 }, undefined)),
      ...(await measure({ name: 'redis', messages: 12_000, atLeastPerSecond: 1_000 }, redis)),
    ];
  } finally {
    await redis.stop();
  }
}

async function measure(
  { name, messages, atLeastPerSecond }: Backend,
  redis: { url: string; pid: number } | undefined,
): Promise<Figure[]> {
  const label = `deliver (${name})`;
  return onOwnDatabase(async (ownerSql, ownerUrl) => {
    await migrateQueue(ownerUrl);
    const places = await makeTenants(ownerSql);
    await makeHistory(ownerSql, places);
    const floor = await rawQueue(redis?.url, messages);
    const provider = await startProvider();
    const settings = { redisUrl: redis?.url, providerPort: provider.port, concurrency: CONCURRENCY };
    const figures: Figure[] = [];
    try {
      const engine = { ownerSql, provider, places, redis, floor, messages, atLeastPerSecond };
      figures.push(
        ...(await measureWorker(`${label}, text messages`, await startWorkerProcess(settings), engine)),
      );
      figures.push(
        ...(await measureWorker(`${label}, bare channel`, await startBareWorker(settings), engine)),
      );
    } finally {
      provider.stop();
    }
    return figures;
  });
}

type Engine = {
  ownerSql: Sql;
  provider: Provider;
  places: readonly Place[];
  redis: { pid: number } | undefined;
  floor: number;
  messages: number;
  atLeastPerSecond: number;
};

async function measureWorker(
  label: string,
  worker: Running,
  { ownerSql, provider, places, redis, floor, messages, atLeastPerSecond }: Engine,
): Promise<Figure[]> {
  try {
    await sendMany(ownerSql, provider, places, 'warm', 800);
    // What autovacuum does within a minute.
    await ownerSql`analyze`;
    const delays = await sendAtPace(ownerSql, provider, places);
    const pids = {
      worker: [worker.pid],
      PostgreSQL: await postgresPids(),
      ...(redis !== undefined && { Redis: [redis.pid] }),
      "carrier's stand-in": [provider.pid],
    };
    const before = Object.values(pids).map(cpuSeconds);
    const perSecond = await sendMany(ownerSql, provider, places, 'many', messages);
    const used = Object.values(pids).map((of, n) => cpuSeconds(of) - (before[n] ?? 0));
    const each = (seconds: number) => (seconds * 1_000) / messages;
    const [row] = await ownerSql<{ count: number }[]>`
      select count(*)::int from deliveries where state <> 'sent'`;
    return [
      atMost(
        `${label}: committed → carrier at ${PER_SECOND}/s, p50`,
        'ms',
        percentile(delays, 0.5),
        250,
        AT_PACE,
      ),
      atMost(
        `${label}: committed → carrier at ${PER_SECOND}/s, p95`,
        'ms',
        percentile(delays, 0.95),
        250,
        AT_PACE,
      ),
      atLeast(`${label}: sustained`, '/s', perSecond, atLeastPerSecond, messages, floor),
      ...Object.keys(pids).map((name, n) =>
        told(`${label}: CPU a message, ${name}`, 'ms', each(used[n] ?? 0), messages),
      ),
      told(`${label}: CPU a message, all`, 'ms', each(used.reduce((sum, one) => sum + one, 0)), messages),
      atMost(`${label}: not sent in the end`, '', row?.count ?? -1, 0, messages),
    ];
  } finally {
    await worker.stop();
  }
}

type Place = { organizationId: string; clientId: string };

async function makeTenants(ownerSql: Sql): Promise<Place[]> {
  const places = Array.from({ length: TENANTS }, () => ({ organizationId: newId(), clientId: newId() }));
  for (const { organizationId, clientId } of places) {
    await ownerSql`
      insert into organizations (organization_id, name, created_at) values (${organizationId}, 'Bench', app_now())`;
    await ownerSql`
      insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
      values (${organizationId}, ${clientId}, 'Client', 'Europe/Berlin', '', 'Good day.', app_now())`;
  }
  return places;
}

/** What was sent before: tables as they are after some weeks, with the statistics of a quiet hour. */
async function makeHistory(ownerSql: Sql, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    await enterEscalations(ownerSql, place, { count: HISTORY / TENANTS, mark: 'before', channel: 'sms' });
  }
  await ownerSql`
    update deliveries set state = 'sent', next_attempt_at = null, sent_at = app_now(), attempts = 1`;
  await ownerSql`update escalations set state = 'resolved', resolved_at = app_now()`;
  await ownerSql`
    insert into attempts (organization_id, id, client_id, delivery_id, number, state, started_at, finished_at)
    select organization_id, uuidv7(), client_id, id, 1, 'sent', app_now(), app_now() from deliveries`;
  await ownerSql`vacuum analyze`;
}

/** Each to a number of its own: no address has more than one. */
async function enter(ownerSql: Sql, place: Place, mark: string, count: number, from: number): Promise<void> {
  await enterEscalations(ownerSql, place, {
    count,
    mark,
    channel: 'sms',
    address: `'+49' || (1500000000 + ${from} + n)`,
  });
  await ownerSql`select pg_notify('engine', '')`;
}

let numbers = 0;

/** @returns milliseconds from each commit to the carrier */
async function sendAtPace(ownerSql: Sql, provider: Provider, places: readonly Place[]): Promise<number[]> {
  provider.clear();
  const committedAt = new Map<string, number>();
  await atPace(AT_PACE, PER_SECOND, async (n) => {
    const place = places[n % places.length];
    if (place === undefined) return;
    numbers += 1;
    const number = `+49${1_500_000_000 + numbers}`;
    await enter(ownerSql, place, 'paced', 1, numbers - 1);
    committedAt.set(number, performance.timeOrigin + performance.now());
  });
  await until(async () => (await provider.count()) >= AT_PACE, 60);
  const arrivals = await provider.tell();
  return arrivals.map(({ to, at }) => at - (committedAt.get(to) ?? 0));
}

/** @returns how many a second, between the first tenth and the last: the engine at full speed */
async function sendMany(
  ownerSql: Sql,
  provider: Provider,
  places: readonly Place[],
  mark: string,
  count: number,
): Promise<number> {
  provider.clear();
  const each = count / places.length;
  for (const place of places) {
    await enter(ownerSql, place, mark, each, numbers);
    numbers += each;
  }
  await until(async () => (await provider.count()) >= count, 180);
  const times = (await provider.tell()).map(({ at }) => at).toSorted((a, b) => a - b);
  const [from, to] = [Math.floor(count / 10), Math.ceil((count * 9) / 10) - 1];
  const seconds = ((times[to] ?? 0) - (times[from] ?? 0)) / 1_000;
  // Until the outcomes of the last ones are written down.
  await until(async () => {
    const [row] = await database().sql<{ waiting: number }[]>`
      select sum(amount)::int as waiting from gate.engine_rows()
      where name = 'deliveries' and state in ('pending', 'sending', 'failed_temporary')`;
    return (row?.waiting ?? 0) === 0;
  }, 60);
  return (to - from) / seconds;
}

/** Jobs that do nothing, with the worker's own settings, a second. */
async function rawQueue(redisUrl: string | undefined, jobs: number): Promise<number> {
  const backend = chooseBackend({ databaseUrl: database().url, redisUrl });
  const queue = await backend.openQueue('floor');
  let done = 0;
  let begunAt = 0;
  const worker = await backend.startWorker(
    'floor',
    () => {
      done += 1;
      return Promise.resolve();
    },
    CONCURRENCY,
  );
  await isUp(queue);
  done = 0;
  begunAt = performance.now();
  for (let n = 0; n < jobs; n += 200) {
    const turns = Array.from({ length: 200 }, () =>
      toTurn({ id: newId(), organizationId: newId(), turn: '0' }),
    );
    await queue.addBulk(turns);
  }
  await until(() => done >= jobs, 120);
  const perSecond = (jobs * 1_000) / (performance.now() - begunAt);
  await worker.close();
  await queue.close();
  await backend.close();
  return perSecond;
}

/** A producer on Redis fails at once while its connection is being made. */
async function isUp(queue: JobQueue): Promise<void> {
  await until(async () => {
    const [added] = await Promise.allSettled([
      queue.addBulk([toTurn({ id: newId(), organizationId: newId(), turn: '0' })]),
    ]);
    return added.status === 'fulfilled';
  }, 10);
}
