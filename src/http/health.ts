import type { ServerResponse } from 'node:http';
import { database } from '../db/client';
import { readEngineLateness } from '../db/engine-gate';
import { migrationsAreCurrent } from '../db/migrate';
import { log } from '../kernel/log';
import { sendJson } from './answers';

/** A worker sweeps every second; silent for this long, it is gone. */
const HEARTBEAT_LIMIT_SECONDS = 15;
/** Nothing due waits longer than this while all is well. */
const QUEUE_AGE_LIMIT_SECONDS = 60;

/** The process answers: nothing more. */
export function answerLiveness(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' });
}

/** Whether the product can do its work: database, migrations, a worker's heartbeat, nothing overdue. */
export async function answerReadiness(response: ServerResponse): Promise<void> {
  const checks = { database: false, migrations: false, worker: false, queue: false };
  try {
    const { sql } = database();
    const [beat] = await sql<{ age: number | null }[]>`
      select extract(epoch from app_now() - max(at))::double precision as age from heartbeats`;
    checks.database = true;
    checks.migrations = await migrationsAreCurrent(sql);
    checks.worker = typeof beat?.age === 'number' && beat.age < HEARTBEAT_LIMIT_SECONDS;
    checks.queue = (await readEngineLateness(sql)).oldestSeconds < QUEUE_AGE_LIMIT_SECONDS;
  } catch (error) {
    log().error({ err: error }, 'not ready');
  }
  const isReady = Object.values(checks).every(Boolean);
  sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ok' : 'unavailable', checks });
}
