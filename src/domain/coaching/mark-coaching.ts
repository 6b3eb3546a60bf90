import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { isOneOf } from '../../db/one-of';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { escalationReviews } from '../reviews/tables';
import { announceCoaching } from './announce-coaching';
import type { markCoachingInput } from './model';
import { canReadOwnCoaching } from './policy';
import { callScores } from './tables';

/**
 * Notes that somebody has seen these scores of, and notes to, themselves; those of others stay as they are. When it was
 * seen stands in the row.
 * @returns how many were new
 */
export async function markCoaching(
  actor: Actor,
  { scoreIds, reviewIds }: z.output<typeof markCoachingInput>,
): Promise<{ seen: number }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canReadOwnCoaching(actor));
    tx.noteUnrecorded();
    const seenAt = tx.now;
    const scores = await tx.db
      .update(callScores)
      .set({ seenAt })
      .where(
        within(
          tx,
          callScores,
          eq(callScores.operatorId, actor.id),
          isOneOf(callScores.id, scoreIds),
          isNull(callScores.seenAt),
        ),
      )
      .returning({ id: callScores.id });
    const reviews = await tx.db
      .update(escalationReviews)
      .set({ seenAt })
      .where(
        within(
          tx,
          escalationReviews,
          eq(escalationReviews.operatorId, actor.id),
          isOneOf(escalationReviews.id, reviewIds),
          isNull(escalationReviews.seenAt),
        ),
      )
      .returning({ id: escalationReviews.id });
    const seen = scores.length + reviews.length;
    if (seen > 0) await announceCoaching(tx, [actor.id]);
    return { seen };
  });
}
