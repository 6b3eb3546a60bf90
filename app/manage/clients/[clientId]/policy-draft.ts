import type { Policy, StepTarget } from '@/domain/escalations/model';

export const delayUnits = ['seconds', 'minutes', 'hours'] as const;
type DelayUnit = (typeof delayUnits)[number];
const secondsIn: Record<DelayUnit, number> = { seconds: 1, minutes: 60, hours: 3_600 };

/** A policy as its form holds it: targets as one text each, delays in the unit a person would say. */
export type PolicyDraft = {
  steps: { targets: string[]; amount: string; unit: DelayUnit; isEveryoneNeeded: boolean }[];
  cycles: string;
  isReopened: boolean;
  reopenMinutes: string;
};

/** The one text of a target that its tick box carries. */
export function targetText(target: StepTarget): string {
  return 'id' in target && target.id !== undefined ? `${target.type} ${target.id}` : target.type;
}

function targetOf(text: string): StepTarget {
  const [type, id] = text.split(' ');
  if (type === 'contact' || type === 'schedule') return { type, id: id ?? '' };
  if (type === 'everyone') return { type };
  return id === undefined ? { type: 'account_manager' } : { type: 'account_manager', id };
}

function delayDraft(seconds: number): { amount: string; unit: DelayUnit } {
  const unit =
    [...delayUnits].reverse().find((candidate) => seconds % secondsIn[candidate] === 0) ?? 'seconds';
  return { amount: String(seconds / secondsIn[unit]), unit };
}

export const blankStep: PolicyDraft['steps'][number] = {
  targets: [],
  amount: '5',
  unit: 'minutes',
  isEveryoneNeeded: false,
};

/** `known`: the targets that can be chosen. Whoever was removed since is left out, and has to be replaced. */
export function policyDraft(policy: Policy | null, known: ReadonlySet<string>): PolicyDraft {
  if (!policy) return { steps: [blankStep], cycles: '2', isReopened: false, reopenMinutes: '60' };
  const timeout = policy.acknowledgementTimeoutSeconds;
  return {
    steps: policy.steps.map((step) => ({
      targets: step.targets.map(targetText).filter((text) => known.has(text)),
      ...delayDraft(step.delaySeconds),
      isEveryoneNeeded: step.isEveryoneNeeded ?? false,
    })),
    cycles: String(policy.cycles),
    isReopened: timeout !== null,
    reopenMinutes: timeout === null ? '60' : String(timeout / 60),
  };
}

/** What the form says, as the API takes it. A field without a number counts as 0, which the API refuses in words. */
export function policyOf(draft: PolicyDraft): Policy {
  const number = (text: string) => Number(text) || 0;
  return {
    steps: draft.steps.map(({ targets, amount, unit, isEveryoneNeeded }) => ({
      targets: targets.map(targetOf),
      delaySeconds: Math.round(number(amount) * secondsIn[unit]),
      ...(isEveryoneNeeded && { isEveryoneNeeded }),
    })),
    cycles: number(draft.cycles),
    acknowledgementTimeoutSeconds: draft.isReopened ? Math.round(number(draft.reopenMinutes) * 60) : null,
  };
}
