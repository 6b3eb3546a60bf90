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
} from '@/db/engine-gate';
import { claimDueAccounts, claimDuePacks, claimDuePromises, claimDueReports } from '@/db/follow-gate';
import { claimDueHandovers } from '@/db/on-call-gate';
import { surgeCalls } from '@/domain/surges/model';
import { MINUTE, SECOND } from '@/kernel/duration';
import { complaint } from './complaint';
import { pass, type ClaimedRows } from './moments';
import type { JobQueue } from './connection';
import { toTurn, type Queues } from './queues';
import { startRecheck } from './recheck';
import type { WorkerSettings } from './settings';

const BATCH = 200;

/** Clients that are looked at for a surge at once, of all tenants. */
const MOST_SUSPECTS = 2_000;

/** How long a claimed row may wait in a queue before another sweep offers it again. */
const LEASE_SECONDS = 20;

/** Packs wait for one another: each takes seconds. */
const PACK_LEASE_SECONDS = 120;

/** So many turns of one tenant wait in a queue at the most, however many workers there are. */
const MOST_WAITING = 200;
const FEWEST_WAITING = 20;

/** However often somebody rings, a sweep comes so long after the one before. */
const SHORTEST_PAUSE = 10;

export type Sweep = {
  /** A turn was taken from the queue of deliveries: soon there is room for more. */
  refill(): void;
  stop(): Promise<void>;
};

/**
 * Finds what is due and queues it: the moment a transaction says so (LISTEN), when a queue runs low, and once a second
 * besides, for what becomes due by time alone, for notifications lost with a connection, and for jobs lost with a queue.
 * Messages have a loop of their own, and so has what takes its time: neither delays the others.
 *
 * Of one tenant twice as many messages wait in the queue as this process has in hand at once: enough to keep every hand
 * busy, and so few that behind a provider that hangs nobody else's message waits for long.
 */
export async function startSweep(queues: Queues, settings: WorkerSettings): Promise<Sweep> {
  const { sql } = database();
  const { databaseUrl, heartbeatUrl, concurrency } = settings;
  const waiting = Math.min(Math.max(2 * concurrency, FEWEST_WAITING), MOST_WAITING);
  const fairness = (limit: number) => ({ limit, leaseSeconds: LEASE_SECONDS, waiting });
  const messages = startRounds([
    feeder('messages', queues.deliver, (limit) => claimDueDeliveries(sql, fairness(limit))),
  ]);
  const others = startRounds([
    feeder('steps', queues.advance, (limit) =>
      claimDueEscalations(sql, { ...fairness(limit), waiting: MOST_WAITING }),
    ),
    feeder('reminders', queues.remind, (limit) => claimDueReminders(sql, limit, LEASE_SECONDS)),
    feeder('digests', queues.digest, (limit) => claimDueDigests(sql, limit, LEASE_SECONDS)),
    feeder('hand-overs', queues.handover, (limit) => claimDueHandovers(sql, limit, LEASE_SECONDS)),
    feeder('promises', queues.promise, (limit) => claimDuePromises(sql, limit, LEASE_SECONDS)),
    feeder('reports', queues.report, (limit) => claimDueReports(sql, limit, LEASE_SECONDS)),
    feeder('packs', queues.pack, (limit) => claimDuePacks(sql, limit, PACK_LEASE_SECONDS)),
    feeder('accounts', queues.account, (limit) => claimDueAccounts(sql, limit, LEASE_SECONDS)),
    atMostEvery(SECOND, () => beat(sql)),
  ]);
  const slow = startRounds([
    atMostEvery(
      10 * SECOND,
      watcher(queues.surge, () => listSurgeSuspects(sql, surgeCalls, MOST_SUSPECTS)),
    ),
    atMostEvery(15 * SECOND, startRecheck(queues, heartbeatUrl)),
    atMostEvery(10 * MINUTE, () => pruneOldRows(sql)),
  ]);

  const listener = openDatabase(databaseUrl, 1);
  const wake = () => {
    messages.ring();
    others.ring();
  };
  await listener.sql.listen('engine', wake, wake);
  let taken = 0;
  return {
    refill() {
      taken += 1;
      if (taken < concurrency / 2) return;
      taken = 0;
      messages.ring();
    },
    async stop() {
      await Promise.all([messages, others, slow].map((rounds) => rounds.stop()));
      await listener.sql.end({ timeout: 1 });
    },
  };
}

/** Does all of it again and again: a second after the last time, or at once when somebody rings. */
function startRounds(work: (() => Promise<void>)[]): { ring(): void; stop(): Promise<void> } {
  const chores = work.map((chore) => ({
    chore,
    complain: complaint('a sweep failed; what is due stays due'),
  }));
  let isStopping = false;
  let alarm = new AbortController();

  async function goRound(): Promise<void> {
    while (!isStopping) {
      // Before the round: a ring that comes during it cuts the next pause short.
      alarm = new AbortController();
      const ends = await Promise.allSettled(chores.map(({ chore }) => chore()));
      for (const [n, end] of ends.entries()) if (end.status === 'rejected') chores[n]?.complain(end.reason);
      if (!isStopping) await sleep(SHORTEST_PAUSE);
      if (!isStopping) await pause(alarm.signal);
    }
  }

  const gone = goRound();
  return {
    ring: () => alarm.abort(),
    async stop() {
      isStopping = true;
      alarm.abort();
      await gone;
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
function feeder(
  what: ClaimedRows,
  queue: JobQueue,
  claim: (limit: number) => Promise<Claim[]>,
): () => Promise<void> {
  let inHand: Claim[] = [];
  return async () => {
    for (;;) {
      if (inHand.length === 0) inHand = await claim(BATCH);
      if (inHand.length === 0) return;
      pass(`${what} claimed`);
      await queue.addBulk(inHand.map(toTurn));
      pass(`${what} queued`);
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
