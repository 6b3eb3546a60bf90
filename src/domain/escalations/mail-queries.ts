import { and, eq, sql } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { loadBundle } from '../notifications/queries';
import { deliveries, inboundMessages } from '../notifications/tables';

/** What an answer by e-mail is about. */
type MailedDelivery = {
  recipientName: string;
  address: string;
  /** What the mail told of, the one that carried it first. */
  escalationIds: string[];
  /** How many answers were kept to what it is about. */
  answerCount: number;
  /** What the same mail was taken for before; null: it comes for the first time. */
  earlierOutcome: string | null;
};

/** The mail behind an answer; undefined when there is no such delivery. The actor's id is the delivery's. */
export async function findMailedDelivery(
  actor: Actor,
  providerId: string,
): Promise<MailedDelivery | undefined> {
  return readTx(actor, async (tx) => {
    const origins = await loadBundle(tx, actor.id);
    const [carrier] = origins;
    if (carrier === undefined) return undefined;
    const [delivery] = await tx.db
      .select({ address: deliveries.address })
      .from(deliveries)
      .where(within(tx, deliveries, eq(deliveries.id, actor.id)));
    const [earlier] = await tx.db
      .select({ outcome: inboundMessages.outcome })
      .from(inboundMessages)
      .where(
        within(
          tx,
          inboundMessages,
          and(eq(inboundMessages.channel, 'email'), eq(inboundMessages.providerId, providerId)),
        ),
      );
    const [kept] = await tx.db
      .select({ count: sql<number>`count(*)::integer` })
      .from(inboundMessages)
      .where(within(tx, inboundMessages, eq(inboundMessages.causeId, carrier.causeId)));
    return {
      recipientName: carrier.recipientName,
      address: delivery?.address ?? '',
      escalationIds: [...new Set(origins.map(({ causeId }) => causeId))],
      answerCount: kept?.count ?? 0,
      earlierOutcome: earlier?.outcome ?? null,
    };
  });
}
