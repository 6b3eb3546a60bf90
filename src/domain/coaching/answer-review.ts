import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { escalationReviews } from '../reviews/tables';
import { announceCoaching } from './announce-coaching';
import type { answerReviewInput, CoachingNote } from './model';
import { loadNote } from './note-queries';
import { canAnswerCoaching } from './policy';

/** What the operator says to a note about an escalation. It may be written anew; the last words count. */
export async function answerReview(
  actor: Actor,
  { reviewId, words }: z.output<typeof answerReviewInput>,
): Promise<CoachingNote> {
  return writeTx(actor, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(escalationReviews)
      .where(
        within(
          tx,
          escalationReviews,
          eq(escalationReviews.id, reviewId),
          sql`${escalationReviews.coachingNote} <> ''`,
        ),
      )
      .for('update');
    const review = requireFound(row, 'note');
    tx.authorize(canAnswerCoaching(actor, review));
    if (review.answer === words) {
      tx.noteUnrecorded();
      return loadNote(tx, reviewId);
    }
    await tx.db
      .update(escalationReviews)
      .set({ answer: words, answeredAt: tx.now, seenAt: review.seenAt ?? tx.now })
      .where(within(tx, escalationReviews, eq(escalationReviews.id, reviewId)));
    const subject = { id: review.escalationId, clientId: review.clientId };
    await recordAudit(tx, 'coachingNote.answered', subject);
    await announceCoaching(tx, [actor.id]);
    return loadNote(tx, reviewId);
  });
}
