import { inArray } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { canCarryDeliveries } from './policy';
import { pushSubscriptions } from './tables';

/** The push service says that these subscriptions are no more (RFC 8030, section 7.3). */
export async function expireSubscriptions(actor: Actor, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await writeTx(actor, async (tx) => {
    tx.authorize(canCarryDeliveries(actor));
    tx.noteUnrecorded();
    await tx.db
      .update(pushSubscriptions)
      .set({ goneAt: tx.now })
      .where(within(tx, pushSubscriptions, inArray(pushSubscriptions.id, ids)));
  });
}
