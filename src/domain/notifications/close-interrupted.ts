import { eq } from 'drizzle-orm';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { attempts } from './tables';

/** The attempts that a dead worker had begun on these deliveries end with an unknown outcome, inside a larger write. */
export async function closeInterrupted(tx: WriteTx, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.db
    .update(attempts)
    .set({
      state: 'unknown',
      finishedAt: tx.now,
      failure: 'The worker stopped before it knew the outcome.',
    })
    .where(within(tx, attempts, isOneOf(attempts.deliveryId, deliveryIds), eq(attempts.state, 'sending')));
}
