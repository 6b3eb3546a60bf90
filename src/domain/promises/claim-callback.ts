import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCallback } from './announce-callback';
import { lockCallback } from './callback-queries';
import { callbackRefusal, endedWords } from './callback-state';
import type { Callback, callbackIdInput } from './model';
import { canWorkCallback } from './policy';
import { promises } from './tables';

/**
 * Somebody is about to call back: nobody else does so for a quarter of an hour. Claiming one's own begins it anew.
 * @throws DomainError CONFLICT, with the name, when somebody else has it or has ended it
 */
export async function claimCallback(
  actor: Actor,
  { callbackId }: z.output<typeof callbackIdInput>,
): Promise<Callback> {
  return writeTx(actor, async (tx) => {
    const callback = requireFound(await lockCallback(tx, callbackId, tx.now), 'callback');
    tx.authorize(canWorkCallback(actor, callback), callbackRefusal(actor));
    if (callback.state !== 'open') throw new DomainError('CONFLICT', endedWords(callback));
    if (callback.claimedById !== null && callback.claimedById !== actor.id) {
      throw new DomainError('CONFLICT', `${callback.claimedByName ?? 'Somebody'} has this callback already.`);
    }
    await tx.db
      .update(promises)
      .set({ claimedAt: tx.now, claimedById: actor.id, claimedByName: actor.name })
      .where(within(tx, promises, eq(promises.id, callbackId)));
    await recordAudit(tx, 'callback.claimed', callback);
    return announceCallback(tx, callbackId);
  });
}
