import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { announceEscalation } from './announce-escalation';
import type { AcknowledgementChannel, EscalationCard } from './model';
import { canAcknowledgeEscalation } from './policy';
import { isLinkAbout, loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/**
 * Somebody has it. Everything not yet sent is cancelled in the same transaction. Late and double acknowledgements
 * change nothing and answer with who was first.
 */
export async function acknowledgeEscalation(
  actor: Actor,
  escalationId: string,
  via: AcknowledgementChannel,
): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const isAboutThis = await isLinkAbout(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis }));
    if (escalation.state === 'cancelled') {
      throw new DomainError('CONFLICT', 'This escalation was cancelled. There is nothing left to do.');
    }
    if (escalation.state === 'acknowledged' || escalation.state === 'resolved') {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    const timeout = escalation.policy.acknowledgementTimeoutSeconds;
    await tx.db
      .update(escalations)
      .set({
        state: 'acknowledged',
        acknowledgedAt: tx.now,
        acknowledgedByName: actor.name,
        acknowledgedVia: via,
        nextStepDueAt: timeout === null ? null : after(tx.now, timeout * SECOND),
        claimedUntil: null,
      })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await cancelDeliveries(tx, escalationId, `${actor.name} acknowledged before it was sent.`);
    await recordTimeline(tx, escalation, 'acknowledged', `Acknowledged by ${actor.name}`);
    await recordAudit(tx, 'escalation.acknowledged', escalation, { via });
    return announceEscalation(tx, escalationId);
  });
}
