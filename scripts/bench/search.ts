import { loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { readTx } from '../../src/db/transaction';
import { searchInput } from '../../src/domain/calls/model';
import { searchEverything } from '../../src/domain/calls/search-queries';
import type { Actor } from '../../src/kernel/actor';
import { makeAnsweringService, type Volume } from './answering-service';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';

const ROUNDS = 30;

/** What people type: names, half a name, a number, a word, all of it with and without mistakes. */
const usual = [
  ...['Weber', 'jose garcia', 'Müller', 'Jona', 'thermostat', 'refund parcel', 'Yilmaz voucher', 'car park'],
  ...['Webr', 'paysilp', 'termostat', 'Schroeder', 'Gracia', 'anaesthetik', 'Kowalsky courier'],
  ...['+49301012345', '030 1012', '0151 0004', '123456'],
];

/** What is hard: words of every call, words that never meet, words that are nowhere, and as many as fit. */
const hard = [
  ...['the', 'about the', 'to', 'le', 'wants it corrected this week'],
  ...['crown voucher thermostat', 'weber mueller schroeder', 'landlord neighbour invoice appointment'],
  ...['xylophone', 'qwertzuiop', 'zzz', '9999999', 'conttract appliies inovice twicce', 'a b c d e f g'],
  'letter says the is too low wants it corrected this week was paid euros less than last month asks who looks at the case x',
];

async function timed(actor: Actor, q: string): Promise<number> {
  const begun = performance.now();
  await searchEverything(actor, searchInput.parse({ q }));
  return performance.now() - begun;
}

/** One row by its primary key, in a transaction with the tenant's walls like the search. */
async function floor(actor: Actor, id: string): Promise<number> {
  const begun = performance.now();
  await readTx(actor, (tx) =>
    tx.db.execute(
      sql`select caller_name from calls where organization_id = ${actor.organizationId} and id = ${id}::uuid`,
    ),
  );
  return performance.now() - begun;
}

async function someCall(actor: Actor): Promise<string> {
  const [row] = await readTx(actor, (tx) =>
    tx.db.execute<{ id: string }>(
      sql`select id from calls where organization_id = ${actor.organizationId} limit 1`,
    ),
  );
  if (row === undefined) throw new Error('No call was made.');
  return row.id;
}

async function rounds(actor: Actor, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const q of queries) times.push(await timed(actor, q));
  return times;
}

/** Whether the search finds at all what it is timed for; a search that finds nothing is quick. */
async function assertFinding(actor: Actor): Promise<void> {
  for (const q of usual.slice(0, 15)) {
    const hits = await searchEverything(actor, searchInput.parse({ q }));
    if (hits.length === 0) throw new Error(`"${q}" found nothing.`);
  }
}

export async function measureSearch(actor: Actor, what: string): Promise<Figure[]> {
  await assertFinding(actor);
  await rounds(actor, hard.slice(0, 5));
  const easy = await rounds(actor, usual);
  const worst = await rounds(actor, hard);
  const callId = await someCall(actor);
  const bare: number[] = [];
  for (let n = 0; n < easy.length; n += 1) bare.push(await floor(actor, callId));
  const figure = (name: string, times: readonly number[], share: number) =>
    [`${what}: ${name}, p${share * 100}`, 'ms', percentile(times, share)] as const;
  const p50 = percentile(bare, 0.5);
  const p95 = percentile(bare, 0.95);
  const all = [...easy, ...worst];
  return [
    told(...figure('usual words', easy, 0.5), easy.length, p50),
    atMost(...figure('usual words', easy, 0.95), 150, easy.length, p95),
    told(...figure('the hardest words', worst, 0.5), worst.length, p50),
    atMost(...figure('the hardest words', worst, 0.95), 150, worst.length, p95),
    atMost(...figure('all together', all, 0.95), 150, all.length, p95),
    told(`${what}: the machine’s load meanwhile`, '', loadavg()[0] ?? Number.NaN, 1),
  ];
}

const USUAL: Volume = { calls: 100_000, days: 365 };

/** The search of calls and briefings by the words, as the product asks it, among 100,000 calls with their logs. */
export async function benchSearch(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) =>
    measureSearch(await makeAnsweringService(ownerSql, USUAL), 'search of 100,000 calls'),
  );
}
