import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { database } from '../db/client';
import { readEngineFigures } from '../db/gate';
import { env } from '../env';
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
  help: 'Deliveries and escalations by state.',
  labelNames: ['kind', 'state'],
  registers: [registry],
});

const overdue = new Gauge({
  name: 'calmline_queue_age_seconds',
  help: 'Age of the oldest row that is due and not done.',
  labelNames: ['kind'],
  registers: [registry],
});

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
    rows.reset();
    for (const { name, state, amount } of await readEngineFigures(database().sql)) {
      if (name === 'overdue_seconds') overdue.set({ kind: state }, amount);
      else rows.set({ kind: name, state }, amount);
    }
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    response.end(await registry.metrics());
  } catch (error) {
    sendProblem(response, error);
  }
}
