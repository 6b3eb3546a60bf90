import { loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { readTx } from '../../src/db/transaction';
import { outcomeGroupings, outcomesInput, type OutcomeGrouping } from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY } from '../../src/kernel/duration';
import { makeAnsweringService } from './answering-service';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';
import { measureSearch } from './search';

const RUNS = 20;
const MONTH = 30;

const monthOf = (by: OutcomeGrouping) =>
  outcomesInput.parse({
    from: after(new Date(), -MONTH * DAY).toISOString(),
    to: new Date().toISOString(),
    by,
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The floor: every call of the month counted, and nothing else. */
const countCalls = (actor: Actor) =>
  readTx(actor, (tx) =>
    tx.db.execute(sql`
      select count(*), max(mood), max(playbook_id) from calls
      where organization_id = ${actor.organizationId} and ring_at >= ${monthOf('playbook').from}::timestamptz`),
  );

async function measureOutcomes(actor: Actor, what: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) bare.push(await timed(() => countCalls(actor)));
  for (const by of outcomeGroupings) {
    const input = monthOf(by);
    const { groups } = await getOutcomes(actor, input);
    if (groups.length === 0 || groups.every(({ rangAgain }) => rangAgain.count === 0))
      throw new Error(`No outcome by ${by}.`);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => getOutcomes(actor, input)));
    const name = `${what} by ${by}`;
    figures.push(
      told(`${name}, p50`, 'ms', percentile(times, 0.5), RUNS, percentile(bare, 0.5)),
      atMost(`${name}, p95`, 'ms', percentile(times, 0.95), 300, RUNS, percentile(bare, 0.95)),
    );
  }
  return [...figures, told(`${what}: the machine’s load meanwhile`, '', loadavg()[0] ?? Number.NaN, 1)];
}

/** The outcome figures of a month of 100,000 calls. */
export async function benchOutcomes(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) =>
    measureOutcomes(
      await makeAnsweringService(ownerSql, { calls: 100_000, days: MONTH }),
      'outcomes of a month',
    ),
  );
}

/** How search and outcomes grow: ten times as many calls, in a year. Takes minutes to fill, so it is run when asked for. */
export async function benchMillion(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => {
    const actor = await makeAnsweringService(ownerSql, { calls: 1_000_000, days: 365 });
    const figures = [
      ...(await measureSearch(actor, 'search of 1,000,000 calls')),
      ...(await measureOutcomes(actor, 'outcomes of a month among 1,000,000 calls')),
    ];
    return figures.map((figure) => ({ ...figure, limit: null, isHeld: null }));
  });
}
