import type { EscalationState } from '@/domain/escalations/model';
import {
  canAcknowledgeEscalation,
  canCancelEscalation,
  canRecordAnswer,
  canResolveEscalation,
  canSkipStep,
} from '@/domain/escalations/policy';

type Actor = Parameters<typeof canAcknowledgeEscalation>[0];

/** `record`: staff say who has it; everybody else acknowledges for themselves. */
export type EscalationAction = 'acknowledge' | 'record' | 'decline' | 'skip' | 'patch' | 'resolve' | 'cancel';

/** What still makes sense in each state; the server has the last word. */
const sensible: Record<EscalationState, readonly EscalationAction[]> = {
  open: ['acknowledge', 'record', 'decline', 'patch', 'skip', 'resolve', 'cancel'],
  unanswered: ['acknowledge', 'record', 'patch', 'resolve', 'cancel'],
  acknowledged: ['resolve', 'patch', 'cancel'],
  resolved: [],
  cancelled: [],
};

/** What a reader may do at all, by the policies of the server. Staff go on to the next step; they are not asked. */
export function allowedActions(actor: Actor, escalation: { clientId: string | null }): EscalationAction[] {
  const isAnswering = canAcknowledgeEscalation(actor, escalation);
  const may: Record<EscalationAction, boolean> = {
    acknowledge: isAnswering && !canRecordAnswer(actor),
    record: isAnswering && canRecordAnswer(actor),
    decline: isAnswering && !canRecordAnswer(actor),
    skip: canSkipStep(actor, escalation),
    patch: canRecordAnswer(actor),
    resolve: canResolveEscalation(actor, escalation),
    cancel: canCancelEscalation(actor),
  };
  return (Object.keys(may) as EscalationAction[]).filter((action) => may[action]);
}

/** Of what the reader may do, what makes sense now; the first is what is wanted most. */
export function offeredActions(
  state: EscalationState,
  allowed: readonly EscalationAction[],
): EscalationAction[] {
  return sensible[state].filter((action) => allowed.includes(action));
}
