import { eq } from 'drizzle-orm';
import { engineActor } from '../../db/gate';
import { readTx, writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { enqueueEvents } from '../notifications/enqueue-events';
import { advanceEscalation } from './advance-escalation';
import { announceEscalation } from './announce-escalation';
import { answerFate } from './answer-fate';
import { loadAnsweredMessage, loadAnswerer } from './answer-queries';
import { cancelOwnDeliveries } from './cancel-own-deliveries';
import type { AnswerOutcome } from './model';
import { canAcknowledgeEscalation } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/** `cycle` and `step` name the place that is left; unless told, that of the link's own message, or the present. */
export type Decline = { escalationId: string; cycle?: number | undefined; step?: number | undefined };

/**
 * "I can't": whatever was still to be sent to this person is skipped, and the next step begins at once instead of after
 * its delay. An answer about a step gone by moves nothing, so a second press never skips the next person.
 *
 * Whom to tell next may stand outside the walls of the person who declines (a client's people do not see account
 * managers). So the escalation is made due, and the engine's own verb takes it on: here and now, or in a worker,
 * should this process die in between.
 */
export async function declineEscalation(
  actor: Actor,
  { escalationId, ...place }: Decline,
): Promise<AnswerOutcome> {
  const kind = await writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const message = await loadAnsweredMessage(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis: message !== undefined }));
    const { cycle = escalation.cycle, step = escalation.step } = { ...message, ...definedOf(place) };
    const fate = answerFate(escalation, cycle);
    if (fate !== 'counts') {
      tx.noteUnrecorded();
      return fate;
    }
    const { personId, name } = await loadAnswerer(tx, escalation, message, undefined);
    if (personId !== null) {
      await cancelOwnDeliveries(tx, escalationId, personId, `${name} cannot take it.`);
    }
    if (escalation.state !== 'open' || cycle !== escalation.cycle || step !== escalation.step) {
      tx.noteUnrecorded();
      return 'declined';
    }
    await tx.db
      .update(escalations)
      .set({ nextStepDueAt: tx.now, claimedUntil: null })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await recordTimeline(tx, escalation, 'declined', `${name} cannot take it`);
    await recordAudit(tx, 'escalation.declined', escalation);
    await enqueueEvents(tx, 'escalation.declined', await announceEscalation(tx, escalationId));
    await wakeEngine(tx);
    return 'declined';
  });
  if (kind === 'declined') await advanceEscalation(engineActor(actor.organizationId), escalationId);
  const card = await readTx(actor, (tx) => loadEscalationCard(tx, escalationId));
  return { kind, escalation: requireFound(card, 'escalation') };
}

function definedOf({ cycle, step }: { cycle?: number | undefined; step?: number | undefined }) {
  return { ...(cycle !== undefined && { cycle }), ...(step !== undefined && { step }) };
}
