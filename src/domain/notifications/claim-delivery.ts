import { eq, sql } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { canCarryDeliveries } from './policy';
import { attempts, deliveries } from './tables';

/** Longer than any provider may take (every one of them is cut off after 20 s). */
const LEASE = 60 * SECOND;

/** `claimedAt` spares the channels a question: they must not need the database between claim and outcome. */
export type ClaimedDelivery = typeof deliveries.$inferSelect & { attemptId: string; claimedAt: Date };

/**
 * Takes one due delivery in hand: writes the attempt `sending` before anybody calls a provider. A delivery found
 * `sending` past its lease was in the hands of a worker that died: that attempt's outcome is unknown, the message is
 * sent again and marked possibly duplicated, because a second page is better than silence.
 * @returns null when there is nothing to send: cancelled, finished, not due, or in other hands
 */
export async function claimDelivery(actor: Actor, deliveryId: string): Promise<ClaimedDelivery | null> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canCarryDeliveries(actor));
    tx.noteUnrecorded();
    const [delivery] = await tx.db
      .select()
      .from(deliveries)
      .where(within(tx, deliveries, eq(deliveries.id, deliveryId)))
      .for('update', { skipLocked: true });
    if (delivery === undefined || delivery.nextAttemptAt === null || delivery.nextAttemptAt > tx.now)
      return null;
    const wasInterrupted = delivery.state === 'sending';
    if (wasInterrupted) {
      if (delivery.sendingUntil !== null && delivery.sendingUntil > tx.now) return null;
      await tx.db
        .update(attempts)
        .set({
          state: 'unknown',
          finishedAt: tx.now,
          failure: 'The worker stopped before it knew the outcome.',
        })
        .where(within(tx, attempts, eq(attempts.deliveryId, deliveryId), eq(attempts.state, 'sending')));
      if (delivery.cause === 'escalation' && (await isOver(tx, delivery.causeId))) {
        await tx.db
          .update(deliveries)
          .set({
            state: 'skipped',
            failure: 'Somebody had taken care of it before it was sent again.',
            nextAttemptAt: null,
            claimedUntil: null,
            sendingUntil: null,
          })
          .where(within(tx, deliveries, eq(deliveries.id, deliveryId)));
        return null;
      }
    }
    const attemptId = newId();
    const changed = {
      state: 'sending' as const,
      attempts: delivery.attempts + 1,
      sendingUntil: after(tx.now, LEASE),
      isPossiblyDuplicated: delivery.isPossiblyDuplicated || (await isInDoubt(tx, deliveryId)),
    };
    await tx.db
      .update(deliveries)
      .set(changed)
      .where(within(tx, deliveries, eq(deliveries.id, deliveryId)));
    await tx.db.insert(attempts).values({
      organizationId: actor.organizationId,
      id: attemptId,
      clientId: delivery.clientId,
      deliveryId,
      number: changed.attempts,
      state: 'sending',
      startedAt: tx.now,
    });
    if (wasInterrupted) await recordAudit(tx, 'delivery.resent', delivery, { attempt: changed.attempts });
    return { ...delivery, ...changed, attemptId, claimedAt: tx.now };
  });
}

/** Whether an attempt before may have reached the recipient after all. */
async function isInDoubt(tx: WriteTx, deliveryId: string): Promise<boolean> {
  const rows = await tx.db
    .select({ id: attempts.id })
    .from(attempts)
    .where(within(tx, attempts, eq(attempts.deliveryId, deliveryId), eq(attempts.state, 'unknown')))
    .limit(1);
  return rows.length > 0;
}

/** Acknowledged, resolved or cancelled. (By SQL: escalations stand to the right of notifications.) */
async function isOver(tx: WriteTx, causeId: string): Promise<boolean> {
  const rows = await tx.db.execute(sql`
    select from escalations
    where organization_id = ${tx.actor.organizationId} and id = ${causeId} and state in ('open', 'unanswered')`);
  return rows.length === 0;
}
