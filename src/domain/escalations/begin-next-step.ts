import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { DomainError, requireFound } from '../../kernel/errors';
import { localMoment } from '../../kernel/local-time';
import type { EscalationMessage } from '../notifications/model';
import { enqueueEvents } from '../notifications/enqueue-events';
import { loadAcknowledgements } from './answer-queries';
import { enqueueStep } from './enqueue-step';
import { loadDeliveryMessage } from './message-queries';
import { nextStep, type Place } from './next-step';
import { notifyAccountManagers } from './notify-account-managers';
import { loadPolicyPeople } from './people-queries';
import { planStep, type PlanMessage, type StepPlan } from './plan-step';
import { loadEscalationCard } from './queries';
import { recordTimeline } from './record-timeline';
import { wantedReview } from './wanted-review';
import { stepEnd } from './step-end';
import { escalations } from './tables';

type EscalationRow = typeof escalations.$inferSelect;
type Begun = { place: Place; plan: StepPlan; carried: PlanMessage[]; delaySeconds: number };

/**
 * Moves a locked escalation on until somebody is being told: enqueues their messages and sets the next due time, all
 * inside the caller's write. Steps without anybody in them are passed at once, with a line in the timeline and a word
 * to the account managers; after a whole cycle of them, or the last step, it ends as unanswered.
 *
 * Whoever is late begins one step, now, and its delay counts from now: an engine that stood still for hours tells the
 * next people once, and never all that it has missed.
 * @param isStepLost whether nothing of the present step can reach anybody any more
 */
export async function beginNextStep(
  tx: WriteTx,
  escalation: EscalationRow,
  { isStepLost = false } = {},
): Promise<void> {
  const message = await loadDeliveryMessage(tx, escalation);
  const passed: Place[] = [];
  if (isStepLost) {
    passed.push(escalation);
    await recordTimeline(
      tx,
      escalation,
      'step_empty',
      `Step ${escalation.step}: no message got through. Going on.`,
    );
  }
  const { place, begun } = await findBegun(tx, escalation, passed);
  if (begun === null) await endUnanswered(tx, escalation, place, message);
  else await begin(tx, escalation, begun, passed, message);
  await wakeEngine(tx);
}

/** The next step in which somebody can be told; `passed` receives those on the way. */
async function findBegun(
  tx: WriteTx,
  escalation: EscalationRow,
  passed: Place[],
): Promise<{ place: Place; begun: Begun | null }> {
  const { policy, urgency } = escalation;
  const people = await loadPolicyPeople(tx, escalation.clientId, policy, tx.now);
  const answered = await loadAnswered(tx, escalation);
  let place: Place = escalation;
  for (let empty = 0; empty < policy.steps.length; empty += 1) {
    const next = nextStep(policy, place);
    if (next === null) break;
    const step = policy.steps[next.step - 1];
    if (step === undefined) throw new DomainError('INTERNAL', 'The policy has no such step.');
    place = next;
    const plan = planStep(step, people, tx.now, urgency);
    const usable = plan.messages.filter(({ problem }) => problem === null);
    const carried = usable.filter(({ recipientId }) => !answered.has(recipientId));
    if (carried.length > 0) {
      return { place, begun: { place, plan, carried, delaySeconds: step.delaySeconds } };
    }
    if (usable.length > 0) {
      const words = `Step ${next.step}: everybody in it has acknowledged. Going on.`;
      await recordTimeline(tx, escalation, 'step_empty', words);
    } else {
      passed.push(next);
      const words = `Step ${next.step}: nobody could be told. ${[...plan.gaps, 'Going on.'].join(' ')}`;
      await recordTimeline(tx, escalation, plan.isNobodyOnCall ? 'nobody_on_call' : 'step_empty', words);
    }
  }
  return { place, begun: null };
}

/** Those who acknowledged already in this run: they have it, and are not asked again. */
async function loadAnswered(tx: WriteTx, { id, policy, runFromCycle }: EscalationRow): Promise<Set<string>> {
  if (!policy.steps.some((step) => step.isEveryoneNeeded === true)) return new Set();
  const given = await loadAcknowledgements(tx, id, runFromCycle);
  return new Set(given.map(({ personId }) => personId));
}

async function begin(
  tx: WriteTx,
  escalation: EscalationRow,
  { place, plan, carried, delaySeconds }: Begun,
  passed: readonly Place[],
  message: EscalationMessage,
): Promise<void> {
  const names = [...new Set(carried.map(({ name }) => name))].join(', ');
  const told = carried.filter(({ at }) => at <= tx.now).map(({ recipientId }) => recipientId);
  await notifyAccountManagers(tx, escalation, { passed, place, gaps: plan.gaps, told, names, message });
  await enqueueStep(tx, escalation, place, carried, message);
  await recordTimeline(tx, escalation, 'step_begun', `Step ${place.step}: telling ${names}`);
  for (const words of waitingWords(carried, message.timeZone)) {
    await recordTimeline(tx, escalation, 'waiting', words);
  }
  if (plan.gaps.length > 0) {
    const type = plan.isNobodyOnCall ? 'nobody_on_call' : 'step_empty';
    await recordTimeline(tx, escalation, type, `Step ${place.step}: ${plan.gaps.join(' ')}`);
  }
  await stand(tx, escalation, 'open', place, stepEnd(carried, delaySeconds, tx.now));
}

/** One line for each person whose first message waits for the end of quiet hours. */
function waitingWords(carried: readonly PlanMessage[], timeZone: string): string[] {
  const waiting = new Map<string, PlanMessage>();
  for (const message of carried) {
    if (!waiting.has(message.recipientId)) waiting.set(message.recipientId, message);
  }
  return [...waiting.values()]
    .filter(({ waitsFor }) => waitsFor === 'quiet_hours')
    .map(({ name, at }) => `${name} has quiet hours: told on ${localMoment(at, timeZone)}`);
}

async function endUnanswered(
  tx: WriteTx,
  escalation: EscalationRow,
  place: Place,
  message: EscalationMessage,
): Promise<void> {
  await recordTimeline(tx, escalation, 'unanswered', 'Nobody acknowledged. The account managers are told.');
  const after = { cycle: place.cycle, step: escalation.policy.steps.length + 1 };
  await notifyAccountManagers(tx, escalation, {
    passed: [after],
    place: after,
    gaps: [],
    told: [],
    names: '',
    message,
  });
  await stand(tx, escalation, 'unanswered', place, null);
  const card = requireFound(await loadEscalationCard(tx, escalation.id), 'escalation');
  await enqueueEvents(tx, 'escalation.unanswered', card);
}

async function stand(
  tx: WriteTx,
  escalation: EscalationRow,
  state: 'open' | 'unanswered',
  { cycle, step }: Place,
  nextStepDueAt: Date | null,
): Promise<void> {
  const { id, policy, runFromCycle } = escalation;
  const ended = state === 'unanswered' ? wantedReview(escalation, tx.now) : {};
  await tx.db
    .update(escalations)
    .set({ state, policy, runFromCycle, cycle, step, nextStepDueAt, claimedUntil: null, ...ended })
    .where(within(tx, escalations, eq(escalations.id, id)));
}
