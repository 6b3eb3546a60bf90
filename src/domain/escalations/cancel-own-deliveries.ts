import { eq, inArray } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { deliveries } from '../notifications/tables';

/** One person has answered: what was still to be sent to that person is skipped, inside the write of the answer. */
export async function cancelOwnDeliveries(
  tx: WriteTx,
  escalationId: string,
  personId: string,
  words: string,
): Promise<void> {
  await tx.db
    .update(deliveries)
    .set({ state: 'skipped', failure: words, nextAttemptAt: null, claimedUntil: null, waitsFor: null })
    .where(
      within(
        tx,
        deliveries,
        eq(deliveries.causeId, escalationId),
        eq(deliveries.recipientId, personId),
        inArray(deliveries.state, ['pending', 'failed_temporary']),
      ),
    );
}
