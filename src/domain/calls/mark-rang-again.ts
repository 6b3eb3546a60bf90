import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';

/**
 * Puts on record that a caller rang again: each call of a number that is known names the next call of that number to the
 * same client, where it rang within 24 hours, answered or not. Calls that rang at the same instant follow in the order of
 * their ids. Two that are entered at once wait for each other, or neither would see the other; whichever is entered first,
 * the record is the same. Reports would otherwise have to sort all calls of a month by their callers.
 */
export async function markRangAgain(tx: WriteTx, callId: string): Promise<void> {
  const { organizationId } = tx.actor;
  const own = sql`(select organization_id, id, ani, client_id, ring_at from calls
    where organization_id = ${organizationId} and id = ${callId} and is_ani_valid)`;
  const ofCaller = sql`c.organization_id = own.organization_id and c.ani = own.ani and c.is_ani_valid
    and c.client_id is not distinct from own.client_id`;
  const waited = tx.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'rang again', organization_id, ani), 0))
    from ${own} own`);
  // Sent together: the second sees what the lock waited for.
  const marked = tx.db.execute(sql`
    with own as materialized ${own},
      before as (
        select c.id, own.ring_at as again_at from own cross join lateral (
          select c.id from calls c
          where ${ofCaller} and (c.ring_at, c.id) < (own.ring_at, own.id)
            and c.ring_at between own.ring_at - interval '24 hours' and own.ring_at
          order by c.ring_at desc, c.id desc limit 1) c
      ),
      following as (
        select own.id, (
          select c.ring_at from calls c
          where ${ofCaller} and (c.ring_at, c.id) > (own.ring_at, own.id)
            and c.ring_at between own.ring_at and own.ring_at + interval '24 hours'
          order by c.ring_at, c.id limit 1) as again_at
        from own
      )
    update calls c set rang_again_at = found.again_at
    from (select * from before union all select * from following) found
    where c.organization_id = ${organizationId} and c.id = found.id
      and c.rang_again_at is distinct from found.again_at`);
  await Promise.all([waited, marked]);
}
