import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { endReports } from '../updates/end-reports';
import { holdUpdate } from '../updates/hold-update';
import { announceEscalation } from './announce-escalation';
import { beginNextStep } from './begin-next-step';
import type { EscalationCard, reopenEscalationInput } from './model';
import { canReopenEscalation } from './policy';
import { loadPolicyOrDefault } from './policy-queries';
import { loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/**
 * It was not over after all: people are told anew from the first step, by the client's policy as it stands now, so that
 * what a review found wrong with it is mended. What answers an earlier run is stale. The cycles go on counting, and the
 * deliveries of those gone by keep their places. Open already: nothing.
 * @throws DomainError CONFLICT while somebody has it
 */
export async function reopenEscalation(
  actor: Actor,
  { escalationId, words }: z.output<typeof reopenEscalationInput>,
): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canReopenEscalation(actor));
    if (escalation.state === 'open') {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    if (escalation.state === 'acknowledged') {
      const who = escalation.acknowledgedByName ?? 'Somebody';
      throw new DomainError('CONFLICT', `${who} has it. Resolve or cancel it before it is begun again.`);
    }
    const anew = { resolvedAt: null, reviewState: 'none' as const, reviewWantedAt: null };
    await tx.db
      .update(escalations)
      .set({ ...anew, state: 'open' })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await cancelDeliveries(tx, escalationId, 'The escalation was begun again before it was sent.');
    await endReports(tx, escalationId);
    if (escalation.callId !== null) await holdUpdate(tx, escalation.callId);
    await recordTimeline(tx, escalation, 'reopened', `Begun again by ${actor.name}: ${words}`);
    await recordAudit(tx, 'escalation.reopened', escalation, { from: escalation.state });
    const present = await loadPolicyOrDefault(tx, escalation.clientId, escalation.urgency);
    const policy = { ...present, cycles: escalation.cycle + present.cycles };
    const place = { step: policy.steps.length, runFromCycle: escalation.cycle + 1 };
    await beginNextStep(tx, { ...escalation, ...anew, ...place, state: 'open', policy });
    const card = await announceEscalation(tx, escalationId);
    await enqueueEvents(tx, 'escalation.reopened', card);
    return card;
  });
}
