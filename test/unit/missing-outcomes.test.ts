import { describe, expect, it } from 'vitest';
import { missingOutcomes } from '../../src/domain/calls/missing-outcomes';
import { builtInPlaybook, builtInPlaybooks } from '../../src/domain/playbooks/built-in-playbooks';
import { stepKinds } from '../../src/domain/playbooks/model';
import { everything, outcome, step, ticks } from '../support/call-desk';

const idsOf = (missing: { stepId: string }[]) => missing.map(({ stepId }) => stepId);
const playbookNamed = (id: string) => {
  const playbook = builtInPlaybook(id);
  if (!playbook) throw new Error(`There is no built-in playbook ${id}.`);
  return playbook.content;
};

describe('what a call still owes its playbook', () => {
  it('is every required step at the start, in the order of the playbook', () => {
    for (const { content } of builtInPlaybooks()) {
      expect(idsOf(missingOutcomes(content, outcome()))).toEqual(
        content.steps.filter(({ isRequired }) => isRequired).map(({ id }) => id),
      );
    }
  });

  it('is named as the operator knows it: Step back and relay', () => {
    expect(missingOutcomes(playbookNamed('step_back'), outcome()).map(({ words }) => words)).toEqual([
      '“Repeat it back”: what the caller says is not written down.',
      '“Who calls”: the caller’s name is missing.',
      '“Angry, or urgent?”: the caller’s mood is not set.',
      '“Read back”: it is not marked whether the caller agrees.',
    ]);
  });

  it('is the promise of a call back today: Notes first', () => {
    const missing = missingOutcomes(playbookNamed('notes_first'), {
      ...everything,
      promiseCount: 0,
      steps: ticks('listen', 'promise'),
    });
    expect(missing).toEqual([
      { stepId: 'promise', kind: 'promise', words: '“Promise a call today”: no promise is written down.' },
    ]);
  });

  it('is only the ticks, where all that is asked for is there', () => {
    for (const { content } of builtInPlaybooks()) {
      const missing = missingOutcomes(content, everything);
      expect(missing.every(({ words }) => words.endsWith('is not ticked.'))).toBe(true);
      expect(missingOutcomes(content, { ...everything, steps: ticks(...idsOf(missing)) })).toEqual([]);
    }
  });
});

describe('a required step of each kind', () => {
  const producing = [
    'notes',
    'issue',
    'account',
    'wish',
    'triage',
    'apology',
    'promise',
    'escalation',
    'read_back',
  ];
  const playbookWith = (kind: (typeof stepKinds)[number]) => ({
    steps: [step({ id: 'one', kind, isRequired: true })],
  });

  it.each(stepKinds)('%s: is missing in an empty call, and named', (kind) => {
    const [missing] = missingOutcomes(playbookWith(kind), outcome());
    expect(missing).toMatchObject({ stepId: 'one', kind });
    expect(missing?.words).toContain('Step one');
  });

  it.each(stepKinds)('%s: a tick is enough only where nothing else is produced', (kind) => {
    const missing = missingOutcomes(playbookWith(kind), outcome({ steps: ticks('one') }));
    expect(missing.length).toBe(producing.includes(kind) ? 1 : 0);
  });

  it.each(producing)('%s: what was produced is enough without a tick', (kind) => {
    const asked = playbookWith(stepKinds.find((one) => one === kind) ?? 'tick');
    expect(missingOutcomes(asked, everything)).toEqual([]);
  });

  it('that only holds spaces is missing', () => {
    expect(missingOutcomes(playbookWith('issue'), outcome({ issue: '  \n' }))).toHaveLength(1);
  });
});
