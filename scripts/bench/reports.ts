import { loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { readTx } from '../../src/db/transaction';
import { outcomeGroupings, outcomesInput, reportInput, reportKinds } from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import { getReport } from '../../src/domain/reports/report-queries';
import { sizeOf } from '../../src/domain/reports/report-figures';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY } from '../../src/kernel/duration';
import { makeAnsweringService } from './answering-service';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';

const RUNS = 15;
const MONTH = 30;

type Asked = { name: string; ask: () => Promise<unknown> };

const dateOf = (at: Date) => at.toISOString().slice(0, 10);

/** Every report there is, each way it can be asked for. */
async function reportsOf(actor: Actor): Promise<Asked[]> {
  const now = new Date();
  const [from, to] = [after(now, -MONTH * DAY), now];
  const days = { from: dateOf(from), to: dateOf(to) };
  const clientId = await someClient(actor);
  const asked: Asked[] = [];
  for (const kind of reportKinds) {
    for (const by of ['day', 'client'] as const) {
      const input = reportInput.parse({ ...days, by });
      asked.push({ name: `${kind} by ${by}`, ask: () => getReport(actor, kind, input) });
    }
    const input = reportInput.parse({ ...days, by: 'day', clientId });
    asked.push({ name: `${kind} of a client`, ask: () => getReport(actor, kind, input) });
    const { total } = await getReport(actor, kind, input);
    if (sizeOf(total) === 0) throw new Error(`The ${kind} report has nothing to count.`);
  }
  for (const by of outcomeGroupings) {
    const input = outcomesInput.parse({ from: from.toISOString(), to: to.toISOString(), by });
    asked.push({ name: `outcomes by ${by}`, ask: () => getOutcomes(actor, input) });
  }
  return asked;
}

async function someClient(actor: Actor): Promise<string> {
  const [row] = await readTx(actor, (tx) =>
    tx.db.execute<{ id: string }>(sql`select client_id as id from clients limit 1`),
  );
  if (row === undefined) throw new Error('No client was made.');
  return row.id;
}

async function timesOf(ask: () => Promise<unknown>): Promise<number[]> {
  await ask();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return times;
}

/** The floor: every call of the tenant counted, and nothing else. */
const countCalls = (actor: Actor) =>
  readTx(actor, (tx) =>
    tx.db.execute(sql`
      select count(*) from calls where organization_id = ${actor.organizationId}
        and ring_at >= ${after(new Date(), -MONTH * DAY).toISOString()}::timestamptz`),
  );

const most: Record<number, number> = { 10_000: 300, 100_000: 300, 1_000_000: 1_000 };

/** Clients in four zones: then days begin at four instants. */
const timeZones = ['Europe/Berlin', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kathmandu'];

async function measure(calls: number): Promise<Map<string, number[]>> {
  return onOwnDatabase(async (ownerSql) => {
    const actor = await makeAnsweringService(ownerSql, { calls, days: MONTH, timeZones, hasWords: false });
    const times = new Map([['(all calls counted: the floor)', await timesOf(() => countCalls(actor))]]);
    for (const { name, ask } of await reportsOf(actor)) times.set(name, await timesOf(ask));
    return times;
  });
}

/** Each report of a month of 10,000, 100,000 and (when asked for with `reports-million`) 1,000,000 calls. */
async function benchSizes(sizes: readonly number[]): Promise<Figure[]> {
  const found = new Map<number, Map<string, number[]>>();
  const figures: Figure[] = [];
  for (const calls of sizes) {
    const times = await measure(calls);
    found.set(calls, times);
    const floor = percentile(times.get('(all calls counted: the floor)') ?? [], 0.5);
    for (const [name, taken] of times) {
      if (name.startsWith('(')) continue;
      const what = `${name}, a month of ${calls.toLocaleString('en')} calls`;
      figures.push(
        told(`${what}, p50`, 'ms', percentile(taken, 0.5), RUNS, floor),
        atMost(`${what}, p95`, 'ms', percentile(taken, 0.95), most[calls] ?? 1_000, RUNS),
      );
    }
  }
  process.stdout.write(`\n${growth(found)}\n`);
  return [...figures, told('reports: the machine’s load meanwhile', '', loadavg()[0] ?? Number.NaN, 1)];
}

/** p50 by size, and how many times as long ten times the calls take. */
function growth(found: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>): string {
  const sizes = [...found.keys()];
  const names = [...(found.get(sizes[0] ?? 0)?.keys() ?? [])];
  const lines = names.map((name) => {
    const medians = sizes.map((size) => percentile(found.get(size)?.get(name) ?? [], 0.5));
    const steps = medians.map((median, place) => {
      const before = medians[place - 1];
      return `${median.toFixed(1).padStart(8)} ms${before === undefined ? '' : ` ×${(median / before).toFixed(1)}`}`;
    });
    return `${name.padEnd(34)}${steps.join('  ')}`;
  });
  return [
    `growth, p50 at ${sizes.map((size) => size.toLocaleString('en')).join(', ')} calls a month`,
    ...lines,
  ].join('\n');
}

export const benchReports = (): Promise<Figure[]> => benchSizes([10_000, 100_000]);
export const benchReportsMillion = (): Promise<Figure[]> => benchSizes([100_000, 1_000_000]);
