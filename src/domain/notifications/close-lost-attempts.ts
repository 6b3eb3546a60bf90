import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { attempts, deliveries } from './tables';

const WORDS = {
  found: 'The worker stopped before it knew; its provider had it.',
  absent: 'The worker stopped before it knew; its provider never got it.',
};

/**
 * The provider was asked for what a dead worker had in hand: of the attempts before these, none is in doubt any more, and
 * nothing is marked as possibly duplicated for their sake.
 */
export async function closeLostAttempts(
  tx: WriteTx,
  rows: readonly { id: string; attempts: number }[],
  found: 'found' | 'absent',
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const known = rows.map(({ id, attempts: number }) => ({ id, number: number - 1 }));
  await tx.db.execute(sql`
    update attempts a set state = ${found === 'found' ? 'sent' : 'failed_temporary'}, failure = ${WORDS[found]}
    from ${givenRows(known, 'id uuid, number integer')} as k
    where a.organization_id = ${tx.actor.organizationId} and a.delivery_id = k.id and a.number = k.number
      and a.state = 'unknown'`);
  await tx.db
    .update(deliveries)
    .set({
      isPossiblyDuplicated: sql`exists (select from ${attempts}
        where (${attempts.organizationId}, ${attempts.deliveryId}) = (${deliveries.organizationId}, ${deliveries.id})
          and ${attempts.state} = 'unknown')`,
    })
    .where(within(tx, deliveries, isOneOf(deliveries.id, ids)));
}
