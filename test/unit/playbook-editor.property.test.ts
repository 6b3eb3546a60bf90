// What the editor of a playbook holds, and what it sends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankStep,
  checkPlaybook,
  contentOf,
  playbookDraft,
  previewOf,
  withPlaces,
} from '../../app/manage/playbooks/[playbookId]/playbook-draft';
import { namedByWords } from '../../app/manage/playbooks/named-by';
import { serviceLevelWords } from '../../src/ui/service-level-words';
import { builtInPlaybooks } from '../../src/domain/playbooks/built-in-playbooks';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { defaultServiceRules } from '../../src/domain/tenancy/model';

const sentence = fc
  .string({ unit: fc.constantFrom(...'abc .?'), minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const sentences = fc.array(sentence, { maxLength: 12 });

describe('a playbook in its form', () => {
  it('comes out as it went in', () => {
    for (const { content } of builtInPlaybooks()) {
      expect(contentOf(playbookDraft(content))).toEqual(content);
      expect(checkPlaybook(playbookDraft(content))).toEqual({ content, problems: [], warnings: [] });
    }
  });

  it('keeps every sentence of its lists, whatever blank lines stand between them', () => {
    fc.assert(
      fc.property(sentences, sentences, fc.nat({ max: 3 }), (open, closed, blank) => {
        const draft = playbookDraft({ ...stepBack().content, openQuestions: open, closedQuestions: closed });
        const spaced = draft.openQuestions.replaceAll('\n', '\n'.repeat(blank + 1));
        const { openQuestions, closedQuestions } = contentOf({ ...draft, openQuestions: `${spaced}\n ` });
        expect({ openQuestions, closedQuestions }).toEqual({ openQuestions: open, closedQuestions: closed });
      }),
    );
  });

  it('says at the field what is no number, and previews it as none', () => {
    const draft = { ...playbookDraft(stepBack().content), listeningSeconds: 'soon', abuseLimit: '' };
    expect(checkPlaybook(draft).problems).toEqual([
      { field: 'listeningSeconds', words: 'Write a whole number of seconds from 5 to 600, or nothing.' },
      { field: 'abuseLimit', words: 'Write a whole number from 0 to 9.' },
    ]);
    expect(previewOf(draft)).toMatchObject({ listeningSeconds: null, abuseLimit: 0 });
  });

  it('names the line that is too long, and the step that has no title', () => {
    const { steps } = stepBack().content;
    const draft = {
      ...playbookDraft(stepBack().content),
      doorOpeners: `Yes.\n${'x'.repeat(201)}`,
      steps: [...steps.slice(0, 1), blankStep(() => false)],
    };
    expect(withPlaces(checkPlaybook(draft).problems)).toEqual([
      { field: 'doorOpeners', words: 'Line 2: Keep it under 200 characters.' },
      { field: 'steps.1.title', words: 'Step 2: A step needs a title.' },
      { field: 'steps.1.cue', words: 'Step 2: A step needs a cue.' },
    ]);
  });

  it('tells a contradiction apart from what is only odd', () => {
    const draft = { ...playbookDraft(stepBack().content), foldsAccount: true, listening: 'silence' as const };
    const { problems, warnings } = checkPlaybook(draft);
    expect(problems.map(({ field }) => field)).toEqual(['foldsAccount']);
    expect(warnings.map(({ field }) => field)).toEqual(['doorOpeners', 'cutInLine']);
  });

  it('gives a new step an id that no other has: ticks of calls go by it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 21 }), { maxLength: 20 }), (taken) => {
        const ids = new Set(taken.map((n) => `step_${n}`));
        const { id } = blankStep((one) => ids.has(one));
        expect(ids.has(id)).toBe(false);
        expect(id).toMatch(/^step_\d+$/);
      }),
    );
  });
});

it('tells in few words who names a playbook', () => {
  expect(namedByWords({ isDefault: true, clientCount: 1, callTypeCount: 2 })).toBe(
    'your service, 1 client, 2 call types',
  );
  expect(namedByWords({ isDefault: false, clientCount: 0, callTypeCount: 0 })).toBe('');
});

it.each([
  [
    'after_threshold',
    '80 % of calls answered within 20 seconds from the first ring; callers who hang up within 5 seconds are left out, all others count.',
  ],
  [
    'counted',
    '80 % of calls answered within 20 seconds from the first ring; callers who hang up count as not answered in time.',
  ],
  [
    'left_out',
    '80 % of calls answered within 20 seconds from the first ring; callers who hang up are left out.',
  ],
] as const)('the service level under the rule %s, as somebody would say it', (abandonedRule, words) => {
  expect(serviceLevelWords({ ...defaultServiceRules, abandonedRule })).toBe(words);
});
