import { eq, isNull } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canKeepInbox } from './policy';
import { pushSubscriptions } from './tables';

/** One of the signed-in person's own devices is woken no more. */
export async function removeSubscription(
  actor: Actor,
  { subscriptionId }: { subscriptionId: string },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canKeepInbox(actor));
    const [device] = await tx.db
      .update(pushSubscriptions)
      .set({ goneAt: tx.now })
      .where(
        within(
          tx,
          pushSubscriptions,
          eq(pushSubscriptions.id, subscriptionId),
          eq(pushSubscriptions.membershipId, actor.id),
          isNull(pushSubscriptions.goneAt),
        ),
      )
      .returning();
    await recordAudit(tx, 'device.removed', requireFound(device, 'device'));
  });
}
