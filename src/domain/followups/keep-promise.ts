import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { announcePromise } from '../promises/announce-promise';
import { endPromise } from '../promises/end-promise';
import type { keepPromiseInput, PromiseCard } from '../promises/model';
import { canKeepPromise } from '../promises/policy';
import { endedPromiseWords } from '../promises/promise-ending';
import { lockPromise } from '../promises/promise-queries';
import { requireEvidence } from './evidence-queries';

/**
 * Puts on record that a promise was kept, and what shows it: a call, a delivery, or the words alone. After its deadline
 * it counts as kept late. The same words again change nothing.
 * @throws DomainError CONFLICT, with who and when, when it has ended already; INVALID for evidence that is not there
 */
export async function keepPromise(
  actor: Actor,
  { promiseId, evidence, evidenceKind = 'note', evidenceId }: z.input<typeof keepPromiseInput>,
): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const promise = requireFound(await lockPromise(tx, promiseId), 'promise');
    tx.authorize(canKeepPromise(actor, promise));
    const isRepeated =
      promise.state === 'kept' && promise.evidence === evidence && promise.endedByName === actor.name;
    if (isRepeated) {
      tx.noteUnrecorded();
      return promise;
    }
    if (promise.state !== 'open') throw new DomainError('CONFLICT', endedPromiseWords(promise));
    await requireEvidence(tx, promise, evidenceKind, evidenceId ?? null);
    await endPromise(tx, promise, { state: 'kept', words: evidence, evidenceKind, evidenceId });
    return announcePromise(tx, promiseId);
  });
}
