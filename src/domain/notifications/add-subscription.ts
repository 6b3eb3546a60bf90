import { ECDH } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { MOST_DEVICES, type addSubscriptionInput, type PushDevice } from './model';
import { canKeepInbox } from './policy';
import { pushSubscriptions } from './tables';

/**
 * From now on this browser wakes the signed-in person. One that was theirs before goes on with its new keys; of more than
 * ten the oldest go.
 * @throws DomainError CONFLICT when the browser wakes somebody else with this very subscription; INVALID for a key that
 *   nothing can be encrypted with
 */
export async function addSubscription(
  actor: Actor,
  { endpoint, keys, userAgent = '' }: z.input<typeof addSubscriptionInput>,
): Promise<PushDevice> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canKeepInbox(actor));
    requirePublicKey(keys.p256dh);
    const { organizationId, clientId, id: membershipId } = actor;
    const given = { organizationId, clientId, membershipId, endpoint, keys, userAgent };
    const [added] = await tx.db
      .insert(pushSubscriptions)
      .values({ ...given, id: newId(), createdAt: tx.now })
      .onConflictDoNothing()
      .returning();
    const device = added ?? (await renewDevice(tx, given));
    if (device === undefined) {
      const words = 'This browser notifies somebody else. Switch notifications off and on again.';
      throw new DomainError('CONFLICT', words);
    }
    await forgetOldest(tx);
    await recordAudit(tx, 'device.added', device);
    return { id: device.id, endpoint, userAgent, createdAt: device.createdAt };
  });
}

/** A point of P-256 (RFC 8291, section 3.1), or the worker could not encrypt for this device. */
function requirePublicKey(key: string): void {
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url');
  } catch {
    throw new DomainError('INVALID', 'That is no key of a browser.', [
      { field: 'keys.p256dh', words: 'That is no key of a browser.' },
    ]);
  }
}

/** The row that is there, if it is this person's. */
async function renewDevice(
  tx: WriteTx,
  given: Omit<typeof pushSubscriptions.$inferInsert, 'id' | 'createdAt'>,
) {
  const { keys, userAgent, endpoint } = given;
  const [device] = await tx.db
    .update(pushSubscriptions)
    .set({ keys, userAgent, goneAt: null })
    .where(
      within(
        tx,
        pushSubscriptions,
        eq(pushSubscriptions.endpoint, endpoint),
        eq(pushSubscriptions.membershipId, tx.actor.id),
      ),
    )
    .returning();
  return device;
}

async function forgetOldest(tx: WriteTx): Promise<void> {
  const own = and(eq(pushSubscriptions.membershipId, tx.actor.id), isNull(pushSubscriptions.goneAt));
  const tooMany = await tx.db
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(within(tx, pushSubscriptions, own))
    .orderBy(desc(pushSubscriptions.id))
    .offset(MOST_DEVICES)
    .limit(MOST_DEVICES);
  if (tooMany.length === 0) return;
  const ids = tooMany.map(({ id }) => id);
  await tx.db
    .update(pushSubscriptions)
    .set({ goneAt: tx.now })
    .where(within(tx, pushSubscriptions, inArray(pushSubscriptions.id, ids)));
}
