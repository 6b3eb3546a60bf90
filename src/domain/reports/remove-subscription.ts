import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { subscriptionIdInput } from './model';
import { canSetSubscription } from './policy';
import { loadSubscription } from './subscription-queries';
import { digestSubscriptions } from './tables';

/** No account is given any more. Removed already: nothing. */
export async function removeSubscription(
  actor: Actor,
  { subscriptionId }: z.output<typeof subscriptionIdInput>,
): Promise<{ id: string }> {
  return writeTx(actor, async (tx) => {
    const subscription = requireFound(await loadSubscription(tx, subscriptionId), 'subscription');
    tx.authorize(canSetSubscription(actor, subscription));
    const removed = await tx.db
      .update(digestSubscriptions)
      .set({ removedAt: tx.now, dueAt: null, claimedUntil: null })
      .where(
        within(
          tx,
          digestSubscriptions,
          and(eq(digestSubscriptions.id, subscriptionId), isNull(digestSubscriptions.removedAt)),
        ),
      )
      .returning({ id: digestSubscriptions.id });
    if (removed.length === 0) tx.noteUnrecorded();
    else await recordAudit(tx, 'subscription.removed', subscription);
    return { id: subscriptionId };
  });
}
