import { hasOutcome, type CallOutcome } from '@/domain/calls/missing-outcomes';
import type { CallChannel } from '@/domain/calls/model';
import type { PlaybookContent, PlaybookStep, StepKind } from '@/domain/playbooks/model';

export type GuideStep = PlaybookStep & {
  /** The cue for this call: by phone or by e-mail. */
  cueNow: string;
  /** By hand: it folds into one line. */
  isTicked: boolean;
  /** Ticked, or what it asks for was chosen, promised or started: nothing is to be done here. */
  isDone: boolean;
  isCurrent: boolean;
  /** The earlier step that holds the field, where two steps ask for the same. */
  sameAs: string | null;
};

/** What is settled at one stroke. What is typed may still be growing, so that the tick alone ends its step. */
const atOneStroke: readonly StepKind[] = [
  'triage',
  'apology',
  'remedy',
  'promise',
  'escalation',
  'read_back',
];

/** What stands in a call only once. */
const ofOneField: readonly StepKind[] = [
  'issue',
  'account',
  'wish',
  'triage',
  'apology',
  'remedy',
  'promise',
  'read_back',
];

/** The steps of a playbook as they stand in a call; the first that is not done is the current one. */
export function guideSteps(
  { steps }: Pick<PlaybookContent, 'steps'>,
  outcome: CallOutcome,
  channel: CallChannel,
): GuideStep[] {
  const isDone = ({ id, kind }: PlaybookStep) =>
    outcome.steps[id] === true || (atOneStroke.includes(kind) && hasOutcome(kind, outcome) === true);
  const current = steps.find((step) => !isDone(step));
  return steps.map((step) => {
    const first = steps.find(({ kind }) => kind === step.kind);
    return {
      ...step,
      cueNow: channel === 'email' && step.cueByEmail !== '' ? step.cueByEmail : step.cue,
      isTicked: outcome.steps[step.id] === true,
      isDone: isDone(step),
      isCurrent: step === current,
      sameAs: ofOneField.includes(step.kind) && first && first !== step ? first.title : null,
    };
  });
}

/** The step to go on with after `fromId`, round and round; null: all are done. `fromId` null: the current one. */
export function nextOpenStep(steps: readonly GuideStep[], fromId: string | null): GuideStep | null {
  const from = steps.findIndex(({ id }) => id === fromId);
  const inOrder = [...steps.slice(from + 1), ...steps.slice(0, from + 1)];
  return inOrder.find(({ id, isDone }) => !isDone && id !== fromId) ?? null;
}

/** Whether what is asked of the caller waits until the operator has taken the matter on. */
export function isAccountFolded(
  { foldsAccount }: Pick<PlaybookContent, 'foldsAccount'>,
  steps: readonly GuideStep[],
) {
  const ownership = steps.filter(({ kind }) => kind === 'ownership');
  return foldsAccount && ownership.length > 0 && !ownership.some(({ isTicked }) => isTicked);
}

/** What a call needs and this playbook has no step for, in the order in which it is asked. */
export function kindsBesides({ steps }: Pick<PlaybookContent, 'steps'>): StepKind[] {
  const always: readonly StepKind[] = ['issue', 'account', 'wish', 'promise', 'read_back'];
  return always.filter((kind) => steps.every((step) => step.kind !== kind));
}
