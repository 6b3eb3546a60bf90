import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { endReports } from '../updates/end-reports';
import { announceEscalation } from './announce-escalation';
import type { EscalationCard } from './model';
import { canCancelEscalation } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { releaseCaller } from './release-caller';
import { wantedReview } from './wanted-review';
import { escalations } from './tables';

/** Begun by mistake, or no longer needed; nobody is told any more. */
export async function cancelEscalation(actor: Actor, escalationId: string): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canCancelEscalation(actor));
    if (escalation.state === 'resolved')
      throw new DomainError('CONFLICT', 'This escalation is resolved already.');
    if (escalation.state === 'cancelled') {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    await tx.db
      .update(escalations)
      .set({
        state: 'cancelled',
        nextStepDueAt: null,
        claimedUntil: null,
        ...wantedReview(escalation, tx.now),
      })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await cancelDeliveries(tx, escalationId, 'The escalation was cancelled before it was sent.');
    await endReports(tx, escalationId);
    await recordTimeline(tx, escalation, 'cancelled', `Cancelled by ${actor.name}`);
    await recordAudit(tx, 'escalation.cancelled', escalation);
    if (escalation.callId !== null) await releaseCaller(tx, escalation.callId);
    const card = await announceEscalation(tx, escalationId);
    await enqueueEvents(tx, 'escalation.cancelled', card);
    return card;
  });
}
