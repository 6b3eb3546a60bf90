// The five methods that ship with the product: each has what it needs, in words that can be taken in at a glance.
import { describe, expect, it } from 'vitest';
import {
  builtInPlaybook,
  builtInPlaybooks,
  builtInVersions,
  defaultPlaybook,
} from '../../src/domain/playbooks/built-in-playbooks';
import {
  apologyKinds,
  builtInIds,
  playbookContentInput,
  type BuiltInId,
  type PlaybookContent,
  type StepKind,
} from '../../src/domain/playbooks/model';
import { playbookProblems } from '../../src/domain/playbooks/playbook-problems';
import { wordingCheck } from '../../src/domain/wording/wording-check';

const all = builtInPlaybooks().map((playbook) => [playbook.id, playbook.content] as const);

function contentOf(id: BuiltInId): PlaybookContent {
  const playbook = builtInPlaybook(id);
  if (playbook === undefined) throw new Error(`There is no playbook ${id}.`);
  return playbook.content;
}

const kindsOf = ({ steps }: PlaybookContent) => steps.map(({ kind }) => kind);

it('there are five, and the default for overflow is the last', () => {
  expect(builtInPlaybooks().map(({ id }) => id)).toEqual(builtInIds);
  expect(builtInIds.at(-1)).toBe('step_back');
  expect(new Set(all.map(([, { name }]) => name)).size).toBe(5);
  expect(builtInPlaybook('no such method')).toBeUndefined();
});

describe.each(builtInIds)('the versions of %s', (id) => {
  const versions = builtInVersions()[id];

  it('are one of each number down to the first, the newest in front, and that one is offered', () => {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => versions.length - at));
    expect(builtInPlaybooks().find((offered) => offered.id === id)).toEqual(versions[0]);
    expect(builtInPlaybook(id)).toEqual(versions[0]);
  });

  it('are all found, so that a call keeps the one that guided it; no other is', () => {
    for (const one of versions) {
      expect(one).toMatchObject({ id, isBuiltIn: true });
      expect(builtInPlaybook(id, one.version)).toEqual(one);
    }
    expect(builtInPlaybook(id, versions[0].version + 1)).toBeUndefined();
    expect(builtInPlaybook(id, 0)).toBeUndefined();
  });
});

it('the default is the one that is offered', () => {
  expect(defaultPlaybook()).toEqual(builtInPlaybook('step_back'));
});

describe.each(all)('%s', (_id, content) => {
  it('is what one’s own would have to be: whole, and free of contradictions and warnings', () => {
    expect(playbookContentInput.parse(content)).toEqual(content);
    expect(playbookProblems(content)).toEqual([]);
  });

  it('has cues of one line that a glance takes in, for the phone and for e-mail', () => {
    for (const { cue, cueByEmail } of content.steps) {
      expect(cue).not.toBe('');
      expect(cueByEmail).not.toBe('');
      for (const line of [cue, cueByEmail]) {
        expect(line.length, line).toBeLessThanOrEqual(90);
        expect(line, line).not.toContain('\n');
      }
    }
  });

  it('names a boundary, and lets the call end only after it', () => {
    expect(content.abuseLine).not.toBe('');
    expect(content.abuseLimit).toBeGreaterThan(0);
    expect(content.endingLine).not.toBe('');
  });

  it('has words for every kind of apology, for whichever a briefing permits', () => {
    for (const kind of apologyKinds) expect(content.apologies[kind]).not.toBe('');
    expect(kindsOf(content)).toContain('apology');
  });

  it('asks to be read back, and for who calls', () => {
    for (const kind of ['read_back', 'account', 'issue'] as const) {
      expect(content.steps.find((step) => step.kind === kind)?.isRequired, kind).toBe(true);
    }
  });

  it('says nothing aloud that blames the caller, refuses, or promises more than the method does', () => {
    const { openQuestions, closedQuestions, doorOpeners, apologies, listeningLine, cutInLine } = content;
    const spoken = [
      ...[...openQuestions, ...closedQuestions, ...doorOpeners, listeningLine, cutInLine],
      ...Object.values(apologies),
    ].filter(Boolean);
    const promiseRule = content.promise === 'will' ? 'will_fix' : 'will_try';
    const found = spoken.flatMap((text) =>
      wordingCheck(text, { neverSay: [], promiseRule, language: 'en' }).map(
        ({ kind, text: passage }) => `${kind}: “${passage}” in “${text}”`,
      ),
    );
    expect(found).toEqual([]);
  });
});

