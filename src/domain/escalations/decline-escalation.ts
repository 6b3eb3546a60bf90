import { eq } from 'drizzle-orm';
import { engineActor } from '../../db/gate';
import { readTx, writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { advanceEscalation } from './advance-escalation';
import type { EscalationCard } from './model';
import { canAcknowledgeEscalation } from './policy';
import { isAboutPresentStep, isLinkAbout, loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/**
 * "I can't": the next step begins at once instead of after its delay. A link of a step gone by changes nothing, so a
 * second press never skips the next person.
 *
 * Whom to tell next may stand outside the walls of the person who declines (a client's people do not see account
 * managers). So the escalation is made due, and the engine's own verb takes it on: here and now, or in a worker,
 * should this process die in between.
 */
export async function declineEscalation(actor: Actor, escalationId: string): Promise<EscalationCard> {
  await writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const isAboutThis = await isLinkAbout(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis }));
    if (escalation.state !== 'open') {
      throw new DomainError('CONFLICT', 'This escalation is no longer waiting for anybody.');
    }
    if (!(await isAboutPresentStep(tx, escalation))) {
      tx.noteUnrecorded();
      return;
    }
    await tx.db
      .update(escalations)
      .set({ nextStepDueAt: tx.now, claimedUntil: null })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await recordTimeline(tx, escalation, 'declined', `${actor.name} cannot take it`);
    await recordAudit(tx, 'escalation.declined', escalation);
    await wakeEngine(tx);
  });
  await advanceEscalation(engineActor(actor.organizationId), escalationId);
  return readTx(actor, async (tx) => requireFound(await loadEscalationCard(tx, escalationId), 'escalation'));
}
