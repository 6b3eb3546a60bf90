import { desc, eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { releaseUpdate } from '../updates/release-update';
import { escalations } from './tables';

/**
 * The caller of a call, who wished to hear of it, is told that the matter is settled: once one of its escalations is
 * resolved and none of them waits any more. Inside the write that resolves, calls off, or puts the wish on record.
 */
export async function releaseCaller(tx: WriteTx, callId: string): Promise<void> {
  const ofCall = await tx.db
    .select({ id: escalations.id, state: escalations.state })
    .from(escalations)
    .where(within(tx, escalations, eq(escalations.callId, callId)))
    .orderBy(desc(escalations.id))
    .limit(200);
  if (ofCall.some(({ state }) => state !== 'resolved' && state !== 'cancelled')) return;
  const settling = ofCall.find(({ state }) => state === 'resolved');
  if (settling !== undefined) await releaseUpdate(tx, { callId, escalationId: settling.id });
}
