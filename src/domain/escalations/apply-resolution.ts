import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { endReports } from '../updates/end-reports';
import { announceEscalation } from './announce-escalation';
import type { EscalationCard } from './model';
import { recordTimeline } from './record-timeline';
import { releaseCaller } from './release-caller';
import { escalations } from './tables';
import { wantedReview } from './wanted-review';

/**
 * A locked escalation is dealt with, inside a larger write: nobody is told of it any more, and its caller is, who wished
 * to hear, unless another escalation of the same call still waits.
 * @param byName as people read it: "Tom Becker (recorded by Dana Okafor)"
 */
export async function applyResolution(
  tx: WriteTx,
  escalation: typeof escalations.$inferSelect,
  byName: string,
): Promise<EscalationCard> {
  const { id, callId } = escalation;
  await tx.db
    .update(escalations)
    .set({
      state: 'resolved',
      resolvedAt: tx.now,
      nextStepDueAt: null,
      claimedUntil: null,
      ...wantedReview(escalation, tx.now),
    })
    .where(within(tx, escalations, eq(escalations.id, id)));
  await cancelDeliveries(tx, id, 'The escalation was resolved before it was sent.');
  await endReports(tx, id);
  await recordTimeline(tx, escalation, 'resolved', `Resolved by ${byName}`);
  await recordAudit(tx, 'escalation.resolved', escalation);
  if (callId !== null) await releaseCaller(tx, callId);
  const card = await announceEscalation(tx, id);
  await enqueueEvents(tx, 'escalation.resolved', card);
  return card;
}
