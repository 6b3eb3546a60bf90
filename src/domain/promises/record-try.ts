import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { calls } from '../calls/tables';
import { appendLiveEvent } from '../live/append-live-event';
import { announceCallback } from './announce-callback';
import { lockCallback } from './callback-queries';
import { callbackRefusal, endedWords, evidenceOfTry, stateAfter } from './callback-state';
import { endPromise, type Ending } from './end-promise';
import type { Callback, recordTryInput, TryOutcome } from './model';
import { nextTryAt } from './next-try-at';
import { canWorkCallback } from './policy';
import { loadPromise } from './promise-queries';
import { recordPromiseEvent } from './record-promise-event';
import { promises, promiseTries } from './tables';

/**
 * What became of calling back. Reached: the promise is kept, and what was said is on record. Voicemail or no answer: it
 * stays open and is tried again. Wrong number or refused: it ends unkept. The claim is given up in any case.
 * @throws DomainError CONFLICT when it has ended, or the words that were to be said await approval; NOT_FOUND for a
 *   call that is none of this client's
 */
export async function recordTry(actor: Actor, input: z.output<typeof recordTryInput>): Promise<Callback> {
  return writeTx(actor, async (tx) => {
    const callback = requireFound(await lockCallback(tx, input.callbackId, tx.now), 'callback');
    tx.authorize(canWorkCallback(actor, callback), callbackRefusal(actor));
    const id = input.tryId ?? newId();
    if (await isOnRecord(tx, callback, id)) {
      tx.noteUnrecorded();
      return callback;
    }
    if (callback.state !== 'open') throw new DomainError('CONFLICT', endedWords(callback));
    const { outcome, note, callId = null } = input;
    const isReached = outcome === 'reached';
    if (isReached && callback.isAwaitingApproval) {
      throw new DomainError('CONFLICT', 'The new words await approval: call once they are there.');
    }
    if (callId !== null) await requireCallOf(tx, callId, callback.clientId);
    await tx.db.insert(promiseTries).values({
      organizationId: actor.organizationId,
      id,
      clientId: callback.clientId,
      promiseId: callback.id,
      outcome,
      note,
      said: isReached ? (callback.sayNow ?? callback.what) : '',
      at: tx.now,
      byId: actor.id,
      byName: actor.name,
    });
    await tx.db
      .update(promises)
      .set({
        tries: callback.tries + 1,
        claimedAt: null,
        claimedById: null,
        claimedByName: null,
        nextTryAt: tryAgainAt(callback, outcome, tx.now),
      })
      .where(within(tx, promises, eq(promises.id, callback.id)));
    await recordAudit(tx, 'callback.tried', callback, { outcome, try: callback.tries + 1 });
    const words = evidenceOfTry(outcome, note, { hasRungIn: callId !== null });
    const state = stateAfter(outcome);
    if (state === 'open') await recordPromiseEvent(tx, callback, 'tried', words);
    else await end(tx, callback, { state, words, evidenceKind: 'call', evidenceId: callId ?? id });
    return announceCallback(tx, callback.id);
  });
}

/** null: not again. */
function tryAgainAt(
  { tries, dueAt, callerTimeZone: timeZone }: Callback,
  outcome: TryOutcome,
  now: Date,
): Date | null {
  return outcome === 'voicemail' || outcome === 'no_answer'
    ? nextTryAt({ tries: tries + 1, outcome, dueAt, now, timeZone })
    : null;
}

async function end(tx: WriteTx, { id, clientId, causeId }: Callback, ending: Ending): Promise<void> {
  await endPromise(tx, requireFound(await loadPromise(tx, id), 'promise'), ending);
  await appendLiveEvent(tx, 'callbacks.changed', clientId, { clientId, causeId });
  const promise = requireFound(await loadPromise(tx, id), 'promise');
  await appendLiveEvent(tx, 'promise.changed', clientId, { promise });
}

/** @throws DomainError NOT_FOUND for a call that this client did not get */
async function requireCallOf(tx: WriteTx, callId: string, clientId: string): Promise<void> {
  const [call] = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(within(tx, calls, eq(calls.id, callId), eq(calls.clientId, clientId)));
  requireFound(call, 'call');
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
