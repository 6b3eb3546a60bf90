import type { z } from 'zod';
import { isOneOf } from '../../db/one-of';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { escalations } from '../escalations/tables';
import { announceReviews } from './announce-reviews';
import { mostReviewedAtOnce, type ReviewFilter, type reviewManyInput } from './model';
import { canReviewEscalations } from './policy';
import { recordReviews, type Reviewed } from './record-reviews';
import { reviewConditions } from './review-queries';
import { lockReviewed } from './reviewed-queries';

/** Of the count that was seen, by which so many may differ from those that match now. */
const MOST_OFF = 0.05;

/**
 * One verdict on many: those named, or all that match the filter as it was seen. All of them or none.
 * @throws DomainError CONFLICT when the count is more than 5 % off what was seen; INVALID above 10,000; NOT_FOUND when one
 *   of those named is not there
 */
export async function reviewEscalations(
  actor: Actor,
  input: z.output<typeof reviewManyInput>,
): Promise<{ reviewed: number; bulkId: string }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canReviewEscalations(actor));
    const { verdict, coachingNote, escalationIds, filter = {}, seenCount = 0 } = input;
    const chosen =
      escalationIds === undefined
        ? await chooseByFilter(tx, filter, seenCount)
        : await chooseByIds(tx, escalationIds);
    const bulkId = newId();
    await recordReviews(tx, chosen, { verdict, coachingNote }, bulkId);
    const subject = { id: bulkId, clientId: filter.clientId ?? null };
    const how = escalationIds === undefined ? { filter } : {};
    await recordAudit(tx, 'escalation.reviewed', subject, { verdict, count: chosen.length, ...how });
    await announceReviews(tx, escalationIds ?? null);
    return { reviewed: chosen.length, bulkId };
  });
}

async function chooseByIds(tx: WriteTx, ids: readonly string[]): Promise<Reviewed[]> {
  const wanted = [...new Set(ids)];
  const found = await lockReviewed(tx, wanted.length, isOneOf(escalations.id, wanted));
  requireFound(found.length === wanted.length ? found : undefined, 'escalation');
  return found;
}

async function chooseByFilter(tx: WriteTx, filter: ReviewFilter, seenCount: number): Promise<Reviewed[]> {
  const found = await lockReviewed(tx, mostReviewedAtOnce + 1, ...reviewConditions(filter, tx.now));
  if (found.length > mostReviewedAtOnce) {
    throw new DomainError('INVALID', 'More than 10,000 match. Narrow the filters, and go on from there.');
  }
  if (Math.abs(found.length - seenCount) > seenCount * MOST_OFF) {
    const now = found.length.toLocaleString('en-GB');
    const then = seenCount.toLocaleString('en-GB');
    throw new DomainError('CONFLICT', `${now} match now; you saw ${then}. Look at the list again first.`);
  }
  return found;
}
