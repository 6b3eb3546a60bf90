import { sql, type SQL } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { DueDelivery } from './due-delivery';
import { deliveries } from './tables';

/*
 * Nothing but keys is compared as it stands: every other condition is wrapped (`coalesce`, `|| ''`), so that no index
 * answers it. A queue's table is never like its statistics. Those of a quiet night say that nothing is pending, and the
 * planner would, for each row it is asked for, go through the ten thousand that wait now.
 */

/** More than these travel in no message. */
const MOST_COMPANIONS = 500;

const BUNDLED = sql.raw(`('email', 'sms', 'voice', 'chat')`);

/**
 * Of these the ones that are due and in nobody's hands, and with them what else waits for the same addresses (also for
 * want of room) or was lost in the same message with a worker. All are held until the transaction ends.
 */
export async function holdDue(
  tx: WriteTx,
  ids: readonly string[],
): Promise<{ id: string; isAsked: boolean }[]> {
  const { organizationId } = tx.actor;
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const isDue = (d: SQL) => sql`coalesce(${d}.next_attempt_at, 'infinity') <= ${now}`;
  const isWaiting = (d: SQL) => sql`(${d}.state || '') in ('pending', 'failed_temporary')`;
  const isLost = (d: SQL) =>
    sql`(${d}.state || '') = 'sending' and coalesce(${d}.sending_until, '-infinity') <= ${now}`;
  const isInOrder = (d: SQL) => sql`coalesce(${d}.set_aside_at, '-infinity') = '-infinity'`;
  const d = sql.raw('d');
  return tx.db.execute<{ id: string; isAsked: boolean }>(sql`
    with asked as materialized (
      select held.* from ${givenRows(
        ids.map((id) => ({ id })),
        'id uuid',
      )} as asked
      cross join lateral (
        select d.id, d.state, d.cause, d.channel, d.address, d.bundle_id from deliveries d
        where d.organization_id = ${organizationId} and d.id = asked.id
          and ${isDue(d)} and ${isInOrder(d)} and (${isWaiting(d)} or (${isLost(d)}))
        limit 1 for update skip locked
      ) held
    ),
    places as materialized (
      select distinct channel, address from asked
      where state <> 'sending' and cause = 'escalation' and channel in ${BUNDLED}
    ),
    beside as materialized (
      select held.id from places p
      cross join lateral (
        select d.id from deliveries d
        where d.organization_id = ${organizationId} and d.channel = p.channel and d.address = p.address
          and d.state in ('pending', 'failed_temporary') and (d.cause || '') = 'escalation' and ${isInOrder(d)}
          and (${isDue(d)} or (d.waits_for || '') = 'throttled') and d.id <> all (select id from asked)
        limit ${MOST_COMPANIONS} for update skip locked
      ) held
    ),
    lost as materialized (
      select held.id from (select distinct bundle_id from asked where state = 'sending' and bundle_id is not null) b
      cross join lateral (
        select d.id from deliveries d
        where d.organization_id = ${organizationId} and d.bundle_id = b.bundle_id
          and ${isLost(d)} and ${isInOrder(d)} and d.id <> all (select id from asked)
        limit ${MOST_COMPANIONS} for update skip locked
      ) held
    )
    select id, true as "isAsked" from asked
    union all select id, false from beside
    union all select id, false from lost`);
}

/** (By SQL: escalations stand to the right of notifications. Columns by name: drizzle drops the table's name before them.) */
const isOver = sql<boolean>`case deliveries.cause
  when 'escalation' then not exists (
    select from escalations e where (e.organization_id, e.id) = (deliveries.organization_id, deliveries.cause_id)
      and (e.state || '') in ('open', 'unanswered'))
  when 'caller' then not exists (
    select from caller_updates u where (u.organization_id, u.id) = (deliveries.organization_id, deliveries.cause_id)
      and (u.state || '') in ('waiting', 'told'))
  else false end`;

/** A caller who answered STOP; contacts' own numbers are asked for beside. */
const isCallerStopped = sql`deliveries.cause = 'caller' and exists (
  select from caller_updates u where (u.organization_id, u.id) = (deliveries.organization_id, deliveries.cause_id)
    and coalesce(u.stopped_at, '-infinity') <> '-infinity')`;

const isInDoubt = sql<boolean>`deliveries.attempts > 0 and exists (
  select from attempts a where (a.organization_id, a.delivery_id) = (deliveries.organization_id, deliveries.id)
    and (a.state || '') = 'unknown')`;

const lostAttemptAt = sql<number | null>`case when deliveries.state = 'sending' then (
  select extract(epoch from max(a.started_at))::double precision * 1000 from attempts a
  where (a.organization_id, a.delivery_id) = (deliveries.organization_id, deliveries.id)
    and (a.state || '') = 'sending') end`;

const ofMethod = (what: SQL) => sql`(select ${what} from contact_methods m
  where (m.organization_id, m.id) = (deliveries.organization_id, deliveries.method_id))`;

/** How long after an earlier way to the same person, which is due and not tried yet, this one has its turn. */
const holdSeconds = sql<
  number | null
>`case when deliveries.waits_for in ('method_delay', 'quiet_hours') then (
  select max(mine.delay_seconds - other.delay_seconds) from deliveries earlier
  join contact_methods other on (other.organization_id, other.id) = (earlier.organization_id, earlier.method_id)
  join contact_methods mine on (mine.organization_id, mine.id) = (deliveries.organization_id, deliveries.method_id)
  where (earlier.organization_id, earlier.cause_id, earlier.cycle, earlier.step)
      = (deliveries.organization_id, deliveries.cause_id, deliveries.cycle, deliveries.step)
    and earlier.recipient_id = deliveries.recipient_id and earlier.attempts = 0
    and (earlier.state || '') = 'pending' and coalesce(earlier.set_aside_at, '-infinity') = '-infinity'
    and coalesce(earlier.next_attempt_at, 'infinity') <= deliveries.next_attempt_at
    and other.delay_seconds < mine.delay_seconds) end`;

const removed = sql.raw('m.removed_at is not null');
const stopped = sql.raw('m.stopped_at is not null');
const contactGone = sql.raw(`exists (select from contacts c
  where (c.organization_id, c.id) = (m.organization_id, m.contact_id) and c.removed_at is not null)`);

/** What is known of rows that are held, and decides whether they go; the most urgent first. */
export async function loadDue(tx: WriteTx, ids: readonly string[]): Promise<DueDelivery[]> {
  const rows = await tx.db
    .select({
      delivery: deliveries,
      isOver,
      isInDoubt,
      lostAttemptAt,
      holdSeconds,
      isMethodGone: sql<boolean>`coalesce(${ofMethod(removed)}, false)`,
      isStopped: sql<boolean>`coalesce(${ofMethod(stopped)}, false) or (${isCallerStopped})`,
      isContactGone: sql<boolean>`coalesce(${ofMethod(contactGone)}, false)`,
      isMemberGone: sql<boolean>`exists (select from memberships m
        where (m.organization_id, m.id) = (deliveries.organization_id, deliveries.method_id)
          and m.disabled_at is not null)`,
    })
    .from(deliveries)
    .where(within(tx, deliveries, isOneOf(deliveries.id, ids)))
    .orderBy(deliveries.priority, deliveries.id);
  return rows.map(({ lostAttemptAt: lostAt, ...row }) => ({
    ...row,
    lostAttemptAt: lostAt === null ? null : new Date(lostAt),
  }));
}
