import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { DeliveryCard } from './model';
import { deliveries } from './tables';

/** The deliveries of one cause, newest first; at most 500. */
export async function loadDeliveries(tx: ReadTx, causeId: string): Promise<DeliveryCard[]> {
  return tx.db
    .select({
      id: deliveries.id,
      recipientName: deliveries.recipientName,
      channel: deliveries.channel,
      to: deliveries.address,
      state: deliveries.state,
      cycle: deliveries.cycle,
      step: deliveries.step,
      attempts: deliveries.attempts,
      failure: deliveries.failure,
      isPossiblyDuplicated: deliveries.isPossiblyDuplicated,
      // Only a wait is worth showing: in every other state the column is the engine's own business.
      nextAttemptAt:
        sql<Date | null>`case when ${deliveries.state} = 'failed_temporary' then ${deliveries.nextAttemptAt} end`.mapWith(
          deliveries.nextAttemptAt,
        ),
      sentAt: deliveries.sentAt,
    })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.causeId, causeId)))
    .orderBy(desc(deliveries.id))
    .limit(500);
}

/** What a delivery is about and whom it was for; for the person who opened its link. */
export async function loadDeliveryOrigin(
  tx: ReadTx,
  deliveryId: string,
): Promise<{ causeId: string; cycle: number; step: number; recipientName: string } | undefined> {
  const [row] = await tx.db
    .select({
      causeId: deliveries.causeId,
      cycle: deliveries.cycle,
      step: deliveries.step,
      recipientName: deliveries.recipientName,
    })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.id, deliveryId)));
  return row;
}

/** Whether a step still has a message that may reach somebody, or already did. */
export async function hasHopefulDelivery(
  tx: ReadTx,
  cause: { id: string; cycle: number; step: number },
): Promise<boolean> {
  const rows = await tx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      within(
        tx,
        deliveries,
        eq(deliveries.causeId, cause.id),
        eq(deliveries.cycle, cause.cycle),
        eq(deliveries.step, cause.step),
        inArray(deliveries.state, ['pending', 'sending', 'sent', 'delivered', 'failed_temporary']),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
