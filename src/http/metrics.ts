import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { database } from '../db/client';
import { readEngineFigures, readEngineRows, type EngineFigure } from '../db/engine-gate';
import { env } from '../env';
import { SECOND } from '../kernel/duration';
import { DomainError } from '../kernel/errors';
import { addressOf, isLoopback } from './address';
import { sendProblem } from './answers';
import { liveHub } from './live-hub';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'calmline_http_request_seconds',
  help: 'How long the fast lanes took, by lane and status.',
  labelNames: ['lane', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
});

new Gauge({
  name: 'calmline_live_screens',
  help: 'Screens connected to this process.',
  registers: [registry],
  collect() {
    this.set(liveHub().screens.size);
  },
});

const rows = new Gauge({
  name: 'calmline_engine_rows',
  help: 'Deliveries and escalations by state, counted at most every 30 seconds.',
  labelNames: ['kind', 'state'],
  registers: [registry],
});

const overdue = new Gauge({
  name: 'calmline_queue_age_seconds',
  help: 'Age of the oldest row that is due and not done.',
  labelNames: ['kind'],
  registers: [registry],
});

new Gauge({
  name: 'calmline_engine_is_punctual',
  help: '1 while nothing is due for more than a minute, else 0.',
  registers: [registry],
  collect() {
    this.set(isPunctual ? 1 : 0);
  },
});

const setAside = new Gauge({
  name: 'calmline_engine_set_aside_rows',
  help: 'Rows whose handling failed five times by a fault of our own; above 0 somebody must look.',
  labelNames: ['kind'],
  registers: [registry],
});

const audit = new Gauge({
  name: 'calmline_engine_audit',
  help: 'age_seconds: since the engine last looked for its own omissions (-1: never); requeued: what it found within a day.',
  labelNames: ['figure'],
  registers: [registry],
});

const LATE_SECONDS = 60;
let isPunctual = true;

const COUNT_EVERY = 30 * SECOND;
let countedAt = -Infinity;
let counted: EngineFigure[] = [];

async function countRows(): Promise<EngineFigure[]> {
  if (performance.now() - countedAt >= COUNT_EVERY) {
    counted = await readEngineRows(database().sql);
    countedAt = performance.now();
  }
  return counted;
}

/** Puts the figures of the database where they are scraped. */
function setEngineFigures(figures: readonly EngineFigure[]): void {
  rows.reset();
  let oldest = 0;
  for (const { name, state, amount } of figures) {
    if (name === 'overdue_seconds') {
      overdue.set({ kind: state }, amount);
      oldest = Math.max(oldest, amount);
    } else if (name === 'set_aside') setAside.set({ kind: state }, amount);
    else if (name === 'audit') audit.set({ figure: state }, amount);
    else rows.set({ kind: name, state }, amount);
  }
  isPunctual = oldest <= LATE_SECONDS;
}

/** Measures one request of a lane until its answer is out. */
export function observeRequest(lane: string, response: ServerResponse): void {
  const stop = requests.startTimer({ lane });
  response.once('finish', () => stop({ status: String(response.statusCode) }));
}

/** Compared as digests, in constant time. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** `GET /api/metrics` (Prometheus): with METRICS_TOKEN as Bearer, or from this machine. */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = env().METRICS_TOKEN;
  const isAllowed =
    token === undefined
      ? isLoopback(addressOf(request)) && request.headers['x-forwarded-for'] === undefined
      : isSame(request.headers.authorization ?? '', `Bearer ${token}`);
  if (!isAllowed) return sendProblem(response, new DomainError('NOT_FOUND', 'There is no such resource.'));
  try {
    setEngineFigures([...(await countRows()), ...(await readEngineFigures(database().sql))]);
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    response.end(await registry.metrics());
  } catch (error) {
    sendProblem(response, error);
  }
}
