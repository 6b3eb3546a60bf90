import { eq, inArray } from 'drizzle-orm';
import { wakeEngine } from '../../db/wake-engine';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { callerUpdates } from './tables';

/**
 * The matter of a call is settled: its caller, who wished to hear of it, is told by the engine as soon as the larger write
 * is through. (Whoever settles it may stand behind the client's walls, where those who must hear of missing words are
 * not seen.) Whoever was told, promised a call, or wishes it no more is left alone.
 */
export async function releaseUpdate(
  tx: WriteTx,
  { callId, escalationId }: { callId: string; escalationId: string },
): Promise<void> {
  const released = await tx.db
    .update(callerUpdates)
    .set({ state: 'waiting', escalationId, tellAt: tx.now, claimedUntil: null })
    .where(
      within(
        tx,
        callerUpdates,
        eq(callerUpdates.callId, callId),
        inArray(callerUpdates.state, ['waiting', 'needs_words', 'failed']),
      ),
    )
    .returning({ id: callerUpdates.id });
  if (released.length > 0) await wakeEngine(tx);
}
