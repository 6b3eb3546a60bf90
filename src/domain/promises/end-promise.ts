import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { recordAudit } from '../audit/record-audit';
import type { EvidenceKind, PromiseCard, PromiseState } from './model';
import { promiseStanding } from './promise-standing';
import { recordPromiseEvent } from './record-promise-event';
import { promises } from './tables';

export type Ending = {
  state: Exclude<PromiseState, 'open'>;
  /** How it was kept, why it was not, or what the caller agreed to. */
  words: string;
  evidenceKind?: EvidenceKind;
  evidenceId?: string | undefined;
  /** The promise that stands in its place. */
  replacedById?: string;
};

/**
 * Ends a locked promise inside a larger write: on the row, in its ledger and in the audit. Nobody has it in hand any
 * more, and nobody is reminded.
 */
export async function endPromise(tx: WriteTx, promise: PromiseCard, ending: Ending): Promise<void> {
  const { state, words, evidenceKind = null, evidenceId = null, replacedById = null } = ending;
  await tx.db
    .update(promises)
    .set({
      state,
      evidence: words,
      evidenceKind,
      evidenceId,
      replacedById,
      // The cause goes on to the promise in its place.
      ...(state === 'renegotiated' && { causeId: promise.id }),
      endedAt: tx.now,
      endedByName: tx.actor.name,
      nextTryAt: null,
      claimedAt: null,
      claimedById: null,
      claimedByName: null,
      remindStage: null,
      remindAt: null,
      remindClaimedUntil: null,
    })
    .where(within(tx, promises, eq(promises.id, promise.id)));
  const isLate = promiseStanding({ ...promise, state, endedAt: tx.now }, tx.now) === 'kept_late';
  await recordPromiseEvent(tx, promise, state, isLate ? `Late: ${words}` : words);
  const { kind, reason } = promise;
  await recordAudit(tx, `promise.${state}`, promise, {
    kind,
    reason,
    ...(state === 'kept' && { isLate }),
    ...(evidenceKind !== null && { evidenceKind }),
    ...(replacedById !== null && { replacedById }),
  });
}
