import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import type { ClaimedDelivery } from '../notifications/claim-delivery';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { finishAttempt } from '../notifications/finish-attempt';
import type { SendOutcome } from '../notifications/model';
import { hasHopefulDelivery } from '../notifications/queries';
import { announceEscalation } from './announce-escalation';
import { beginNextStep } from './begin-next-step';
import { canAdvanceEscalation } from './policy';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/**
 * What a provider answered, and what follows from it, in one transaction: the attempt's outcome, a line in the
 * timeline and, when this was the last hope of the escalation's present step, the next step at once.
 */
export async function recordAttemptOutcome(
  actor: Actor,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    tx.noteUnrecorded();
    const escalation = requireFound(await lockEscalation(tx, claimed.causeId), 'escalation');
    const state = await finishAttempt(tx, claimed, outcome);
    if (state === null) return;
    const to = `${claimed.recipientName} by ${claimed.channel === 'email' ? 'e-mail' : claimed.channel}`;
    if (outcome.kind === 'sent') {
      await recordTimeline(tx, escalation, 'sent', `Sent to ${to}`);
    } else {
      const isWanted = escalation.state === 'open' || escalation.state === 'unanswered';
      const retry = state === 'failed_temporary' && isWanted ? ' It will be tried again.' : '';
      await recordTimeline(tx, escalation, 'failed', `Could not reach ${to}: ${outcome.words}${retry}`);
      // Acknowledged, resolved or cancelled while this was on its way.
      if (!isWanted) await cancelDeliveries(tx, escalation.id, 'Somebody had taken care of it meanwhile.');
    }
    const isPresentStep = claimed.cycle === escalation.cycle && claimed.step === escalation.step;
    if (state === 'failed_permanent' && escalation.state === 'open' && isPresentStep) {
      if (!(await hasHopefulDelivery(tx, escalation))) await beginNextStep(tx, escalation);
    }
    await announceEscalation(tx, escalation.id);
  });
}
