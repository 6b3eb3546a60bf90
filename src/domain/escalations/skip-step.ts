import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { engineActor } from '../../db/gate';
import { readTx, writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { advanceEscalation } from './advance-escalation';
import type { EscalationCard, skipStepInput } from './model';
import { canSkipStep } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/**
 * Somebody wants the next step now. The place that is left may be named: when the escalation has moved on meanwhile,
 * nothing happens, so two presses never skip two steps. As for "I can't", the engine's own verb takes it on.
 * @throws DomainError CONFLICT when it waits for nobody any more
 */
export async function skipStep(
  actor: Actor,
  { escalationId, cycle, step }: z.output<typeof skipStepInput>,
): Promise<EscalationCard> {
  await writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canSkipStep(actor, escalation));
    const isPresent = (cycle ?? escalation.cycle) === escalation.cycle;
    if (!isPresent || (step ?? escalation.step) !== escalation.step) {
      tx.noteUnrecorded();
      return;
    }
    if (escalation.state !== 'open') {
      throw new DomainError('CONFLICT', 'This escalation is no longer waiting for anybody.');
    }
    await tx.db
      .update(escalations)
      .set({ nextStepDueAt: tx.now, claimedUntil: null })
      .where(within(tx, escalations, eq(escalations.id, escalationId)));
    await recordTimeline(tx, escalation, 'skipped_ahead', `${actor.name} went on to the next step`);
    await recordAudit(tx, 'escalation.skipped_ahead', escalation, {
      cycle: escalation.cycle,
      step: escalation.step,
    });
    await wakeEngine(tx);
  });
  await advanceEscalation(engineActor(actor.organizationId), escalationId);
  return readTx(actor, async (tx) => requireFound(await loadEscalationCard(tx, escalationId), 'escalation'));
}
