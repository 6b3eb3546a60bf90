import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { announceEscalation } from './announce-escalation';
import type { EscalationCard } from './model';
import { canResolveEscalation } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/** The matter is dealt with; nobody is told any more. */
export async function resolveEscalation(actor: Actor, escalationId: string): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canResolveEscalation(actor, escalation));
    if (escalation.state === 'cancelled') throw new DomainError('CONFLICT', 'This escalation was cancelled.');
    if (escalation.state === 'resolved') {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    await tx.db
      .update(escalations)
      .set({ state: 'resolved', resolvedAt: tx.now, nextStepDueAt: null, claimedUntil: null })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await cancelDeliveries(tx, escalationId, 'The escalation was resolved before it was sent.');
    await recordTimeline(tx, escalation, 'resolved', `Resolved by ${actor.name}`);
    await recordAudit(tx, 'escalation.resolved', escalation);
    const card = await announceEscalation(tx, escalationId);
    await enqueueEvents(tx, 'escalation.resolved', card);
    return card;
  });
}
