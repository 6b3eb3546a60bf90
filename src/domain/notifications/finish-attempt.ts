import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { ClaimedDelivery } from './claim-delivery';
import type { DeliveryState, SendOutcome } from './model';
import { nextAttemptAt } from './next-attempt-at';
import { attempts, deliveries } from './tables';

/**
 * Writes down what became of one attempt, inside a larger write.
 * @returns the delivery's state afterwards; null when this attempt no longer counts (its lease ran out and another
 *   worker took over): the later attempt's outcome stands, this one's is kept with the attempt
 */
export async function finishAttempt(
  tx: WriteTx,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<DeliveryState | null> {
  const failure = outcome.kind === 'sent' ? null : outcome.words;
  await tx.db
    .update(attempts)
    .set({
      state: outcome.kind === 'failed_temporary' && outcome.isInDoubt === true ? 'unknown' : outcome.kind,
      finishedAt: tx.now,
      failure,
      providerId: outcome.kind === 'sent' ? outcome.providerId : null,
    })
    .where(within(tx, attempts, eq(attempts.id, claimed.attemptId)));

  const retryAt = outcome.kind === 'failed_temporary' ? nextAttemptAt(claimed.attempts, tx.now) : null;
  const state = outcome.kind === 'failed_temporary' && retryAt === null ? 'failed_permanent' : outcome.kind;
  const changed = await tx.db
    .update(deliveries)
    .set({
      state,
      failure,
      nextAttemptAt: retryAt,
      claimedUntil: null,
      sendingUntil: null,
      sentAt: outcome.kind === 'sent' ? tx.now : null,
    })
    .where(
      within(
        tx,
        deliveries,
        eq(deliveries.id, claimed.id),
        eq(deliveries.state, 'sending'),
        eq(deliveries.attempts, claimed.attempts),
      ),
    )
    .returning({ id: deliveries.id });
  return changed.length === 0 ? null : state;
}
