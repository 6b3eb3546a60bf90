import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announcePromise } from './announce-promise';
import { findCallbackColleague } from './callback-page-queries';
import { loadCallback, lockCallback } from './callback-queries';
import { callbackRefusal, endedWords } from './callback-state';
import type { Callback, handOverCallbackInput } from './model';
import { canHandOverCallback, canWorkCallback } from './policy';
import { recordPromiseEvent } from './record-promise-event';
import { promises } from './tables';

/**
 * Says whose turn it is to call: a colleague's, or, with nobody named, anybody's again. Whoever has it gives it up. The
 * deadline stays what the caller was told.
 * @throws DomainError NOT_FOUND for anybody who could not make this call; CONFLICT when it has ended
 */
export async function handOverCallback(
  actor: Actor,
  { callbackId, toMemberId, words }: z.output<typeof handOverCallbackInput>,
): Promise<Callback> {
  return writeTx(actor, async (tx) => {
    const callback = requireFound(await lockCallback(tx, callbackId, tx.now), 'callback');
    tx.authorize(
      canHandOverCallback(actor, callback),
      canWorkCallback(actor, callback)
        ? `${callback.claimedByName ?? 'Somebody'} has this callback.`
        : callbackRefusal(actor),
    );
    if (callback.state !== 'open') throw new DomainError('CONFLICT', endedWords(callback));
    const colleague =
      toMemberId === null
        ? null
        : requireFound(await findCallbackColleague(tx, callback, toMemberId), 'colleague');
    const isAsBefore = callback.assignedToId === toMemberId && callback.claimedById === null && words === '';
    if (isAsBefore) {
      tx.noteUnrecorded();
      return callback;
    }
    await tx.db
      .update(promises)
      .set({
        assignedToId: colleague?.id ?? null,
        assignedToName: colleague?.name ?? null,
        claimedAt: null,
        claimedById: null,
        claimedByName: null,
      })
      .where(within(tx, promises, eq(promises.id, callbackId)));
    await recordAudit(tx, 'callback.handed_over', callback, { toId: toMemberId });
    const told = colleague === null ? 'Anybody’s turn again' : `To ${colleague.name}`;
    await recordPromiseEvent(tx, callback, 'handed_over', words === '' ? `${told}.` : `${told}: ${words}`);
    await announcePromise(tx, callbackId);
    return requireFound(await loadCallback(tx, callbackId, tx.now), 'callback');
  });
}
