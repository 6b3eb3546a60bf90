import { loadavg } from 'node:os';
import { sql } from 'drizzle-orm';
import { engineActor } from '../../src/db/gate';
import { readTx } from '../../src/db/transaction';
import { loadDidOwner } from '../../src/domain/calls/did-queries';
import { atMost, percentile, told, type Figure } from './figures';
import { makeBriefings } from './many-briefings';
import { onOwnDatabase } from './own-database';

const CLIENTS = 10_000;
const LOOKUPS = 5_000;
const WARM_UP = 1_000;

/**
 * DID → client → briefing in force, the very query of a ring, among 10,000 clients and 100,000 versions. In a database
 * of its own, with the product's settings; in the product's role, inside a transaction with its walls. The floor is
 * one row by its primary key, asked in the same transaction.
 */
export async function benchInForce(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => measure(await makeBriefings(ownerSql, CLIENTS)));
}

type Lookup = { query: number; floor: number; whole: number; isFound: boolean };

async function lookUp(organizationId: string): Promise<Lookup> {
  const number = `+${49_301_000_000 + Math.floor(Math.random() * CLIENTS)}`;
  const begun = performance.now();
  const result = await readTx(engineActor(organizationId), async (tx, clock) => {
    const at = await clock();
    const start = performance.now();
    const owner = await loadDidOwner(tx, number, at);
    const between = performance.now();
    await tx.db.execute(sql`
      select greeting from clients where organization_id = ${organizationId} and client_id = ${owner?.clientId}`);
    const end = performance.now();
    const isFound = owner !== undefined && owner.versionId !== null;
    return { query: between - start, floor: end - between, isFound };
  });
  return { ...result, whole: performance.now() - begun - result.floor };
}

async function measure(organizationId: string): Promise<Figure[]> {
  for (let n = 0; n < WARM_UP; n += 1) await lookUp(organizationId);
  const lookups: Lookup[] = [];
  for (let n = 0; n < LOOKUPS; n += 1) lookups.push(await lookUp(organizationId));
  const at = (share: number, part: 'query' | 'floor' | 'whole') =>
    percentile(
      lookups.map((lookup) => lookup[part]),
      share,
    );
  const found = lookups.filter(({ isFound }) => isFound).length;
  if (found < LOOKUPS / 2) throw new Error(`Of ${LOOKUPS} numbers only ${found} have a briefing in force.`);
  const [load = 0] = loadavg();
  const query = 'in force: DID → briefing, 100,000 versions';
  return [
    told(`${query}, p50`, 'ms', at(0.5, 'query'), LOOKUPS, at(0.5, 'floor')),
    atMost(`${query}, p95`, 'ms', at(0.95, 'query'), 1, LOOKUPS, at(0.95, 'floor')),
    told(`${query}, p99`, 'ms', at(0.99, 'query'), LOOKUPS, at(0.99, 'floor')),
    told('in force: the whole transaction, p50', 'ms', at(0.5, 'whole'), LOOKUPS),
    told('in force: the whole transaction, p95', 'ms', at(0.95, 'whole'), LOOKUPS),
    told('in force: the machine’s load meanwhile', '', load, 1),
  ];
}
