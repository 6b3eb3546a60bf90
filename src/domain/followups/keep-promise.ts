import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { localMoment } from '../../kernel/local-time';
import { recordAudit } from '../audit/record-audit';
import { announcePromise } from '../promises/announce-promise';
import type { keepPromiseInput, PromiseCard } from '../promises/model';
import { canKeepPromise } from '../promises/policy';
import { lockPromise } from '../promises/promise-queries';
import { promises } from '../promises/tables';

/**
 * Puts on record that a promise was kept, and how. The same words again change nothing.
 * @throws DomainError CONFLICT, with who and when, when it has ended already
 */
export async function keepPromise(
  actor: Actor,
  { promiseId, evidence }: z.output<typeof keepPromiseInput>,
): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const promise = requireFound(await lockPromise(tx, promiseId), 'promise');
    tx.authorize(canKeepPromise(actor));
    const isRepeated =
      promise.state === 'kept' && promise.evidence === evidence && promise.endedByName === actor.name;
    if (isRepeated) {
      tx.noteUnrecorded();
      return promise;
    }
    if (promise.state !== 'open') throw new DomainError('CONFLICT', endedWords(promise));
    await tx.db
      .update(promises)
      .set({
        state: 'kept',
        evidence,
        endedAt: tx.now,
        endedByName: actor.name,
        nextTryAt: null,
        claimedAt: null,
        claimedById: null,
        claimedByName: null,
      })
      .where(within(tx, promises, eq(promises.id, promiseId)));
    await recordAudit(tx, 'promise.kept', promise, { kind: promise.kind });
    return announcePromise(tx, promiseId);
  });
}

function endedWords({ state, endedAt, endedByName, clientTimeZone, evidence }: PromiseCard): string {
  const name = endedByName ?? 'Somebody';
  const at = endedAt === null ? '' : ` on ${localMoment(endedAt, clientTimeZone)}`;
  if (state !== 'kept') return `${name} has ended this promise${at}: it was not kept.`;
  return `${name} has kept this promise already${at}${evidence === '' ? '.' : `: ${evidence}`}`;
}
