import { requireRow } from '../kernel/errors';
import type { Sql } from './client';

/*
 * What the engine asks across tenants, each a function of schema `gate`: what is due, and how things stand.
 * What comes out are ids; a worker enters the tenant of each row before it looks at it.
 */

/** `isFirst`: an emergency, which waits behind nobody. */
export type Claim = { organizationId: string; id: string; turn: string; isFirst?: boolean };

type RawClaim = { organization_id: string; id: string; turn: string | number };

function toClaim(row: RawClaim): Claim {
  return { organizationId: row.organization_id, id: row.id, turn: String(row.turn) };
}

/** How claims of many tenants take turns. */
export type Fairness = {
  /** Rows at the most. */
  limit: number;
  /** How long a claimed row may wait in a queue before it is offered again. */
  leaseSeconds: number;
  /** So many of one tenant's rows wait in a queue at once; the others wait in the table, and hold up nobody. */
  waiting: number;
};

/** Due deliveries of all tenants, each tenant in turn, the most urgent first; marked as queued. */
export async function claimDueDeliveries(
  sql: Sql,
  { limit, leaseSeconds, waiting }: Fairness,
): Promise<Claim[]> {
  const rows = await sql<(RawClaim & { is_first: boolean })[]>`
    select organization_id, id, turn, is_first
    from gate.claim_fair_deliveries(${limit}, make_interval(secs => ${leaseSeconds}), ${waiting})`;
  return rows.map((row) => ({ ...toClaim(row), isFirst: row.is_first }));
}

/** Escalations of all tenants whose next step is due, each tenant in turn; marked as queued. */
export async function claimDueEscalations(
  sql: Sql,
  { limit, leaseSeconds, waiting }: Fairness,
): Promise<Claim[]> {
  const rows = await sql<RawClaim[]>`
    select organization_id, id, turn
    from gate.claim_fair_escalations(${limit}, make_interval(secs => ${leaseSeconds}), ${waiting})`;
  return rows.map(toClaim);
}

/** Briefings of all tenants whose announced update is due soon or overdue, marked as queued for `leaseSeconds`. */
export async function claimDueReminders(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<RawClaim[]>`
    select * from gate.claim_due_reminders(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}

/** Clients (`id`) of all tenants whose digest of messages is due, all of which is marked as queued for `leaseSeconds`. */
export async function claimDueDigests(sql: Sql, limit: number, leaseSeconds: number): Promise<Claim[]> {
  const rows = await sql<RawClaim[]>`
    select * from gate.claim_due_digests(${limit}, make_interval(secs => ${leaseSeconds}))`;
  return rows.map(toClaim);
}

/**
 * Clients (`id`) of all tenants that have `calls` noted calls or more without a briefing in the past hour, and those
 * whose open surge may be over. Nothing is claimed: who looks twice finds the same. `turn` changes with what there is
 * to see.
 */
export async function listSurgeSuspects(sql: Sql, calls: number, limit: number): Promise<Claim[]> {
  const rows = await sql<RawClaim[]>`select * from gate.surge_suspects(${calls}, ${limit})`;
  return rows.map(toClaim);
}

export type EngineFigure = { name: string; state: string; amount: number };

/** Deliveries and escalations by state. Counting a hundred thousand of each takes 30 to 300 ms. */
export async function readEngineRows(sql: Sql): Promise<EngineFigure[]> {
  return sql<EngineFigure[]>`select * from gate.engine_rows()`;
}

/** The ages of the oldest due rows in seconds, what is set aside, and the engine's own audit; cheap, however much waits. */
export async function readEngineFigures(sql: Sql): Promise<EngineFigure[]> {
  return sql<EngineFigure[]>`
    select * from gate.engine_lateness()
    union all
    select 'audit', 'age_seconds', coalesce(extract(epoch from app_now() - max(at)), -1)::double precision
    from engine_audits
    union all
    select 'audit', 'requeued', coalesce(sum(requeued), 0)::double precision from engine_audits`;
}

export type EngineLateness = {
  /** Of the oldest row of any kind that is due; 0: nothing is. */
  oldestSeconds: number;
  /** Rows that stand set aside. */
  setAside: number;
};

/** What readiness and the engine itself ask every few seconds. */
export async function readEngineLateness(sql: Sql): Promise<EngineLateness> {
  const [row] = await sql<EngineLateness[]>`
    select coalesce(max(amount) filter (where name = 'overdue_seconds'), 0) as "oldestSeconds",
           coalesce(sum(amount) filter (where name = 'set_aside'), 0) as "setAside"
    from gate.engine_lateness()`;
  return requireRow(row);
}

/** Forgets live events and idempotency keys older than a day, and what was sent lately when it is not lately any more. */
export async function pruneOldRows(sql: Sql): Promise<void> {
  await sql`select gate.prune()`;
  await sql`
    delete from send_limits where key in (
      select key from send_limits where expire is null or expire < app_now() - interval '1 hour'
      limit 10000 for update skip locked)`;
}
