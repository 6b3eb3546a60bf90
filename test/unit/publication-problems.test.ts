import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, type BriefingContentInput } from '../../src/domain/briefings/model';
import { publicationProblems } from '../../src/domain/briefings/publication-problems';

const least: BriefingContentInput = { headline: 'Payslips show wrong amounts', opening: 'I am sorry.' };

const contentOf = (input: BriefingContentInput) =>
  identifiedContent(briefingContentInput.parse(input), () => '0198c0de-0000-7000-8000-000000000001');

const fieldsOf = (input: BriefingContentInput) =>
  publicationProblems(contentOf(input)).map(({ field }) => field);

it('asks for no more than a headline and an opening', () => {
  expect(fieldsOf(least)).toEqual([]);
  expect(fieldsOf({})).toEqual(['headline', 'opening']);
});

const missing: [what: string, changes: BriefingContentInput, fields: string[]][] = [
  ['no headline', { headline: '  ' }, ['headline']],
  ['no opening', { opening: '' }, ['opening']],
  ['an empty fact', { facts: ['known', ' '] }, ['facts.1.text']],
  ['an empty open point', { unknowns: [''] }, ['unknowns.0.text']],
  ['an empty statement', { statements: ['a', '', 'c', ''] }, ['statements.1.text', 'statements.3.text']],
  ['an empty assurance', { assurances: [''] }, ['assurances.0.text']],
  ['an empty phrase', { neverSay: [{ phrase: '', sayInstead: 'a printing error' }] }, ['neverSay.0.phrase']],
  ['an empty question', { qa: [{ question: '', answer: 'Yes.' }] }, ['qa.0.question']],
  ['no answer', { qa: [{ question: 'Is my money safe?', answer: '' }] }, ['qa.0.answer']],
  ['an unnamed intake field', { intake: [''] }, ['intake.0.label']],
  [
    'a choice of one',
    { intake: [{ label: 'Site', kind: 'choice', choices: ['Bonn'] }] },
    ['intake.0.choices'],
  ],
  ['an empty rule', { escalateWhen: [''] }, ['escalateWhen.0.text']],
  [
    'an end before the start',
    { startsAt: '2026-03-29T20:00:00Z', endsAt: '2026-03-29T10:00:00Z' },
    ['endsAt'],
  ],
  [
    'an end at the start, in another time zone',
    { startsAt: '2026-03-29T20:00:00+02:00', endsAt: '2026-03-29T18:00:00Z' },
    ['endsAt'],
  ],
];

it.each(missing)('is told of %s, at its place and in words', (_, changes, fields) => {
  const problems = publicationProblems(contentOf({ ...least, ...changes }));
  expect(problems.map(({ field }) => field)).toEqual(fields);
  for (const { words } of problems) expect(words).toMatch(/^[A-Z].+\.$/);
});

const fine: [what: string, changes: BriefingContentInput][] = [
  ['a choice of two', { intake: [{ label: 'Site', kind: 'choice', choices: ['Bonn', 'Kiel'] }] }],
  ['a field of text without choices', { intake: [{ label: 'Name', kind: 'text' }] }],
  ['a start alone', { startsAt: '2026-03-29T20:00:00Z' }],
  ['an end alone', { endsAt: '2026-03-29T20:00:00Z' }],
  ['a never-say without an alternative', { neverSay: ['data breach'] }],
  ['a fact without its source', { facts: [{ text: 'The bank has the right amounts.' }] }],
];

it.each(fine)('lets %s pass', (_, changes) => {
  expect(fieldsOf({ ...least, ...changes })).toEqual([]);
});

it('finds every empty item and no other, wherever it stands', () => {
  const word = fc.constantFrom('', 'words');
  const items = fc.array(word, { maxLength: 6 });
  const blocks = fc.record({ facts: items, statements: items, assurances: items, escalateWhen: items });
  fc.assert(
    fc.property(blocks, (given) => {
      const empty = Object.entries(given).flatMap(([block, texts]) =>
        texts.flatMap((text, n) => (text === '' ? [`${block}.${n}.text`] : [])),
      );
      expect(fieldsOf({ ...least, ...given }).toSorted()).toEqual(empty.toSorted());
    }),
  );
});
