import { sql } from 'drizzle-orm';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { closeInterrupted } from './close-interrupted';
import { deliveries } from './tables';

/**
 * Of escalations that are over: nobody needs to be told any more. Inside a write that holds them; what a dead worker
 * had in hand stays an attempt of unknown outcome.
 */
export async function skipDeliveries(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await Promise.all([
    tx.db
      .update(deliveries)
      .set({
        state: 'skipped',
        failure: sql`case when ${deliveries.state} = 'sending'
          then 'Somebody had taken care of it before it was sent again.'
          else 'Somebody had taken care of it.' end`,
        nextAttemptAt: null,
        claimedUntil: null,
        sendingUntil: null,
        waitsFor: null,
      })
      .where(within(tx, deliveries, isOneOf(deliveries.id, ids))),
    closeInterrupted(tx, ids),
  ]);
}
