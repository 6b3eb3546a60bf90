import { and, eq, inArray } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { callerUpdates } from './tables';

/**
 * The matter of a call is not settled after all, inside the write that begins it again: a caller who has not been told yet
 * is told nothing for now.
 */
export async function holdUpdate(tx: WriteTx, callId: string): Promise<void> {
  const held = await tx.db
    .update(callerUpdates)
    .set({ state: 'waiting', escalationId: null, tellAt: null, claimedUntil: null })
    .where(
      within(
        tx,
        callerUpdates,
        and(
          eq(callerUpdates.callId, callId),
          inArray(callerUpdates.state, ['waiting', 'needs_words', 'failed']),
        ),
      ),
    )
    .returning({ id: callerUpdates.id });
  for (const { id } of held) await cancelDeliveries(tx, id, 'The matter began again before it was sent.');
}
