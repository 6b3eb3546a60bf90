import { loadavg } from 'node:os';
import { createCaller } from '../../src/api/root';
import type { Actor } from '../../src/kernel/actor';
import { makeAnsweringService } from './answering-service';
import { atMost, percentile, told, type Figure } from './figures';
import { fillLists } from './full-lists';
import { onOwnDatabase } from './own-database';

const RUNS = 30;
const PAGE = 50;
const DEEP = 1_000;
/** Places do not depend on how long the pages are that lead there. */
const STRIDE = 100;
/** A little more, since not every call is answered. */
const CALLS = 110_000;

type Page = { items: unknown[]; nextCursor: string | null };
type List = { name: string; path: string; input?: Record<string, unknown> };

function listsOf(briefingId: string): List[] {
  return [
    { name: 'calls', path: 'calls.list' },
    { name: 'calls of a briefing', path: 'calls.list', input: { briefingId } },
    { name: 'escalations', path: 'escalations.list' },
    { name: 'escalations to review', path: 'reviews.list' },
    { name: 'escalations that were late', path: 'reviews.list', input: { isLate: true } },
    { name: 'actions from reviews', path: 'reviewActions.list' },
    { name: 'messages', path: 'messages.list' },
    { name: 'promises', path: 'promises.list' },
    { name: 'promises, latest first', path: 'promises.list', input: { order: 'latest', from: 'anywhere' } },
    { name: 'callbacks', path: 'callbacks.list' },
    { name: 'reports asked for', path: 'reportRequests.list' },
    { name: 'callers to tell', path: 'callerUpdates.list' },
    { name: 'calls to score', path: 'scores.samples' },
    { name: 'scores', path: 'scores.list' },
    { name: 'callers of an incident', path: 'incidents.calls', input: { briefingId } },
    { name: 'who was told', path: 'told.list', input: { briefingId } },
  ];
}

function pageOf(actor: Actor, { path, input }: List) {
  const caller: unknown = createCaller({ actor, session: null });
  const ask = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (cursor: string | null, limit: number) =>
    (ask as (asked: unknown) => Promise<Page>)({ ...input, limit, ...(cursor !== null && { cursor }) });
}

/** The cursor of the thousandth page. */
async function deepPlace(load: ReturnType<typeof pageOf>, name: string): Promise<string> {
  let cursor: string | null = null;
  for (let passed = 0; passed < (DEEP - 1) * PAGE;) {
    const limit = Math.min(STRIDE, (DEEP - 1) * PAGE - passed);
    const page: Page = await load(cursor, limit);
    passed += page.items.length;
    cursor = page.nextCursor;
    if (cursor === null) throw new Error(`The list of ${name} ends after ${passed} rows.`);
  }
  return cursor ?? '';
}

async function timesOf(load: ReturnType<typeof pageOf>, cursor: string | null): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const begun = performance.now();
    const { items } = await load(cursor, PAGE);
    if (items.length !== PAGE) throw new Error(`A page of ${items.length} rows.`);
    // The first finds nothing planned and nothing at hand: it is told apart in the benches of the desk.
    if (run > 0) times.push(performance.now() - begun);
  }
  return times;
}

/** Each list of the product with 100,000 rows and more: its first page and its thousandth. */
export async function benchLists(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => {
    const everyOne = { promiseOneIn: 1, escalationOneIn: 1, messageOneIn: 1, hasWords: false };
    const actor = await makeAnsweringService(ownerSql, { calls: CALLS, days: 90, ...everyOne });
    const { briefingId } = await fillLists(ownerSql, actor);
    const figures: Figure[] = [];
    for (const list of listsOf(briefingId)) {
      const load = pageOf(actor, list);
      const [first, deep] = [
        await timesOf(load, null),
        await timesOf(load, await deepPlace(load, list.name)),
      ];
      for (const [page, times] of [
        ['first page', first],
        ['thousandth page', deep],
      ] as const) {
        const what = `${list.name}, ${page}`;
        process.stdout.write(`  ${what}: ${percentile(times, 0.5).toFixed(1)} ms\n`);
        figures.push(
          told(`${what}, p50`, 'ms', percentile(times, 0.5), RUNS),
          atMost(`${what}, p95`, 'ms', percentile(times, 0.95), 60, RUNS),
        );
      }
    }
    return [...figures, told('lists: the machine’s load meanwhile', '', loadavg()[0] ?? Number.NaN, 1)];
  });
}
