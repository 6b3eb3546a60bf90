import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { escalations } from '../escalations/tables';
import { addAction } from './add-action';
import { announceReviews } from './announce-reviews';
import type { EscalationReview, reviewEscalationInput } from './model';
import { canReviewEscalations } from './policy';
import { recordReviews } from './record-reviews';
import { loadReviews } from './review-queries';
import { lockReviewed } from './reviewed-queries';

/**
 * An account manager's verdict, with a note to the operator who began it and an action for the client where something is
 * to be learned. The newest verdict counts. The same words of the same person again change nothing.
 * @returns the review that counts now
 */
export async function reviewEscalation(
  actor: Actor,
  { escalationId, verdict, coachingNote, action }: z.output<typeof reviewEscalationInput>,
): Promise<EscalationReview> {
  return writeTx(actor, async (tx) => {
    const [found] = await lockReviewed(tx, 1, eq(escalations.id, escalationId));
    const escalation = requireFound(found, 'escalation');
    tx.authorize(canReviewEscalations(actor));
    const [last] = await loadReviews(tx, escalationId);
    const isRepeated =
      last?.verdict === verdict && last.coachingNote === coachingNote && last.reviewedById === actor.id;
    if (isRepeated && action === undefined) {
      tx.noteUnrecorded();
      return last;
    }
    if (!isRepeated) await recordReviews(tx, [escalation], { verdict, coachingNote }, null);
    if (action !== undefined) await addAction(tx, escalation, action);
    await recordAudit(tx, 'escalation.reviewed', escalation, { verdict, hasNote: coachingNote !== '' });
    await announceReviews(tx, [escalationId]);
    return requireRow((await loadReviews(tx, escalationId))[0]);
  });
}
