import { hostname } from 'node:os';
import { takeOverdue, type OverdueClaim, type OverdueKind } from '@/db/audit-gate';
import { database } from '@/db/client';
import { readEngineLateness } from '@/db/engine-gate';
import { MINUTE, SECOND } from '@/kernel/duration';
import { log } from '@/kernel/log';
import { toTurn, type Queues } from './queues';

/*
 * The engine looks after itself. The sweep finds what is due; this one asks, independently of it, whether anything was
 * due for more than a minute and is still not done: a job that a queue holds on to for ever, under whose id the sweep
 * cannot queue the row again, a sweep that fails, a rule with a mistake. It queues such rows anew, under an id that no
 * job has, writes down how many there were, and, only when there was nothing to find, tells a monitor outside that all
 * is well. A monitor that hears nothing for a few minutes rings: also when this whole machine is gone.
 */

/** Nothing due waits longer than this while all is well. */
const PATIENCE_SECONDS = 60;

const MOST_AT_ONCE = 1_000;
const HEARTBEAT_CUT_OFF = 5 * SECOND;

const auditor = `${hostname()}/${process.pid}`;

const queueOf = {
  delivery: 'deliver',
  escalation: 'advance',
  promise: 'promise',
  report: 'report',
  pack: 'pack',
  account: 'account',
} as const satisfies Record<OverdueKind, keyof Queues>;

type Queued = Pick<Queues, (typeof queueOf)[OverdueKind]>;

type Audit = { overdue: number; setAside: number; oldestSeconds: number };

/** Looks once. @returns what it found */
export async function recheck(queues: Queued): Promise<Audit> {
  const { sql } = database();
  const { oldestSeconds, setAside } = await readEngineLateness(sql);
  const overdue = await takeOverdue(sql, PATIENCE_SECONDS, MOST_AT_ONCE);
  await Promise.all(
    Object.entries(queueOf).map(([kind, name]) =>
      queueAnew(
        queues[name],
        overdue.filter((claim) => claim.kind === kind),
      ),
    ),
  );
  const audit = {
    overdue: overdue.length,
    setAside,
    oldestSeconds: Math.floor(oldestSeconds),
  };
  await sql`
    insert into engine_audits (at, overdue, requeued, set_aside, oldest_seconds, worker)
    values (app_now(), ${audit.overdue}, ${audit.overdue}, ${audit.setAside}, ${audit.oldestSeconds}, ${auditor})
    on conflict (at) do nothing`;
  if (audit.overdue > 0) log().error(audit, 'rows were overdue; they are queued again');
  return audit;
}

async function queueAnew(queue: Queues['deliver'], claims: OverdueClaim[]): Promise<void> {
  if (claims.length === 0) return;
  const mark = Math.floor(performance.timeOrigin + performance.now());
  await queue.addBulk(claims.map((claim) => toTurn({ ...claim, turn: `${claim.turn}-again-${mark}` })));
}

/** All is well when nothing is overdue and nothing stands set aside. */
function isWell({ oldestSeconds, setAside }: Audit): boolean {
  return oldestSeconds < PATIENCE_SECONDS && setAside === 0;
}

/** Tells the monitor outside that all is well. Its absence is the alarm, so a failure here is only logged. */
async function sendHeartbeat(url: string): Promise<void> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(HEARTBEAT_CUT_OFF) });
    await answer.body?.cancel();
    if (!answer.ok) log().warn({ status: answer.status }, 'the monitor refused the heartbeat');
  } catch (error) {
    log().warn({ err: error }, 'the heartbeat did not reach the monitor');
  }
}

/** At least once a quarter of a minute it looks; at most once a minute it tells that all is well. */
export function startRecheck(queues: Queued, heartbeatUrl: string | undefined) {
  let toldAt = -Infinity;
  return async () => {
    const audit = await recheck(queues);
    if (heartbeatUrl === undefined || !isWell(audit) || performance.now() - toldAt < MINUTE) return;
    toldAt = performance.now();
    await sendHeartbeat(heartbeatUrl);
  };
}
