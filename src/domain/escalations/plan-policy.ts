import type { Urgency } from '../calls/model';
import type { EscalationPlan, PlannedMessage, PlannedStep, Policy } from './model';
import { nextStep, type Place } from './next-step';
import { planStep, type PlanMessage, type PolicyPeople } from './plan-step';
import { stepEnd } from './step-end';

/** A plan that says who is told 200 times says enough. */
const MOST_MESSAGES = 200;

/**
 * Who would be told and when, step by step, if an escalation began at `at` and nobody answered: by the rules of the live
 * engine. A step's delay counts from the first moment at which somebody of it is told; a step without anybody passes at
 * once, and after as many of them in a row as the policy has steps it is over.
 */
export function planPolicy(
  policy: Pick<Policy, 'steps' | 'cycles'>,
  people: PolicyPeople,
  at: Date,
  urgency: Urgency,
): EscalationPlan {
  const steps: PlannedStep[] = [];
  const told: PlanMessage[] = [];
  let place: Place | null = nextStep(policy, { cycle: 0, step: 0 });
  let beginsAt = at;
  for (let empty = 0; place !== null && empty < policy.steps.length && told.length < MOST_MESSAGES;) {
    const step = policy.steps[place.step - 1];
    if (step === undefined) break;
    const { messages, gaps } = planStep(step, people, beginsAt, urgency);
    const carried = messages.filter(({ problem }) => problem === null);
    const { delaySeconds, isEveryoneNeeded = false } = step;
    const endsAt = stepEnd(carried, delaySeconds, beginsAt);
    const hasContact = carried.some(({ isContact }) => isContact);
    const shown = messages.slice(0, MOST_MESSAGES - told.length).map(shownMessage);
    steps.push({
      ...place,
      beginsAt,
      endsAt,
      delaySeconds,
      isEveryoneNeeded,
      messages: shown,
      hasContact,
      gaps,
    });
    told.push(...messages);
    empty = carried.length === 0 ? empty + 1 : 0;
    beginsAt = endsAt;
    place = nextStep(policy, place);
  }
  return { at, urgency, steps, firstContactAt: firstContactAt(told) };
}

function firstContactAt(messages: readonly PlanMessage[]): Date | null {
  const times = messages.filter(({ isContact, problem }) => isContact && problem === null);
  return times.length === 0 ? null : new Date(Math.min(...times.map(({ at }) => at.getTime())));
}

function shownMessage(message: PlanMessage): PlannedMessage {
  const { recipientId, name, title, channel, address, at, waitsFor, problem } = message;
  const isSecret = channel === 'webhook' || channel === 'chat';
  const shown = isSecret && URL.canParse(address) ? new URL(address).host : address;
  return { recipientId, name, title, channel, address: shown, at, waitsFor, problem };
}
