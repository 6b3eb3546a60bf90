import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { wantedReview } from './wanted-review';
import { escalations } from './tables';

/** A locked escalation is stuck: its account managers are to look at it, though it has not ended. */
export async function markReviewWanted(
  tx: WriteTx,
  escalation: Pick<typeof escalations.$inferSelect, 'id' | 'reviewState' | 'reviewWantedAt'>,
): Promise<void> {
  await tx.db
    .update(escalations)
    .set(wantedReview(escalation, tx.now))
    .where(within(tx, escalations, eq(escalations.id, escalation.id)));
}
