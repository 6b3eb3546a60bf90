import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { announcePromise } from '../promises/announce-promise';
import { endPromise } from '../promises/end-promise';
import type { breakPromiseInput, PromiseCard } from '../promises/model';
import { canBreakPromise } from '../promises/policy';
import { endedPromiseWords } from '../promises/promise-ending';
import { lockPromise } from '../promises/promise-queries';

/**
 * Puts on record that a promise was not kept, and why. The same words again change nothing.
 * @throws DomainError CONFLICT, with who and when, when it has ended already
 */
export async function breakPromise(
  actor: Actor,
  { promiseId, reason }: z.output<typeof breakPromiseInput>,
): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const promise = requireFound(await lockPromise(tx, promiseId), 'promise');
    tx.authorize(canBreakPromise(actor, promise));
    if (promise.state === 'broken' && promise.evidence === reason) {
      tx.noteUnrecorded();
      return promise;
    }
    if (promise.state !== 'open') throw new DomainError('CONFLICT', endedPromiseWords(promise));
    await endPromise(tx, promise, { state: 'broken', words: reason });
    return announcePromise(tx, promiseId);
  });
}
