import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import { SECOND } from '../../kernel/duration';
import type { DueDelivery } from './due-delivery';

/** Later than this is late: an engine that only had much to do keeps what was planned. */
const LATE = 10 * SECOND;

/**
 * Somebody is told late, because the engine was away: the other ways to the same person keep their distance from this
 * one, instead of all being due at once. Inside the write that takes these in hand.
 */
export async function moveLaterMethods(tx: WriteTx, going: readonly DueDelivery[]): Promise<void> {
  const late = going.flatMap(({ delivery: { id, attempts, cause, nextAttemptAt } }) => {
    const isLate = nextAttemptAt !== null && tx.now.getTime() - nextAttemptAt.getTime() > LATE;
    return attempts === 0 && cause === 'escalation' && isLate ? [{ id }] : [];
  });
  if (late.length === 0) return;
  await tx.db.execute(sql`
    with moved as (
      select other.id, max(m.delay_seconds - own.delay_seconds) as seconds
      from ${givenRows(late, 'id uuid')} as late
      join deliveries d on d.organization_id = ${tx.actor.organizationId} and d.id = late.id
      join contact_methods own on (own.organization_id, own.id) = (d.organization_id, d.method_id)
      join deliveries other
        on (other.organization_id, other.cause_id, other.cycle, other.step, other.recipient_id)
         = (d.organization_id, d.cause_id, d.cycle, d.step, d.recipient_id)
      join contact_methods m on (m.organization_id, m.id) = (other.organization_id, other.method_id)
      where (other.state || '') = 'pending' and other.attempts = 0 and other.waits_for in ('method_delay', 'quiet_hours')
        and m.delay_seconds > own.delay_seconds
      group by other.id
    ),
    held as (
      select d.id from deliveries d join moved on moved.id = d.id
      where d.organization_id = ${tx.actor.organizationId} and (d.state || '') = 'pending' for update of d skip locked
    )
    update deliveries d
    set next_attempt_at = greatest(d.next_attempt_at, ${tx.now.toISOString()}::timestamptz + moved.seconds * interval '1 second'),
        claimed_until = null
    from moved join held on held.id = moved.id
    where d.organization_id = ${tx.actor.organizationId} and d.id = moved.id`);
}
