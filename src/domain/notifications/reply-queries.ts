import { and, eq, ne } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import type { DeliveryCause, DeliveryMessage } from './model';
import { loadBundle, type DeliveryOrigin } from './queries';
import { attempts, deliveries } from './tables';

/** The latest attempts of what travelled in a delivery's message; at most 1,000. */
export async function loadCarriedAttempts(
  tx: ReadTx,
  deliveryId: string,
): Promise<{ deliveryId: string; attemptId: string }[]> {
  return tx.db
    .select({ deliveryId: deliveries.id, attemptId: attempts.id })
    .from(deliveries)
    .innerJoin(
      attempts,
      and(
        eq(attempts.organizationId, deliveries.organizationId),
        eq(attempts.deliveryId, deliveries.id),
        eq(attempts.number, deliveries.attempts),
      ),
    )
    .where(within(tx, deliveries, eq(deliveries.bundleId, deliveryId), ne(deliveries.id, deliveryId)))
    .orderBy(deliveries.id)
    .limit(1_000);
}

/** What an answer to a message is about: the delivery behind the link, and all that travelled with it. */
export async function getReplyOrigins(actor: Actor): Promise<DeliveryOrigin[]> {
  return readTx(actor, (tx) => loadBundle(tx, actor.id));
}

export type SpokenMessage = { cause: DeliveryCause; message: DeliveryMessage; recipientName: string };

/** What the delivery behind the link says; the actor's id is that delivery. */
export async function getSpokenMessage(actor: Actor): Promise<SpokenMessage> {
  return readTx(actor, async (tx) => {
    const { cause, message, recipientName } = deliveries;
    const [row] = await tx.db
      .select({ cause, message, recipientName })
      .from(deliveries)
      .where(within(tx, deliveries, eq(deliveries.id, actor.id)));
    return requireFound(row, 'message');
  });
}
