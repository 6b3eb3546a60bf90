import { and, eq, gt, sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { deliveries } from '../notifications/tables';

/**
 * One way to reach a person failed for good: the next one of the same step, which only waited for its turn, is due now.
 * The later ones keep their time. Quiet hours and full providers are waited out as before.
 */
export async function pullForward(
  tx: WriteTx,
  { causeId, cycle, step, recipientId }: PulledForward,
): Promise<void> {
  if (recipientId === null) return;
  const [next] = await tx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      within(
        tx,
        deliveries,
        and(eq(deliveries.causeId, causeId), eq(deliveries.cycle, cycle), eq(deliveries.step, step)),
        eq(deliveries.recipientId, recipientId),
        eq(deliveries.state, 'pending'),
        eq(deliveries.waitsFor, 'method_delay'),
        gt(deliveries.nextAttemptAt, sql`${tx.now.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(deliveries.nextAttemptAt, deliveries.id)
    .limit(1)
    .for('update');
  if (next === undefined) return;
  await tx.db
    .update(deliveries)
    .set({ nextAttemptAt: tx.now, waitsFor: null, claimedUntil: null })
    .where(within(tx, deliveries, eq(deliveries.id, next.id)));
  await wakeEngine(tx);
}

type PulledForward = { causeId: string; cycle: number; step: number; recipientId: string | null };
