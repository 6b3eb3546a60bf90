import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import {
  briefingContentInput,
  createBriefingInput,
  saveBriefingInput,
} from '../../src/domain/briefings/model';

const someId = '0198c0de-0000-7000-8000-000000000001';

function problemsOf(input: unknown): [field: string, words: string][] {
  const { error } = briefingContentInput.safeParse(input);
  return (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
}

describe('an item of a block', () => {
  const words = fc.string({ minLength: 1, maxLength: 600 }).map((text) => text.trim());
  const textKeys = {
    facts: 'text',
    unknowns: 'text',
    statements: 'text',
    assurances: 'text',
    neverSay: 'phrase',
    intake: 'label',
    escalateWhen: 'text',
  } as const;

  it.each(Object.entries(textKeys))(
    'of %s may be plain text or an object, and means the same',
    (block, key) => {
      fc.assert(
        fc.property(fc.array(words, { maxLength: 5 }), (texts) => {
          const plain = briefingContentInput.parse({ [block]: texts });
          expect(plain).toEqual(
            briefingContentInput.parse({ [block]: texts.map((text) => ({ [key]: text })) }),
          );
          expect(plain[block as keyof typeof textKeys]).toMatchObject(texts.map((text) => ({ [key]: text })));
        }),
      );
    },
  );

  it.each([...Object.keys(textKeys), 'qa'])('of %s has no fields of its own invention', (block) => {
    const item = { text: 'x', phrase: 'x', label: 'x', question: 'x', answer: 'x', loudness: 11 };
    expect(briefingContentInput.safeParse({ [block]: [item] }).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', path: [block, 0] },
    ]);
  });

  it.each([...Object.keys(textKeys), 'qa'])('of %s is one of at most 60', (block) => {
    const item = block === 'qa' ? { question: 'Why?', answer: 'Because.' } : 'words';
    const many = (n: number) => ({ [block]: Array.from({ length: n }, () => item) });
    expect(problemsOf(many(60))).toEqual([]);
    expect(problemsOf(many(61))).toEqual([[block, expect.stringMatching(/^A briefing holds at most 60 /)]]);
  });

  it.each([7, null, true, [['x']]])('is not %j', (item) => {
    expect(problemsOf({ facts: [item] })[0]?.[0]).toBe('facts.0');
  });

  it('keeps the id it has, and gets one where it has none', () => {
    const input = briefingContentInput.parse({
      statements: [{ id: someId, text: 'The transfer is correct.' }, 'A new payslip comes.'],
      qa: [{ question: 'When?', answer: 'On Friday.' }],
    });
    let made = 0;
    const content = identifiedContent(input, () => `new ${(made += 1)}`);
    expect(content.statements.map((item) => item.id)).toEqual([someId, 'new 1']);
    expect(content.qa).toEqual([
      { id: 'new 2', question: 'When?', answer: 'On Friday.', validUntil: null, in: {} },
    ]);
    expect(problemsOf({ statements: [{ id: 'mine', text: 'x' }] })[0]?.[0]).toBe('statements.0.id');
  });
});

