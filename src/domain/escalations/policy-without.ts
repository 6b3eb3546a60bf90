import type { Policy } from './model';

type Step = Policy['steps'][number];

/**
 * A policy once somebody is no contact any more. A stand-in is told instead; without one, the others of a step are. A step
 * that has no others keeps the name of who left: it tells nobody, and says so whenever its turn comes.
 * @returns `emptied`: the numbers of those steps, from 1
 */
export function policyWithout(
  policy: Policy,
  { contactId, standInId }: { contactId: string; standInId: string | null },
): { policy: Policy; emptied: number[]; isChanged: boolean } {
  const names = (id: string | null) => (target: Step['targets'][number]) =>
    target.type === 'contact' && target.id === id;
  const emptied: number[] = [];
  const steps = policy.steps.map((step, n): Step => {
    if (!step.targets.some(names(contactId))) return step;
    const others = step.targets.filter((target) => !names(contactId)(target));
    const standIn =
      standInId === null || others.some(names(standInId))
        ? []
        : [{ type: 'contact' as const, id: standInId }];
    const targets = step.targets.flatMap((target) => (names(contactId)(target) ? standIn : [target]));
    if (targets.length > 0) return { ...step, targets };
    emptied.push(n + 1);
    return step;
  });
  return {
    policy: { ...policy, steps },
    emptied,
    isChanged: steps.some((step, n) => step !== policy.steps[n]),
  };
}
