import type { Policy } from './model';

/*
 * Where an escalation goes next.
 *
 * A policy is an ordered list of steps, gone through once a cycle. An escalation stands at a place: cycle and step,
 * both counted from 1, or (0, 0) before anybody was told. Its next place depends on nothing but that: the step after
 * it, or the first step of the next cycle, or, behind the last step of the last cycle, none. What made it move (the
 * delay ran out, every message of the step failed for good, a contact said "I can't", the step had nobody in it) is no
 * part of the rule; the callers decide *when*, this decides *where*.
 *
 * Two consequences are wanted. Nothing is waited for twice: whoever moves an escalation sets a new due time in the
 * same transaction. And an escalation always ends: there are cycles × steps places and every move goes forward.
 */

export type Place = { readonly cycle: number; readonly step: number };

/** The place after this one, or null when the policy is gone through. */
export function nextStep(policy: Pick<Policy, 'steps' | 'cycles'>, { cycle, step }: Place): Place | null {
  if (policy.steps.length === 0) return null;
  if (cycle === 0) return { cycle: 1, step: 1 };
  if (step < policy.steps.length) return { cycle, step: step + 1 };
  return cycle < policy.cycles ? { cycle: cycle + 1, step: 1 } : null;
}
