import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { deliveries } from '../notifications/tables';
import { announceEscalation } from './announce-escalation';
import { loadAnsweredMessage, loadAnswerer } from './answer-queries';
import { canAcknowledgeEscalation } from './policy';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/**
 * Somebody saw the message: the person who opened a link, for that message and all that travelled with it, or whoever is
 * signed in, for the messages to that person. Reading is a fact of its own and stops nothing.
 */
export async function markRead(actor: Actor, escalationId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const message = await loadAnsweredMessage(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis: message !== undefined }));
    tx.noteUnrecorded();
    const { personId } = await loadAnswerer(tx, escalation, message, undefined);
    const isTheirs =
      message === undefined
        ? and(
            eq(deliveries.causeId, escalationId),
            inArray(deliveries.recipientId, [...new Set([actor.id, personId ?? actor.id])]),
          )
        : or(eq(deliveries.id, actor.id), eq(deliveries.bundleId, actor.id));
    const read = await tx.db
      .update(deliveries)
      .set({ readAt: tx.now })
      .where(
        within(
          tx,
          deliveries,
          isTheirs,
          eq(deliveries.cause, 'escalation'),
          inArray(deliveries.state, ['sending', 'sent', 'delivered']),
          isNull(deliveries.readAt),
        ),
      )
      .returning({ causeId: deliveries.causeId, name: deliveries.recipientName });
    const own = read.find(({ causeId }) => causeId === escalationId);
    if (own === undefined) return;
    await recordTimeline(tx, escalation, 'read', `${own.name} has read it`);
    await announceEscalation(tx, escalationId);
  });
}
