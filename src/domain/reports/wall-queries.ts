import { sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import { presentSince } from '../tenancy/presence-queries';
import { loadServiceRules } from '../tenancy/service-rules-queries';
import type { WaitCount, Wall, WallOperator } from './model';
import { canReadWall } from './policy';
import { callFigures } from './service-level';

/**
 * How the answering service does right now. Answering services have no time zone of their own, so "today" is the last
 * 24 hours. Four questions, each one statement over an index, all on their way together.
 */
export async function getWall(actor: Actor): Promise<Wall> {
  requireAllowed(canReadWall(actor));
  return readTx(actor, async (tx, clock) => {
    const [readAt, rules, waits, open, operators] = await Promise.all([
      clock(),
      loadServiceRules(tx),
      loadWaits(tx),
      loadOpen(tx),
      loadOperators(tx),
    ]);
    const lastHour = waits.filter(({ isLastHour }) => isLastHour);
    return {
      readAt,
      rules,
      lastHour: callFigures(lastHour, rules),
      lastDay: callFigures(waits, rules),
      ...open,
      operators,
    };
  });
}

/**
 * The telephone calls of the last 24 hours by how long they waited, in whole seconds rounded up: a rule in whole seconds
 * tells from that what the exact waits would. What was closed without ever being answered or given up is left aside.
 */
async function loadWaits(tx: ReadTx): Promise<(WaitCount & { isLastHour: boolean })[]> {
  const rows = await tx.db.execute<WaitCount & { isLastHour: boolean }>(sql`
    with waits as (
      select ring_at > app_now() - interval '1 hour' as is_last_hour,
        case when answered_at is not null then 'answered'
          when abandoned_at is not null or ended_at is not null then 'abandoned'
          else 'waiting' end as kind,
        greatest(0, extract(epoch from coalesce(answered_at, abandoned_at, ended_at, app_now()) - ring_at)) as seconds
      from calls
      where organization_id = ${tx.actor.organizationId} and channel = 'phone'
        and ring_at > app_now() - interval '24 hours'
        and (closed_at is null or coalesce(answered_at, abandoned_at, ended_at) is not null)
    )
    select is_last_hour as "isLastHour", kind, least(ceil(seconds), 3600)::integer as "waitedSeconds",
      count(*)::integer as calls, sum(seconds)::double precision as "totalSeconds"
    from waits group by 1, 2, 3`);
  return [...rows];
}

type Open = Pick<Wall, 'waiting' | 'promises' | 'escalations'>;

async function loadOpen(tx: ReadTx): Promise<Open> {
  const { organizationId } = tx.actor;
  const rows = await tx.db.execute<{
    waiting: number;
    oldestRingAt: number | null;
    overdue: number;
    dueSoon: number;
    unacknowledged: number;
    oldestStartedAt: number | null;
  }>(sql`
    select * from
      (select count(*)::integer as waiting, ${milliseconds(sql`min(ring_at)`)} as "oldestRingAt"
        from calls where organization_id = ${organizationId} and state = 'ringing') as ringing,
      (select count(*) filter (where due_at <= app_now())::integer as overdue,
          count(*) filter (where due_at > app_now())::integer as "dueSoon"
        from promises where organization_id = ${organizationId} and state = 'open'
          and due_at <= app_now() + interval '30 minutes') as due,
      (select count(*)::integer as unacknowledged, ${milliseconds(sql`min(started_at)`)} as "oldestStartedAt"
        from escalations where organization_id = ${organizationId} and state in ('open', 'unanswered')) as told`);
  const row = requireRow(rows[0]);
  return {
    waiting: { calls: row.waiting, oldestRingAt: instantOf(row.oldestRingAt) },
    promises: { overdue: row.overdue, dueSoon: row.dueSoon },
    escalations: { unacknowledged: row.unacknowledged, oldestStartedAt: instantOf(row.oldestStartedAt) },
  };
}

/** Everybody at a desk with what they do: a call in hand says more than what was chosen. By name, at most 500. */
async function loadOperators(tx: ReadTx): Promise<WallOperator[]> {
  const { organizationId } = tx.actor;
  const rows = await tx.db.execute<Omit<WallOperator, 'since'> & { since: number | null }>(sql`
    with busy as (
      select distinct on (answered_by_id) answered_by_id, state, coalesce(ended_at, answered_at) as since
      from calls
      where organization_id = ${organizationId} and state in ('live', 'wrap_up')
      order by answered_by_id, state, since desc
    )
    select p.membership_id as "membershipId", m.name,
      case busy.state when 'live' then 'on_call' when 'wrap_up' then 'wrap_up' else p.state end as state,
      case when busy.state is null then p.reason else '' end as reason,
      ${milliseconds(sql`coalesce(busy.since, p.changed_at)`)} as since
    from presences p
    join memberships m on m.organization_id = p.organization_id and m.id = p.membership_id
    left join busy on busy.answered_by_id = p.membership_id
    where p.organization_id = ${organizationId} and p.seen_at > ${presentSince}
    order by m.name, m.id
    limit 500`);
  return rows.map(({ since, ...operator }) => ({ ...operator, since: instantOf(since) }));
}

/** As a number: drizzle leaves the driver's own reading of instants aside. */
function milliseconds(instant: ReturnType<typeof sql>) {
  return sql`floor(extract(epoch from ${instant}) * 1000)::double precision`;
}

function instantOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