it('they disagree on the three contested points, as their authors do', () => {
  const settings = all.map(([id, { listening, promise, resolution }]) => [
    id,
    listening,
    promise,
    resolution,
  ]);
  expect(settings).toEqual([
    ['notes_first', 'silence', 'will', 'call_back'],
    ['own_it', 'sounds', 'will', 'solve_now'],
    ['receptive', 'sounds', 'will', 'call_back'],
    ['eleven_steps', 'sounds', 'will_try', 'solve_now'],
    ['step_back', 'sounds', 'will_try', 'call_back'],
  ]);
});

describe('what each method needs', () => {
  const inOrder = (id: BuiltInId, ...kinds: StepKind[]) => {
    const places = kinds.map((kind) => kindsOf(contentOf(id)).indexOf(kind));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  };

  it('notes first: silence with a timer and its line, notes before the reason, remedies, a call back today', () => {
    const { listeningSeconds, listeningLine, doorOpeners, cutInLine, steps } = contentOf('notes_first');
    expect({ listeningLine, doorOpeners, cutInLine }).toEqual({
      listeningLine: 'I am here, taking notes.',
      doorOpeners: [],
      cutInLine: '',
    });
    expect(listeningSeconds).not.toBeNull();
    inOrder('notes_first', 'listening', 'notes', 'issue', 'remedy', 'promise', 'read_back');
    expect(steps.find(({ kind }) => kind === 'promise')?.title).toContain('today');
  });

  it('own it: ownership comes before anything about the account, which stays folded until then', () => {
    const { foldsAccount, doorOpeners } = contentOf('own_it');
    expect(foldsAccount).toBe(true);
    expect(kindsOf(contentOf('own_it'))[0]).toBe('ownership');
    expect(doorOpeners.length).toBeGreaterThanOrEqual(4);
    inOrder('own_it', 'ownership', 'apology', 'account', 'issue');
    expect(contentOf('own_it').steps.some(({ cue }) => cue.includes('What I can do'))).toBe(true);
  });

  it('receptive: vent, define, wish, promise with a deadline, do it, in this order', () => {
    inOrder('receptive', 'listening', 'issue', 'wish', 'promise', 'escalation');
    for (const kind of ['listening', 'issue', 'wish', 'promise'] as const) {
      expect(contentOf('receptive').steps.find((step) => step.kind === kind)?.isRequired, kind).toBe(true);
    }
  });

  it('eleven steps: eleven of them are numbered, with both kinds of questions, and a log at the end', () => {
    const { steps, openQuestions, closedQuestions, abuseLimit } = contentOf('eleven_steps');
    const numbers = steps.flatMap(({ title }) => /^\d+/.exec(title)?.map(Number) ?? []);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(openQuestions.length).toBeGreaterThanOrEqual(3);
    expect(closedQuestions.length).toBeGreaterThanOrEqual(3);
    expect(abuseLimit).toBe(2);
    expect(steps.at(-1)).toMatchObject({ kind: 'notes', isRequired: true });
  });

  it('step back: a breath, the issue repeated, triage apart from mood, the right person told, followed up', () => {
    inOrder('step_back', 'tick', 'listening', 'issue', 'questions', 'triage', 'escalation', 'promise');
    expect(contentOf('step_back').cutInLine).not.toBe('');
  });
});
