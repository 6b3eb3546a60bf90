import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { after, SECOND } from '../../kernel/duration';
import { DomainError } from '../../kernel/errors';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import type { EscalationState } from './model';
import { nextStep, type Place } from './next-step';
import { loadDeliveryMessage, loadRecipients } from './recipient-queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

type Escalation = typeof escalations.$inferSelect;

/**
 * Moves a locked escalation on until somebody is being told: enqueues their messages and sets the next due time, all
 * inside the caller's write. Steps without anybody in them are passed at once, with a line in the timeline and a word
 * to the account managers; after a whole cycle of them, or the last step, it ends as unanswered.
 */
export async function beginNextStep(tx: WriteTx, escalation: Escalation): Promise<void> {
  const { policy } = escalation;
  const message = await loadDeliveryMessage(tx, escalation);
  let place: Place = escalation;
  for (let empty = 0; empty < policy.steps.length; empty += 1) {
    const next = nextStep(policy, place);
    if (next === null) break;
    const step = policy.steps[next.step - 1];
    if (step === undefined) throw new DomainError('INTERNAL', 'The policy has no such step.');
    place = next;
    const recipients = await loadRecipients(tx, escalation, step.targets);
    if (recipients.length > 0) {
      await enqueueDelivery(tx, { ...escalation, ...next }, recipients, message);
      const names = [...new Set(recipients.map((recipient) => recipient.name))].join(', ');
      await recordTimeline(tx, escalation, 'step_begun', `Step ${next.step}: telling ${names}`);
      await stand(tx, escalation, 'open', next, after(tx.now, step.delaySeconds * SECOND));
      await wakeEngine(tx);
      return;
    }
    await recordTimeline(tx, escalation, 'step_empty', `Step ${next.step}: nobody could be told. Going on.`);
    await tellAccountManagers(tx, escalation, next, message);
  }
  await recordTimeline(tx, escalation, 'unanswered', 'Nobody acknowledged. The account managers are told.');
  await tellAccountManagers(tx, escalation, { ...place, step: policy.steps.length + 1 }, message);
  await stand(tx, escalation, 'unanswered', place, null);
  await wakeEngine(tx);
}

async function stand(
  tx: WriteTx,
  escalation: Escalation,
  state: EscalationState,
  place: Place,
  nextStepDueAt: Date | null,
): Promise<void> {
  await tx.db
    .update(escalations)
    .set({
      state,
      policy: escalation.policy,
      cycle: place.cycle,
      step: place.step,
      nextStepDueAt,
      claimedUntil: null,
    })
    .where(within(tx, escalations, eq(escalations.id, escalation.id)));
}

async function tellAccountManagers(
  tx: WriteTx,
  escalation: Escalation,
  place: Place,
  message: Awaited<ReturnType<typeof loadDeliveryMessage>>,
): Promise<void> {
  const managers = await loadRecipients(tx, escalation, [{ type: 'account_manager' }]);
  await enqueueDelivery(tx, { ...escalation, ...place }, managers, message);
}
