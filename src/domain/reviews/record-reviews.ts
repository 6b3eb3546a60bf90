import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { newId } from '../../kernel/ids';
import type { Verdict } from '../escalations/model';
import { recordTimelines } from '../escalations/record-timelines';
import { escalations } from '../escalations/tables';
import { verdictWords } from './verdict-words';

/** An escalation that is held until the transaction ends. */
export type Reviewed = { id: string; clientId: string | null; operatorId: string | null };
export type Judgement = { verdict: Verdict; coachingNote: string };

/**
 * One verdict on many locked escalations, by three statements however many they are: the review of each, the escalation
 * that waits no longer, and a line in its timeline, which the staff alone read.
 */
export async function recordReviews(
  tx: WriteTx,
  reviewed: readonly Reviewed[],
  { verdict, coachingNote }: Judgement,
  bulkId: string | null,
): Promise<void> {
  if (reviewed.length === 0) return;
  const { organizationId, id: byId, name: byName } = tx.actor;
  const rows = reviewed.map(({ id, clientId, operatorId }) => ({
    id,
    clientId,
    operatorId,
    reviewId: newId(),
  }));
  await tx.db.execute(sql`
    insert into escalation_reviews (organization_id, id, client_id, escalation_id, verdict, coaching_note,
      operator_id, reviewed_by_id, reviewed_by_name, at, bulk_id)
    select ${organizationId}, r."reviewId", r."clientId", r.id, ${verdict}, ${coachingNote}, r."operatorId",
      ${byId}, ${byName}, ${tx.now.toISOString()}::timestamptz, ${bulkId}::uuid
    from ${givenRows(rows, 'id uuid, "clientId" uuid, "operatorId" uuid, "reviewId" uuid')} as r`);
  const ids = reviewed.map(({ id }) => id);
  // By ids, not by a join: with so many, a planner that takes a table for small would compare each with each.
  await tx.db
    .update(escalations)
    .set({ reviewState: 'reviewed', reviewWantedAt: null, verdict })
    .where(within(tx, escalations, isOneOf(escalations.id, ids)));
  await recordTimelines(
    tx,
    reviewed.map(({ id }) => ({
      escalationId: id,
      clientId: null,
      type: 'reviewed',
      words: `Reviewed: ${verdictWords(verdict).toLowerCase()}`,
    })),
  );
}
