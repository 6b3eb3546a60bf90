import { describe, expect, it } from 'vitest';
import { guideSteps, isAccountFolded, kindsBesides, nextOpenStep } from '../../app/desk/guide-state';
import { builtInPlaybooks } from '../../src/domain/playbooks/built-in-playbooks';
import { builtInIds, type Playbook } from '../../src/domain/playbooks/model';
import { everything, outcome, step, ticks } from '../support/call-desk';

const playbooks = new Map(builtInPlaybooks().map((playbook) => [playbook.id, playbook]));
function playbookNamed(id: string): Playbook['content'] {
  const playbook = playbooks.get(id);
  if (!playbook) throw new Error(`There is no built-in playbook ${id}.`);
  return playbook.content;
}
const currentOf = (content: Playbook['content'], given: Parameters<typeof outcome>[0]) =>
  guideSteps(content, outcome(given), 'phone').find(({ isCurrent }) => isCurrent)?.title ?? 'none';

describe.each(builtInIds)('the guide of %s', (id) => {
  const content = playbookNamed(id);
  const ids = content.steps.map((one) => one.id);

  it('begins with its first step', () => {
    expect(currentOf(content, {})).toBe(content.steps[0]?.title);
  });

  it('has one current step until all are done, and then none', () => {
    for (let done = 0; done <= ids.length; done += 1) {
      const steps = guideSteps(content, outcome({ steps: ticks(...ids.slice(0, done)) }), 'phone');
      expect(steps.filter(({ isCurrent }) => isCurrent).map((one) => one.id)).toEqual(
        ids.slice(done, done + 1),
      );
    }
  });

  it('lets steps be done in any order', () => {
    const steps = guideSteps(content, outcome({ steps: ticks(...ids.slice(1)) }), 'phone');
    expect(steps.filter(({ isDone }) => !isDone).map((one) => one.id)).toEqual(ids.slice(0, 1));
    expect(nextOpenStep(steps, ids.at(-1) ?? null)?.id).toBe(ids[0]);
  });

  it('goes round by the key for the next step, through every open one', () => {
    const steps = guideSteps(content, outcome(), 'phone');
    const seen: string[] = [];
    for (let at: string | null = null; seen.length < ids.length; at = seen.at(-1) ?? null) {
      seen.push(nextOpenStep(steps, at)?.id ?? 'none');
    }
    expect(seen).toEqual(ids);
  });

  it('has a place for the account, the promise and the read-back, as a step or besides', () => {
    const kinds = [...content.steps.map(({ kind }) => kind), ...kindsBesides(content)];
    for (const needed of ['account', 'issue', 'wish', 'promise', 'read_back'] as const) {
      expect(kinds.filter((kind) => kind === needed)).toHaveLength(1);
    }
  });

  it('speaks of a message where the complaint came by e-mail', () => {
    const byEmail = guideSteps(content, outcome(), 'email').map(({ cueNow }) => cueNow);
    expect(byEmail).toEqual(content.steps.map(({ cue, cueByEmail }) => cueByEmail || cue));
    expect(guideSteps(content, outcome(), 'phone').map(({ cueNow }) => cueNow)).toEqual(
      content.steps.map(({ cue }) => cue),
    );
  });
});

describe('which step is the current one', () => {
  it('Notes first: listening, then the notes, then the reason', () => {
    const content = playbookNamed('notes_first');
    expect(currentOf(content, { noteCount: 5 })).toBe('Listen in silence');
    expect(currentOf(content, { steps: ticks('listen'), noteCount: 5 })).toBe('Take notes');
    expect(currentOf(content, { steps: ticks('listen', 'notes') })).toBe('Ask for the reason');
  });

  it('Own it, then help: the account waits for the ownership', () => {
    const content = playbookNamed('own_it');
    const before = guideSteps(content, outcome(), 'phone');
    expect(isAccountFolded(content, before)).toBe(true);
    const after = guideSteps(content, outcome({ steps: ticks('own') }), 'phone');
    expect(isAccountFolded(content, after)).toBe(false);
    expect(after.find(({ isCurrent }) => isCurrent)?.title).toBe('The apology you chose');
  });

  it('folds no account where no step could open it', () => {
    const content = { foldsAccount: true, steps: [step({ id: 'who', kind: 'account' as const })] };
    expect(isAccountFolded(content, guideSteps(content, outcome(), 'phone'))).toBe(false);
  });

  it('Passive and receptive: a promise given early is not asked for again', () => {
    const content = playbookNamed('receptive');
    const steps = ticks('vent', 'define', 'questions', 'account', 'triage', 'wish', 'apology');
    expect(currentOf(content, { steps })).toBe('4. Promise it, firmly');
    expect(currentOf(content, { steps, promiseCount: 1 })).toBe('Agreed?');
  });

  it('Resolve in eleven steps: an issue that is being typed does not run away', () => {
    const content = playbookNamed('eleven_steps');
    const steps = ticks('listen', 'opinions', 'integrity', 'sympathy', 'empathy', 'account', 'facts');
    expect(currentOf(content, { steps, issue: 'The payslip sh' })).toBe('The issue');
  });

  it('Step back and relay: mood, apology, escalation and promise count as soon as they are there', () => {
    const content = playbookNamed('step_back');
    const steps = ticks('breathe', 'be_there', 'cut_in', 'issue', 'unclear', 'account');
    expect(currentOf(content, { steps })).toBe('Angry, or urgent?');
    expect(currentOf(content, { ...everything, readBack: null, steps })).toBe('Read back');
    expect(currentOf(content, { ...everything, steps })).toBe('none');
  });

  it('a step whose outcome is there stays unfolded until it is ticked', () => {
    const [promise] = guideSteps(
      { steps: [step({ id: 'p', kind: 'promise' })] },
      outcome({ promiseCount: 1 }),
      'phone',
    );
    expect(promise).toMatchObject({ isDone: true, isTicked: false });
  });
});

describe('two steps that ask for the same', () => {
  it('share the field of the first', () => {
    const steps = guideSteps(
      {
        steps: [
          step({ id: 'a', kind: 'issue', title: 'Hear it' }),
          step({ id: 'b', kind: 'questions' }),
          step({ id: 'c', kind: 'questions' }),
          step({ id: 'd', kind: 'issue' }),
        ],
      },
      outcome(),
      'phone',
    );
    expect(steps.map(({ sameAs }) => sameAs)).toEqual([null, null, null, 'Hear it']);
  });
});
