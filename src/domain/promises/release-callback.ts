import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCallback } from './announce-callback';
import { lockCallback } from './callback-queries';
import { callbackRefusal } from './callback-state';
import type { Callback, callbackIdInput } from './model';
import { canReleaseCallback, canWorkCallback } from './policy';
import { promises } from './tables';

/** Gives a callback back, so that others may take it; one that nobody has stays as it is. */
export async function releaseCallback(
  actor: Actor,
  { callbackId }: z.output<typeof callbackIdInput>,
): Promise<Callback> {
  return writeTx(actor, async (tx) => {
    const callback = requireFound(await lockCallback(tx, callbackId, tx.now), 'callback');
    tx.authorize(
      canReleaseCallback(actor, callback),
      canWorkCallback(actor, callback)
        ? `${callback.claimedByName ?? 'Somebody'} has this callback.`
        : callbackRefusal(actor),
    );
    if (callback.claimedById === null) {
      tx.noteUnrecorded();
      return callback;
    }
    await tx.db
      .update(promises)
      .set({ claimedAt: null, claimedById: null, claimedByName: null })
      .where(within(tx, promises, eq(promises.id, callbackId)));
    await recordAudit(tx, 'callback.released', callback);
    return announceCallback(tx, callbackId);
  });
}
