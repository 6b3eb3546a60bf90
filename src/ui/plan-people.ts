import type { EscalationPlan, PlannedMessage, PlannedStep } from '@/domain/escalations/model';

export type PlannedPerson = { id: string; name: string; title: string; messages: PlannedMessage[] };

/** Whom a planned step tells, each person with all messages, in the order in which they go out. */
export function plannedPeople(step: Pick<PlannedStep, 'messages'>): PlannedPerson[] {
  const people = new Map<string, PlannedPerson>();
  for (const message of step.messages) {
    const { recipientId: id, name, title } = message;
    const person = people.get(id) ?? { id, name, title, messages: [] };
    person.messages.push(message);
    people.set(id, person);
  }
  return [...people.values()];
}

/** Who is responsible: the people of the first step that reaches somebody of the client. Empty: nobody of the client is told. */
export function responsibleNow(plan: Pick<EscalationPlan, 'steps'>): PlannedPerson[] {
  const first = plan.steps.find(({ hasContact }) => hasContact);
  return first ? plannedPeople(first) : [];
}

/** Whether nothing of it reaches anybody: no message at all, or only such as cannot be used. */
export function isStepEmpty(step: Pick<PlannedStep, 'messages'>): boolean {
  return step.messages.every(({ problem }) => problem !== null);
}
