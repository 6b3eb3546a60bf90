import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import { ownInbox } from '../notifications/inbox-queries';
import type { markReadInput } from '../notifications/model';
import { canKeepInbox } from '../notifications/policy';
import { deliveries } from '../notifications/tables';
import { announceEscalation } from './announce-escalation';
import { recordTimeline } from './record-timeline';

/**
 * The signed-in person has seen one of their messages in the product, or all of them. Whoever follows the escalation sees
 * that it was read; that is no acknowledgement. Read before: nothing.
 * @throws DomainError NOT_FOUND when it is no message of theirs
 */
export async function markInboxRead(
  actor: Actor,
  { deliveryId }: z.output<typeof markReadInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canKeepInbox(actor));
    // The row and the timeline say it; reading is no deed.
    tx.noteUnrecorded();
    const one = deliveryId === undefined ? undefined : eq(deliveries.id, deliveryId);
    const own = await tx.db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(await ownInbox(tx, one))
      .limit(1);
    if (one !== undefined && own.length === 0) {
      throw new DomainError('NOT_FOUND', 'There is no such message.');
    }
    const read = await tx.db
      .update(deliveries)
      .set({ readAt: tx.now })
      .where(await ownInbox(tx, one, isNull(deliveries.readAt)))
      .returning({ id: deliveries.causeId, clientId: deliveries.clientId, cause: deliveries.cause });
    if (read.length === 0) return;
    const about = new Map(read.filter(({ cause }) => cause === 'escalation').map((row) => [row.id, row]));
    for (const escalation of about.values()) {
      await recordTimeline(tx, escalation, 'read', `${actor.name} read it in Calmline.`);
      await announceEscalation(tx, escalation.id);
    }
    await appendLiveEvent(tx, 'inbox.changed', actor.clientId, { membershipId: actor.id });
  });
}
