import { eq, inArray } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { deliveries } from './tables';

/**
 * Whatever was not handed over yet is skipped, inside the write that made it pointless. A message in a provider's
 * hands at this moment cannot be called back; what would have travelled with others is left out of their message.
 */
export async function cancelDeliveries(tx: WriteTx, causeId: string, words: string): Promise<void> {
  await tx.db
    .update(deliveries)
    .set({ state: 'skipped', failure: words, nextAttemptAt: null, claimedUntil: null, waitsFor: null })
    .where(
      within(
        tx,
        deliveries,
        eq(deliveries.causeId, causeId),
        inArray(deliveries.state, ['pending', 'failed_temporary']),
      ),
    );
}
