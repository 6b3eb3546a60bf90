import type { Sql } from './client';
import type { Claim } from './engine-gate';

/*
 * What follow-through asks across tenants, each a function of schema `gate` (see drizzle/0021_follow_walls.sql): what is
 * due, of each tenant in turn, marked as queued for `leaseSeconds`.
 */

type Row = { organization_id: string; id: string; turn: string };

const toClaim = ({ organization_id, id, turn }: Row): Claim => ({
  organizationId: organization_id,
  id,
  turn,
});

/** Promises of which somebody is to be reminded. */
export async function claimDuePromises(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<Row[]>`
    select * from gate.claim_due_promises(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}

/** Requests to report back of which somebody is to be reminded. */
export async function claimDueReports(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<Row[]>`
    select * from gate.claim_due_reports(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}

/** Packs that are to be made. */
export async function claimDuePacks(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<Row[]>`
    select * from gate.claim_due_packs(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}

/** Subscriptions whose account of a day or a week is due. */
export async function claimDueAccounts(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<Row[]>`
    select * from gate.claim_due_accounts(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}
