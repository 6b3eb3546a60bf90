import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { announceCallback } from './announce-callback';
import { lockCallback } from './callback-queries';
import { endedWords, stateAfter } from './callback-state';
import type { Callback, recordTryInput } from './model';
import { nextTryAt } from './next-try-at';
import { canWorkCallbacks } from './policy';
import { loadPromise } from './promise-queries';
import { promises, promiseTries } from './tables';

/**
 * What became of calling back. Reached: the promise is kept, and what was said is on record. Voicemail or no answer: it
 * stays open and is tried again. Wrong number or refused: it ends unkept. The claim is given up in any case.
 * @throws DomainError CONFLICT when it has ended, or the words that were to be said await approval
 */
export async function recordTry(actor: Actor, input: z.output<typeof recordTryInput>): Promise<Callback> {
  return writeTx(actor, async (tx) => {
    const callback = requireFound(await lockCallback(tx, input.callbackId, tx.now), 'callback');
    tx.authorize(canWorkCallbacks(actor));
    const id = input.tryId ?? newId();
    if (await isOnRecord(tx, callback, id)) {
      tx.noteUnrecorded();
      return callback;
    }
    if (callback.state !== 'open') throw new DomainError('CONFLICT', endedWords(callback));
    const isReached = input.outcome === 'reached';
    if (isReached && callback.isAwaitingApproval) {
      throw new DomainError('CONFLICT', 'The new words await approval: call once they are there.');
    }
    await tx.db.insert(promiseTries).values({
      organizationId: actor.organizationId,
      id,
      clientId: callback.clientId,
      promiseId: callback.id,
      outcome: input.outcome,
      note: input.note,
      said: isReached ? (callback.sayNow ?? callback.what) : '',
      at: tx.now,
      byId: actor.id,
      byName: actor.name,
    });
    const state = stateAfter(input.outcome);
    const hasEnded = state !== 'open';
    await tx.db
      .update(promises)
      .set({
        state,
        tries: callback.tries + 1,
        claimedAt: null,
        claimedById: null,
        claimedByName: null,
        nextTryAt: hasEnded ? null : nextTryAt(callback.dueAt, tx.now),
        ...(hasEnded && { endedAt: tx.now, endedByName: actor.name }),
        ...(isReached && { evidence: evidenceOf(input.note) }),
      })
      .where(within(tx, promises, eq(promises.id, callback.id)));
    await recordAudit(tx, 'callback.tried', callback, { outcome: input.outcome, try: callback.tries + 1 });
    if (hasEnded) {
      const { clientId, causeId } = callback;
      await appendLiveEvent(tx, 'callbacks.changed', clientId, { clientId, causeId });
    }
    if (hasEnded && callback.reason === 'call') {
      const promise = requireFound(await loadPromise(tx, callback.id), 'promise');
      await appendLiveEvent(tx, 'promise.changed', promise.clientId, { promise });
    }
    return announceCallback(tx, callback.id);
  });
}

function evidenceOf(note: string): string {
  return note === '' ? 'Called back and reached.' : `Called back and reached: ${note}`;
}

/** @throws DomainError CONFLICT when that record is about another callback */
async function isOnRecord(tx: WriteTx, callback: Callback, tryId: string): Promise<boolean> {
  const [sent] = await tx.db
    .select({ promiseId: promiseTries.promiseId })
    .from(promiseTries)
    .where(within(tx, promiseTries, eq(promiseTries.id, tryId)));
  if (sent === undefined) return false;
  if (sent.promiseId !== callback.id) {
    throw new DomainError('CONFLICT', 'This record belongs to another callback.');
  }
  return true;
}
