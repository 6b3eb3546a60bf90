import type { Claim } from './engine-gate';
import type { Sql } from './client';

/* What the engine asks about itself across tenants, each a function of schema `gate` (see drizzle/0014_engine_audit.sql). */

export type RowKind = 'delivery' | 'escalation';

/**
 * Counts a fault of our own while a row was handled, and has the row wait a little.
 * @returns whether the row was set aside now, which the fifth fault does
 */
export async function noteFault(
  sql: Sql,
  kind: RowKind,
  { organizationId, id }: { organizationId: string; id: string },
  words: string,
): Promise<boolean> {
  const [row] = await sql<{ is_set_aside: boolean }[]>`
    select gate.note_fault(${kind}, ${organizationId}, ${id}, ${words}) as is_set_aside`;
  return row?.is_set_aside === true;
}

/** What the engine has to do: a message, a step, a reminder of a promise or of a report, a pack, an account of a day. */
export type OverdueKind = RowKind | 'promise' | 'report' | 'pack' | 'account';

export type OverdueClaim = Claim & { kind: OverdueKind };

/** Rows of all tenants that were due for longer than `patienceSeconds`; at most `limit` of each kind, oldest first. */
export async function takeOverdue(sql: Sql, patienceSeconds: number, limit: number): Promise<OverdueClaim[]> {
  const rows = await sql<{ kind: OverdueKind; organization_id: string; id: string; turn: string }[]>`
    select * from gate.take_overdue(make_interval(secs => ${patienceSeconds}), ${limit})`;
  return rows.map(({ kind, organization_id, id, turn }) => ({
    kind,
    organizationId: organization_id,
    id,
    turn,
  }));
}
