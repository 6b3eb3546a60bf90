import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { enqueueEvents } from '../notifications/enqueue-events';
import { endReports } from '../updates/end-reports';
import { announceEscalation } from './announce-escalation';
import { beginNextStep } from './begin-next-step';
import { markReviewWanted } from './mark-review-wanted';
import { canAdvanceEscalation } from './policy';
import { lockEscalation } from './queries';
import { hasReopened } from './run-queries';
import { recordTimeline } from './record-timeline';

/**
 * What is due now: an open escalation goes to its next step; an acknowledged one that was not resolved within the
 * policy's timeout begins again from the first step; the second time that happens it is stuck, and the account managers
 * are to look at it. Not due (any more): nothing.
 */
export async function advanceEscalation(actor: Actor, escalationId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    tx.noteUnrecorded();
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    if (escalation.nextStepDueAt === null || escalation.nextStepDueAt > tx.now) return;
    if (escalation.state === 'acknowledged') {
      if (await hasReopened(tx, escalationId)) await markReviewWanted(tx, escalation);
      await recordTimeline(
        tx,
        escalation,
        'reopened',
        'Acknowledged, but not resolved in time. Beginning again.',
      );
      await recordAudit(tx, 'escalation.reopened', escalation);
      await endReports(tx, escalationId);
      // The cycles go on counting, so that the deliveries of those gone by keep their places.
      const cycles = escalation.cycle + escalation.policy.cycles;
      const policy = { ...escalation.policy, cycles };
      const step = policy.steps.length;
      await beginNextStep(tx, { ...escalation, policy, step, runFromCycle: escalation.cycle + 1 });
      await enqueueEvents(tx, 'escalation.reopened', await announceEscalation(tx, escalationId));
    } else {
      await recordAudit(tx, 'escalation.advanced', escalation, {
        cycle: escalation.cycle,
        step: escalation.step,
      });
      await beginNextStep(tx, escalation);
      await announceEscalation(tx, escalationId);
    }
  });
}
