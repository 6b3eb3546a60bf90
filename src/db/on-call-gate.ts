import type { Actor } from '../kernel/actor';
import { mintClientId, mintOrganizationId } from '../kernel/tenant';
import type { Sql } from './client';
import type { Claim } from './engine-gate';

/*
 * What is asked about on-call schedules before a tenant is known, each a function of schema `gate`
 * (see drizzle/0016_on_call_engine.sql).
 */

/** Schedules of all tenants that the engine has to look at, of each tenant in turn, marked as queued for `leaseSeconds`. */
export async function claimDueHandovers(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<{ organization_id: string; id: string; turn: string }[]>`
    select * from gate.claim_due_handovers(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(({ organization_id, id, turn }) => ({ organizationId: organization_id, id, turn }));
}

/**
 * The person behind the key of a calendar's address, walled into their client's rows; `id` is the contact. It can read
 * that calendar and nothing else. Null: there is no such calendar (any more).
 */
export async function findCalendarActor(sql: Sql, key: string): Promise<Actor | null> {
  type Row = { organization_id: string; id: string; client_id: string; name: string };
  const [row] = await sql<Row[]>`select * from gate.calendar_contact(${key})`;
  if (row === undefined) return null;
  return {
    kind: 'link',
    id: row.id,
    name: row.name,
    role: null,
    organizationId: mintOrganizationId(row.organization_id),
    clientId: mintClientId(row.client_id),
  };
}
