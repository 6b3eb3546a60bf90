import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { isStaff, type Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { announcePromise } from '../promises/announce-promise';
import { endPromise } from '../promises/end-promise';
import type { cancelPromiseInput, PromiseCard } from '../promises/model';
import { canCancelPromise } from '../promises/policy';
import { endedPromiseWords } from '../promises/promise-ending';
import { lockPromise } from '../promises/promise-queries';

/**
 * Takes a promise off that is void: the caller asks for it no more, or it was given by mistake. It counts neither as
 * kept nor as broken. The same words again change nothing.
 * @throws DomainError CONFLICT, with who and when, when it has ended already
 */
export async function cancelPromise(
  actor: Actor,
  { promiseId, reason }: z.output<typeof cancelPromiseInput>,
): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const promise = requireFound(await lockPromise(tx, promiseId), 'promise');
    tx.authorize(
      canCancelPromise(actor, promise),
      isStaff(actor) ? 'Only whoever gave this promise, or an account manager, calls it off.' : undefined,
    );
    if (promise.state === 'cancelled' && promise.evidence === reason) {
      tx.noteUnrecorded();
      return promise;
    }
    if (promise.state !== 'open') throw new DomainError('CONFLICT', endedPromiseWords(promise));
    await endPromise(tx, promise, { state: 'cancelled', words: reason });
    return announcePromise(tx, promiseId);
  });
}