describe('a draft', () => {
  it('may be empty: everything has a beginning', () => {
    expect(briefingContentInput.parse({})).toEqual({
      headline: '',
      severity: 'medium',
      incidentStatus: 'investigating',
      language: 'en',
      opening: '',
      openingIn: {},
      facts: [],
      unknowns: [],
      statements: [],
      assurances: [],
      neverSay: [],
      qa: [],
      intake: [],
      escalateWhen: [],
      closing: '',
      apologies: ['blameless'],
      playbookId: null,
      startsAt: null,
      endsAt: null,
      nextUpdateDueAt: null,
    });
  });

  it('loses nothing between its input and what is stored', () => {
    const full = briefingContentInput.parse({
      headline: 'H',
      severity: 'low',
      opening: 'O',
      facts: ['f'],
      unknowns: ['u'],
      statements: ['s'],
      assurances: [{ text: 'a', promiseRule: 'will_fix' }],
      neverSay: [{ phrase: 'n', sayInstead: 'i' }],
      qa: [{ question: 'q', answer: 'a' }],
      intake: [{ label: 'l', kind: 'choice', required: true, choices: ['x', 'y'] }],
      escalateWhen: ['e'],
      closing: 'C',
      startsAt: '2026-03-29T10:00:00Z',
      endsAt: '2026-03-29T20:00:00Z',
      nextUpdateDueAt: '2026-03-29T12:00:00Z',
    });
    const stored = identifiedContent(full, () => someId);
    expect(briefingContentInput.parse(stored)).toEqual(stored);
    expect(
      JSON.parse(JSON.stringify(stored, (key, value: unknown) => (key === 'id' ? undefined : value))),
    ).toEqual(full);
  });

  it.each([
    ['headline', 160, 'Keep the headline under 160 characters.'],
    ['opening', 4_000, 'Keep it under 4,000 characters.'],
    ['closing', 4_000, 'Keep it under 4,000 characters.'],
  ])('has a %s of at most %i characters, not counting the space around it', (field, length, words) => {
    expect(problemsOf({ [field]: ` ${'x'.repeat(length)}\n` })).toEqual([]);
    expect(problemsOf({ [field]: 'x'.repeat(length + 1) })).toEqual([[field, words]]);
  });

  it.each([
    ['facts', 'text'],
    ['statements', 'text'],
    ['neverSay', 'phrase'],
    ['intake', 'label'],
  ])('has %s of at most 600 characters', (block, key) => {
    expect(problemsOf({ [block]: ['x'.repeat(600)] })).toEqual([]);
    expect(problemsOf({ [block]: ['x'.repeat(601)] })).toEqual([
      [`${block}.0.${key}`, 'Keep it under 600 characters.'],
    ]);
  });

  it.each([
    ['an unknown field', { hedline: 'x' }],
    ['an unknown severity', { severity: 'catastrophic' }],
    ['an unknown promise', { assurances: [{ text: 'x', promiseRule: 'perhaps' }] }],
    ['an unknown kind of intake', { intake: [{ label: 'x', kind: 'colour' }] }],
    ['a block that is no list', { facts: 'x' }],
    ['nothing', null],
    ['plain text', 'x'],
  ])('refuses %s', (_, input) => {
    expect(problemsOf(input)).not.toEqual([]);
  });

  it('refuses unknown fields with every door around it', () => {
    const tenant = { organizationId: someId };
    expect(createBriefingInput.safeParse({ clientId: someId }).success).toBe(true);
    expect(createBriefingInput.safeParse({ clientId: someId, ...tenant }).success).toBe(false);
    expect(saveBriefingInput.safeParse({ briefingId: someId, draftRevision: 1 }).success).toBe(true);
    expect(saveBriefingInput.safeParse({ briefingId: someId, draftRevision: 1, ...tenant }).success).toBe(
      false,
    );
  });
});

describe('the times of a briefing', () => {
  it.each([
    ['2026-03-29T18:00:00Z', '2026-03-29T18:00:00.000Z'],
    ['2026-03-29T20:00:00+02:00', '2026-03-29T18:00:00.000Z'],
    ['2026-03-29T12:30:00.250-05:30', '2026-03-29T18:00:00.250Z'],
  ])('are kept in UTC: %s', (text, kept) => {
    const { startsAt, endsAt, nextUpdateDueAt } = briefingContentInput.parse({
      startsAt: text,
      endsAt: text,
      nextUpdateDueAt: text,
    });
    expect([startsAt, endsAt, nextUpdateDueAt]).toEqual([kept, kept, kept]);
  });

  it.each(['18:00', 'tomorrow', '2026-03-29', '2026-03-29T18:00:00', '2026-02-30T18:00:00Z', ''])(
    'are not "%s"',
    (text) => {
      expect(problemsOf({ startsAt: text })).toEqual([
        ['startsAt', 'Use a date and time such as 2026-03-29T18:00:00Z.'],
      ]);
    },
  );
});
