import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { clientOfWordsInput } from './model';
import { canReleaseCallers } from './policy';
import { lockClientWords } from './settled-queries';
import { callerUpdates } from './tables';

/**
 * Callers whose matter was settled while no words were approved are told now. Only ever asked for: nobody shall hear days
 * later of what they have long forgotten, because somebody approved a sentence.
 * @throws DomainError CONFLICT when there still are no approved words
 */
export async function releaseCallers(
  actor: Actor,
  { clientId }: z.output<typeof clientOfWordsInput>,
): Promise<{ callers: number }> {
  return writeTx(actor, async (tx) => {
    const client = requireFound(await lockClientWords(tx, clientId), 'client');
    tx.authorize(canReleaseCallers(actor, client));
    if (client.approved === null) {
      throw new DomainError('CONFLICT', 'No words are approved yet: there is nothing to tell them.');
    }
    const released = await tx.db
      .update(callerUpdates)
      .set({ state: 'waiting', tellAt: tx.now, claimedUntil: null })
      .where(
        within(
          tx,
          callerUpdates,
          eq(callerUpdates.clientId, clientId),
          eq(callerUpdates.state, 'needs_words'),
        ),
      )
      .returning({ id: callerUpdates.id });
    const callers = released.length;
    if (callers === 0) tx.noteUnrecorded();
    else await recordAudit(tx, 'callerUpdate.released', { id: clientId, clientId }, { callers });
    await wakeEngine(tx);
    return { callers };
  });
}
