import { desc, eq, or, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { DeliveryCard } from './model';
import { deliveries } from './tables';

/** The deliveries of one cause, newest first; at most 500. */
export async function loadDeliveries(tx: ReadTx, causeId: string): Promise<DeliveryCard[]> {
  return tx.db
    .select({
      id: deliveries.id,
      recipientId: deliveries.recipientId,
      recipientName: deliveries.recipientName,
      channel: deliveries.channel,
      // A web address lets whoever knows it post: its host must do.
      to: sql<string>`case when ${deliveries.channel} in ('webhook', 'chat')
        then split_part(${deliveries.address}, '/', 3) else ${deliveries.address} end`,
      state: deliveries.state,
      cycle: deliveries.cycle,
      step: deliveries.step,
      attempts: deliveries.attempts,
      failure: deliveries.failure,
      isPossiblyDuplicated: deliveries.isPossiblyDuplicated,
      isBundled: sql<boolean>`${deliveries.bundleId} is not null`,
      waitsFor: deliveries.waitsFor,
      // Only a wait is worth showing: in every other state the column is the engine's own business.
      nextAttemptAt: sql<Date | null>`case when ${deliveries.state} = 'failed_temporary'
          or ${deliveries.waitsFor} is not null then ${deliveries.nextAttemptAt} end`.mapWith(
        deliveries.nextAttemptAt,
      ),
      sentAt: deliveries.sentAt,
      deliveredAt: deliveries.deliveredAt,
      readAt: deliveries.readAt,
      setAsideAt: deliveries.setAsideAt,
    })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.causeId, causeId)))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(500);
}

export type DeliveryOrigin = {
  deliveryId: string;
  causeId: string;
  cycle: number;
  step: number;
  recipientId: string | null;
  recipientName: string;
};

/**
 * What a delivery and all that travelled in its message are about, the delivery itself first; at most 1,000. One that
 * was carried by another answers for itself alone: a message of its own, from an attempt before, named nothing else.
 */
export async function loadBundle(tx: ReadTx, deliveryId: string): Promise<DeliveryOrigin[]> {
  return tx.db
    .select({
      deliveryId: deliveries.id,
      causeId: deliveries.causeId,
      cycle: deliveries.cycle,
      step: deliveries.step,
      recipientId: deliveries.recipientId,
      recipientName: deliveries.recipientName,
    })
    .from(deliveries)
    .where(within(tx, deliveries, or(eq(deliveries.id, deliveryId), eq(deliveries.bundleId, deliveryId))))
    .orderBy(desc(eq(deliveries.id, deliveryId)), desc(deliveries.id))
    .limit(1_000);
}
