import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { database, openDatabase, type Sql } from '@/db/client';
import {
  claimDueDeliveries,
  claimDueDigests,
  claimDueEscalations,
  claimDueReminders,
  listSurgeSuspects,
  pruneOldRows,
  type Claim,
} from '@/db/gate';
import { surgeCalls } from '@/domain/surges/model';
import { MINUTE, SECOND } from '@/kernel/duration';
import { complaint } from './complaint';
import type { JobQueue } from './connection';
import { toTurn, type Queues } from './queues';

const BATCH = 200;

/** Clients that are looked at for a surge at once, of all tenants. */
const MOST_SUSPECTS = 2_000;

/** How long a claimed row may wait in a queue before another sweep offers it again. */
const LEASE_SECONDS = 20;

/**
 * Finds what is due and queues it: the moment a transaction says so (LISTEN), and once a second besides, for what
 * becomes due by time alone, for notifications lost with a connection, and for jobs lost with a queue.
 */
export async function startSweep(databaseUrl: string, queues: Queues): Promise<{ stop(): Promise<void> }> {
  const { sql } = database();
  const chores = [
    feeder(queues.deliver, (limit) => claimDueDeliveries(sql, limit, LEASE_SECONDS)),
    feeder(queues.advance, (limit) => claimDueEscalations(sql, limit, LEASE_SECONDS)),
    feeder(queues.remind, (limit) => claimDueReminders(sql, limit, LEASE_SECONDS)),
    feeder(queues.digest, (limit) => claimDueDigests(sql, limit, LEASE_SECONDS)),
    atMostEvery(
      10 * SECOND,
      watcher(queues.surge, () => listSurgeSuspects(sql, surgeCalls, MOST_SUSPECTS)),
    ),
    atMostEvery(SECOND, () => beat(sql)),
    atMostEvery(10 * MINUTE, () => pruneOldRows(sql)),
  ].map((work) => ({ work, complain: complaint('a sweep failed; what is due stays due') }));

  let isStopping = false;
  let alarm = new AbortController();
  const listener = openDatabase(databaseUrl, 1);
  const wake = () => alarm.abort();
  await listener.sql.listen('engine', wake, wake);

  async function sweepUntilStopped(): Promise<void> {
    while (!isStopping) {
      // Before the sweep: a notification that arrives during it cuts the next pause short.
      alarm = new AbortController();
      const ends = await Promise.allSettled(chores.map(({ work }) => work()));
      for (const [n, end] of ends.entries()) if (end.status === 'rejected') chores[n]?.complain(end.reason);
      if (!isStopping) await pause(alarm.signal);
    }
  }

  const swept = sweepUntilStopped();
  return {
    async stop() {
      isStopping = true;
      alarm.abort();
      await swept;
      await listener.sql.end({ timeout: 1 });
    },
  };
}

/** A second, or less when somebody rings. */
async function pause(signal: AbortSignal): Promise<void> {
  try {
    await sleep(SECOND, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/**
 * Claims rows and queues them until no more are due. What a queue would not take stays in hand and is offered again
 * by the next sweep, before anything else is claimed: a queue that was away for a moment delays by a moment.
 */
function feeder(queue: JobQueue, claim: (limit: number) => Promise<Claim[]>): () => Promise<void> {
  let inHand: Claim[] = [];
  return async () => {
    for (;;) {
      if (inHand.length === 0) inHand = await claim(BATCH);
      if (inHand.length === 0) return;
      await queue.addBulk(inHand.map(toTurn));
      const wasLast = inHand.length < BATCH;
      inHand = [];
      if (wasLast) return;
    }
  };
}

/**
 * Queues what has changed since it was seen last. What was seen is remembered in this process alone: another one, or
 * this one after a restart, looks at everything once more, which changes nothing but takes its time.
 */
function watcher(queue: JobQueue, list: () => Promise<Claim[]>): () => Promise<void> {
  let seen = new Set<string>();
  const nameOf = ({ id, turn }: Claim) => `${id} ${turn}`;
  return async () => {
    const found = await list();
    const changed = found.filter((claim) => !seen.has(nameOf(claim)));
    if (changed.length > 0) await queue.addBulk(changed.map(toTurn));
    seen = new Set(found.map(nameOf));
  };
}

function atMostEvery(milliseconds: number, work: () => Promise<void>): () => Promise<void> {
  let doneAt = -Infinity;
  return async () => {
    if (performance.now() - doneAt < milliseconds) return;
    await work();
    doneAt = performance.now();
  };
}

const workerName = `${hostname()}/${process.pid}`;

async function beat(sql: Sql): Promise<void> {
  await sql`
    insert into heartbeats (worker, at) values (${workerName}, app_now())
    on conflict (worker) do update set at = excluded.at`;
}
