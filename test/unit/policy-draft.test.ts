import { expect, it } from 'vitest';
import {
  blankStep,
  policyDraft,
  policyOf,
  targetText,
} from '../../app/manage/clients/[clientId]/policy-draft';
import type { Policy, StepTarget } from '../../src/domain/escalations/model';

const targets: StepTarget[] = [
  { type: 'contact', id: '00000000-0000-7000-8000-000000000001' },
  { type: 'schedule', id: '00000000-0000-7000-8000-000000000002' },
  { type: 'everyone' },
  { type: 'account_manager' },
  { type: 'account_manager', id: '00000000-0000-7000-8000-000000000003' },
];
const policy: Policy = {
  steps: [
    { targets, delaySeconds: 90, isEveryoneNeeded: true },
    { targets: [{ type: 'everyone' }], delaySeconds: 7_200 },
  ],
  cycles: 3,
  acknowledgementTimeoutSeconds: 3_600,
};

it('a policy goes through the form unchanged: every kind of target, and who must acknowledge', () => {
  const known = new Set(targets.map(targetText));
  expect(policyOf(policyDraft(policy, known))).toEqual(policy);
});

it('a delay stands in the largest unit that says it exactly', () => {
  const draft = policyDraft(policy, new Set());
  expect(draft.steps.map(({ amount, unit }) => `${amount} ${unit}`)).toEqual(['90 seconds', '2 hours']);
});

it('whoever was removed since is left out, so that the step has to be mended', () => {
  const draft = policyDraft(policy, new Set(['everyone']));
  expect(draft.steps.map((step) => step.targets)).toEqual([['everyone'], ['everyone']]);
});

it('a field without a number counts as 0, which the server refuses in words', () => {
  const draft = policyDraft(null, new Set());
  expect(policyOf({ ...draft, steps: [{ ...blankStep, amount: 'soon' }] }).steps[0]?.delaySeconds).toBe(0);
});
