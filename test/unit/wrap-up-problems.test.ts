import { describe, expect, it } from 'vitest';
import { wrapUpProblems, type WrapUp } from '../../app/desk/wrap-up-problems';
import { missingOutcomes } from '../../src/domain/calls/missing-outcomes';
import { builtInPlaybook } from '../../src/domain/playbooks/built-in-playbooks';
import { fields, outcome } from '../support/call-desk';

const missing = missingOutcomes(builtInPlaybook('step_back')?.content ?? { steps: [] }, outcome());
const intake = [
  { id: 'a', label: 'Account number', kind: 'number' as const, required: true, choices: [] },
  { id: 'b', label: 'E-mail', kind: 'email' as const, required: false, choices: [] },
];
const wrapUp = (given: Partial<WrapUp> = {}): WrapUp => ({
  disposition: 'informed',
  fields: fields(),
  intake: [],
  noteCount: 1,
  isEscalated: false,
  missing: [],
  abuseCount: 0,
  abuseLimit: 2,
  ...given,
});
const fieldsOf = (given: Partial<WrapUp>) =>
  wrapUpProblems(wrapUp(given)).shouldHave.map(({ field }) => field);

describe('before a call is closed', () => {
  it('the disposition alone must be there', () => {
    expect(wrapUpProblems(wrapUp({ disposition: null, missing })).mustHave).toHaveLength(1);
    expect(wrapUpProblems(wrapUp({ missing })).mustHave).toEqual([]);
  });

  it('what the playbook’s steps lack is asked for, each line leading to its step', () => {
    expect(fieldsOf({ missing, fields: fields({ mood: 'calm' }) })).toEqual([
      'step.issue',
      'step.account',
      'step.triage',
      'step.read_back',
    ]);
  });

  it('the same is not asked for twice', () => {
    expect(fieldsOf({ disposition: 'message_taken', missing })).toEqual([
      'callerName',
      'callerPhone',
      'mood',
      'step.issue',
      'step.read_back',
    ]);
  });

  it.each(['wrong_number', 'caller_hung_up'] as const)('nothing is, after %s', (disposition) => {
    expect(fieldsOf({ disposition, missing, noteCount: 0 })).toEqual([]);
  });

  it('an answer that cannot be right is told with its field, and an empty optional one is not', () => {
    const { shouldHave } = wrapUpProblems(
      wrapUp({ intake, fields: fields({ mood: 'calm', intake: { b: 'ann at home' } }) }),
    );
    expect(shouldHave.map(({ field }) => field)).toEqual(['intake.a', 'intake.b']);
    expect(shouldHave[1]?.words).toMatch(/^“E-mail”: That is not an e-mail address/);
  });

  it('a call ended for abuse is asked only whether the boundary was named often enough', () => {
    const ended = (given: Partial<WrapUp>) =>
      wrapUpProblems(wrapUp({ disposition: 'ended_for_abuse', missing, noteCount: 0, ...given })).shouldHave;
    expect(ended({ abuseCount: 2 })).toEqual([]);
    expect(ended({ abuseCount: 1 })).toEqual([{ field: '', words: 'The boundary was named 1 of 2 times.' }]);
    expect(ended({ abuseCount: 5, abuseLimit: 0 })).toHaveLength(1);
  });
});
