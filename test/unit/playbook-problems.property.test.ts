// Where a playbook of one's own contradicts itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPlaybooks } from '../../src/domain/playbooks/built-in-playbooks';
import {
  listeningStyles,
  playbookContentInput,
  promiseStyles,
  resolutionStyles,
  stepKinds,
  type PlaybookContent,
  type StepKind,
} from '../../src/domain/playbooks/model';
import { playbookProblems, requireSoundPlaybook } from '../../src/domain/playbooks/playbook-problems';

const stepOf = (kind: StepKind, n: number) => ({ id: `s${n}`, title: 'A step', cue: 'Do it.', kind });

function playbook(kinds: StepKind[], changes: Partial<PlaybookContent> = {}): PlaybookContent {
  return playbookContentInput.parse({
    name: 'Our own',
    listening: 'sounds',
    promise: 'will',
    resolution: 'solve_now',
    apologies: { direct: 'I am sorry.', blameless: '', we_owe_you: '' },
    abuseLine: 'Please stay polite.',
    endingLine: 'I end the call.',
    openQuestions: ['What happened?'],
    steps: kinds.map(stepOf),
    ...changes,
  });
}

const told = (content: PlaybookContent) =>
  playbookProblems(content).map(({ field, isWarning }) => `${isWarning ? 'odd' : 'wrong'} ${field}`);

describe('a contradiction is refused', () => {
  it.each<[string, PlaybookContent, string[]]>([
    [
      'account fields that nothing unfolds',
      playbook(['account', 'read_back'], { foldsAccount: true }),
      ['wrong foldsAccount'],
    ],
    ['two promises', playbook(['promise', 'tick', 'promise', 'read_back']), ['wrong steps.2.kind']],
    ['a read-back twice', playbook(['read_back', 'read_back']), ['wrong steps.1.kind']],
    ['an ending without words', playbook(['read_back'], { endingLine: '' }), ['wrong endingLine']],
    ['an ending without a boundary', playbook(['read_back'], { abuseLine: '' }), ['wrong abuseLine']],
    [
      'a call back that nobody promises',
      playbook(['read_back'], { resolution: 'call_back' }),
      ['wrong resolution'],
    ],
    [
      'an apology without words',
      playbook(['apology', 'read_back'], { apologies: { direct: '', blameless: '', we_owe_you: '' } }),
      ['wrong apologies.direct'],
    ],
    [
      'a timer without its line',
      playbook(['listening', 'read_back'], { listeningSeconds: 60 }),
      ['wrong listeningLine'],
    ],
    ['silence without a line', playbook(['read_back'], { listening: 'silence' }), ['wrong listeningLine']],
  ])('%s', (_what, content, expected) => {
    expect(told(content)).toEqual(expected);
    expect(() => requireSoundPlaybook(content)).toThrow('contradicts itself');
  });
});

describe('what is odd is told, and may be meant', () => {
  const silent = { listening: 'silence', listeningLine: 'I am here.' } as const;
  it.each<[string, PlaybookContent, string[]]>([
    [
      'door openers for silence',
      playbook(['read_back'], { ...silent, doorOpeners: ['I see.'] }),
      ['odd doorOpeners'],
    ],
    ['cutting in on silence', playbook(['read_back'], { ...silent, cutInLine: 'May I?' }), ['odd cutInLine']],
    [
      'account before ownership',
      playbook(['account', 'ownership', 'read_back'], { foldsAccount: true }),
      ['odd steps.0.kind'],
    ],
    ['no read-back', playbook(['tick']), ['odd steps']],
    [
      'questions without any',
      playbook(['questions', 'read_back'], { openQuestions: [] }),
      ['odd openQuestions'],
    ],
    ['an ending that is not allowed', playbook(['read_back'], { abuseLimit: 0 }), ['odd endingLine']],
    [
      'a timer that nothing shows',
      playbook(['read_back'], { listeningSeconds: 60, listeningLine: 'I am here.' }),
      ['odd listeningSeconds'],
    ],
  ])('%s', (_what, content, expected) => {
    expect(told(content)).toEqual(expected);
    expect(() => requireSoundPlaybook(content)).not.toThrow();
  });
});

const contents = fc
  .record({
    kinds: fc.array(fc.constantFrom(...stepKinds), { minLength: 1, maxLength: 20 }),
    listening: fc.constantFrom(...listeningStyles),
    promise: fc.constantFrom(...promiseStyles),
    resolution: fc.constantFrom(...resolutionStyles),
    foldsAccount: fc.boolean(),
    listeningSeconds: fc.option(fc.integer({ min: 5, max: 600 })),
    listeningLine: fc.constantFrom('', 'I am here.'),
    doorOpeners: fc.constantFrom<string[][]>([], ['I see.']),
    abuseLimit: fc.integer({ min: 0, max: 9 }),
    abuseLine: fc.constantFrom('', 'Please stay polite.'),
    endingLine: fc.constantFrom('', 'I end the call.'),
  })
  .map(({ kinds, ...changes }) => playbook(kinds, changes));

/** The value at a dotted path. */
const at = (content: PlaybookContent, field: string) =>
  field
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], content);

describe('whatever somebody writes', () => {
  it('every problem stands at a field that is there, in a sentence', () => {
    fc.assert(
      fc.property(contents, (content) => {
        for (const { field, words } of playbookProblems(content)) {
          expect(at(content, field), field).not.toBeUndefined();
          expect(words).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });

  it('what passes can be worked by: each field of a call is asked for once, and nothing stays folded', () => {
    fc.assert(
      fc.property(contents, (content) => {
        if (playbookProblems(content).some(({ isWarning }) => !isWarning)) return;
        const kinds = content.steps.map(({ kind }) => kind);
        for (const kind of [
          'promise',
          'read_back',
          'issue',
          'wish',
          'account',
          'triage',
          'apology',
        ] as const) {
          expect(kinds.filter((one) => one === kind).length).toBeLessThanOrEqual(1);
        }
        if (content.foldsAccount) expect(kinds).toContain('ownership');
        if (content.resolution === 'call_back') expect(kinds).toContain('promise');
        if (content.abuseLimit > 0) expect(content.abuseLine && content.endingLine).not.toBe('');
        if (content.listening === 'silence') expect(content.listeningLine).not.toBe('');
      }),
    );
  });

  it('leaving out steps that only tick makes nothing worse', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const without = { ...content, steps: content.steps.filter(({ kind }) => kind !== 'tick') };
        expect(playbookProblems(without)).toHaveLength(playbookProblems(content).length);
      }),
    );
  });
});

it('a copy of a built-in one is sound from the start', () => {
  for (const { content } of builtInPlaybooks()) expect(() => requireSoundPlaybook(content)).not.toThrow();
});
