import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after } from '../../kernel/duration';
import { requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { Subscription } from './account-content';
import { lastAccountAt, nextAccountAt } from './account-times';
import { SETTLING, type setSubscriptionInput } from './model';
import { canSetSubscription } from './policy';
import { loadReceiver } from './receiver-queries';
import { loadSubscription } from './subscription-queries';
import { digestSubscriptions } from './tables';

/**
 * Who gets an account of each day or each week, when, and of what. Set again for the same person, client and cadence it
 * is changed: what was told is not told anew. The first account is a whole one, from the last time before now.
 * @throws DomainError INVALID for somebody who gets none
 */
export async function setSubscription(
  actor: Actor,
  input: z.output<typeof setSubscriptionInput>,
): Promise<Subscription> {
  return writeTx(actor, async (tx) => {
    const { clientId, contactId, memberId, isOwn } = await loadReceiver(tx, input);
    tx.authorize(canSetSubscription(actor, { clientId, isOwn }));
    const { cadence, time, timeZone, leastUrgency, isSentEmpty } = input;
    const weekday = cadence === 'weekly' ? (input.weekday ?? null) : null;
    const times = { cadence, weekday, time, timeZone };
    const dueAt = after(nextAccountAt(times, tx.now), SETTLING);
    const wishes = { weekday, time, timeZone, leastUrgency, isSentEmpty, dueAt, claimedUntil: null };
    const isSame = and(
      eq(digestSubscriptions.cadence, cadence),
      clientId === null ? isNull(digestSubscriptions.clientId) : eq(digestSubscriptions.clientId, clientId),
      contactId === null
        ? eq(digestSubscriptions.membershipId, memberId ?? '')
        : eq(digestSubscriptions.contactId, contactId),
      isNull(digestSubscriptions.removedAt),
    );
    await tx.db
      .insert(digestSubscriptions)
      .values({
        ...wishes,
        organizationId: actor.organizationId,
        id: newId(),
        clientId,
        contactId,
        membershipId: memberId,
        cadence,
        toldUntil: lastAccountAt(times, tx.now),
        createdAt: tx.now,
      })
      .onConflictDoNothing();
    const changed = await tx.db
      .update(digestSubscriptions)
      .set(wishes)
      .where(within(tx, digestSubscriptions, isSame))
      .returning({ id: digestSubscriptions.id });
    const { id } = requireRow(changed[0]);
    await recordAudit(tx, 'subscription.set', { id, clientId }, { cadence, time, timeZone, leastUrgency });
    return requireFound(await loadSubscription(tx, id), 'subscription');
  });
}
