import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCoaching } from './announce-coaching';
import { canDrawSamples } from './policy';
import { callSamples } from './tables';

/**
 * Puts a call aside of which nothing can be learned, such as a wrong number. It is not drawn again; the next draw makes
 * up for it. Said twice, it counts once.
 * @throws DomainError CONFLICT when it has been scored
 */
export async function dropSample(actor: Actor, callId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    const isSample = within(tx, callSamples, eq(callSamples.callId, callId));
    const [row] = await tx.db.select().from(callSamples).where(isSample).for('update');
    const sample = requireFound(row, 'sample');
    tx.authorize(canDrawSamples(actor));
    if (sample.state === 'scored') {
      throw new DomainError('CONFLICT', 'This call has been scored already.');
    }
    if (sample.state === 'dropped') {
      tx.noteUnrecorded();
      return;
    }
    await tx.db.update(callSamples).set({ state: 'dropped' }).where(isSample);
    await recordAudit(tx, 'sample.dropped', { id: callId, clientId: sample.clientId });
    await announceCoaching(tx, [sample.operatorId]);
  });
}
