import { expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import {
  briefingContentInput,
  type BriefingContent,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';
import { publicationProblems } from '../../src/domain/briefings/publication-problems';
import { templateGaps } from '../../src/domain/briefings/template-gaps';
import { briefingTemplates, type BriefingTemplate } from '../../src/domain/briefings/templates';
import { wordingCheck } from '../../src/domain/wording/wording-check';

const templates = briefingTemplates().map((template) => [template.id, template] as const);

type Block = 'statements' | 'assurances' | 'neverSay' | 'qa' | 'intake' | 'escalateWhen' | 'unknowns';

let counter = 0;
const contentOf = (input: BriefingContentInput) =>
  identifiedContent(briefingContentInput.parse(input), () => `id ${(counter += 1)}`);

/** As an author would: every blank gets words, everything else stays. */
function filled({ content }: BriefingTemplate): BriefingContent {
  const text = JSON.stringify(content).replaceAll(/\[[^\]"]{2,80}\]/g, 'something of today');
  return contentOf(JSON.parse(text) as BriefingContentInput);
}

/** Everything that is read aloud as it stands, each with the promise rule it was written for. */
function spoken({ opening, statements, assurances, neverSay, qa, closing }: BriefingContent) {
  return [
    ...[opening, closing, ...statements.map(({ text }) => text)].map((text) => ({
      text,
      promiseRule: 'will_try' as const,
    })),
    ...assurances,
    ...[...neverSay.map(({ sayInstead }) => sayInstead), ...qa.map(({ answer }) => answer)].map((text) => ({
      text,
      promiseRule: 'will_try' as const,
    })),
  ];
}

it('there is one for each trade, each with a name of its own', () => {
  expect(templates.map(([id]) => id)).toEqual([
    'data-breach',
    'wrong-amounts',
    'outage',
    'product-recall',
    'closure-by-weather',
    'late-deliveries',
  ]);
  expect(new Set(templates.map(([, { title }]) => title)).size).toBe(templates.length);
});

it.each(templates)('%s asks for two or three fills, the first in the headline', (_, { content }) => {
  const gaps = templateGaps(contentOf(content));
  expect(gaps[0]?.field).toBe('headline');
  expect(gaps.filter(({ field }) => field === 'headline')).toHaveLength(1);
  expect(gaps.length).toBeGreaterThanOrEqual(2);
  expect(gaps.length).toBeLessThanOrEqual(3);
  // None hides where nobody would look for it.
  expect(JSON.stringify(content).match(/\[[^\]"]{2,80}\]/g)).toHaveLength(gaps.length);
});

it.each(templates)('%s cannot be published with a blank, and says which', (_, { content }) => {
  const gaps = templateGaps(contentOf(content));
  expect(publicationProblems(contentOf(content))).toEqual(
    gaps.map(({ field, gap }) => ({ field, words: `Replace “${gap}” with your own words.` })),
  );
});

it.each(templates)('%s can be published once the blanks are filled', (_, template) => {
  expect(publicationProblems(filled(template))).toEqual([]);
});

it.each(templates)('%s permits an apology that blames nobody', (_, { content }) => {
  expect(contentOf(content).apologies).toContain('blameless');
});

it('a template whose cause nobody knows yet, or that is nobody’s fault, permits no direct apology', () => {
  const direct = briefingTemplates().filter(({ content }) => content.apologies?.includes('direct'));
  expect(direct.map(({ id }) => id)).toEqual(['wrong-amounts', 'late-deliveries']);
});

it.each(templates)('%s has enough in every block, and no more', (_, { content }) => {
  const blocks = contentOf(content);
  expect(blocks.opening).not.toBe('');
  expect(blocks.closing).not.toBe('');
  const sizes: [Block, number, number][] = [
    ['statements', 4, 6],
    ['assurances', 1, 3],
    ['neverSay', 4, 6],
    ['qa', 4, 6],
    ['intake', 3, 7],
    ['escalateWhen', 3, 6],
    ['unknowns', 1, 4],
  ];
  for (const [block, least, most] of sizes) {
    expect(blocks[block].length, block).toBeGreaterThanOrEqual(least);
    expect(blocks[block].length, block).toBeLessThanOrEqual(most);
  }
  for (const { sayInstead } of blocks.neverSay) expect(sayInstead).not.toBe('');
  expect(new Set(blocks.intake.map(({ kind }) => kind)).size).toBeGreaterThan(1);
});

it.each(templates)('%s speaks in one or two short sentences at a time', (_, template) => {
  for (const { text } of spoken(filled(template))) {
    const sentences = text.split(/(?<=[.?!])\s+/);
    expect(sentences.length, text).toBeLessThanOrEqual(2);
    for (const sentence of sentences) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(26);
  }
});

it.each(templates)(
  '%s blames nobody, refuses nothing bare, and promises no more than its rule',
  (_, template) => {
    const content = filled(template);
    const found = spoken(content).flatMap(({ text, promiseRule }) =>
      wordingCheck(text, { neverSay: content.neverSay, promiseRule, language: 'en' }).map(
        ({ kind, text: passage }) => `${kind}: “${passage}” in “${text}”`,
      ),
    );
    expect(found).toEqual([]);
  },
);

it('finds a blank wherever a caller could hear it, in every language, and leaves other brackets alone', () => {
  const content = contentOf({
    headline: 'Late since [when]',
    opening: 'Hello [name], I know [what].',
    openingIn: { es: 'Hola [nombre]' },
    facts: ['[a fact]'],
    statements: [{ text: 'As usual.', in: { de: '[wie]' } }],
    assurances: ['[what we try]'],
    qa: [{ question: 'Who [else]?', answer: '[who]', in: { fr: '[qui]' } }],
    intake: ['Amount [EUR]'],
    closing: 'Bye [x], [], [over\ntwo lines] and [' + 'a long aside '.repeat(8) + ']',
  });
  expect(templateGaps(content)).toEqual([
    { field: 'headline', gap: '[when]' },
    { field: 'opening', gap: '[name]' },
    { field: 'opening', gap: '[what]' },
    { field: 'openingIn.es', gap: '[nombre]' },
    { field: 'facts.0.text', gap: '[a fact]' },
    { field: 'statements.0.in.de', gap: '[wie]' },
    { field: 'assurances.0.text', gap: '[what we try]' },
    { field: 'qa.0.answer', gap: '[who]' },
    { field: 'qa.0.in.fr', gap: '[qui]' },
  ]);
});
