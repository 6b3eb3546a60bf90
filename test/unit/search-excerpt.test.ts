// The words around what was found, as a person would quote them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../../src/domain/calls/folded-words';
import { searchExcerpt } from '../../src/domain/calls/search-excerpt';

describe('an excerpt', () => {
  const long = `${'She waits for her letter, and then '.repeat(6)}asks about Müller’s wheelbarrow ${'and the lift '.repeat(20)}`;

  it.each([
    ['a short text is quoted whole', ['The lift is stuck.'], ['lift'], 'The lift is stuck.'],
    [
      'of several, the one that has most words',
      ['Of Weber', 'Weber has a boiler'],
      ['weber', 'boil'],
      'Weber has a boiler',
    ],
    ['of equals, the first', ['A lift', 'Two lifts'], ['lift'], 'A lift'],
    ['where none has any, the beginning of the first', ['', 'A lift', 'Stairs'], ['weber'], 'A lift'],
    ['without texts, nothing', ['', '  '], ['weber'], ''],
    ['line breaks are spaces', ['One\ntwo'], ['two'], 'One two'],
  ])('%s', (_, texts, words, excerpt) => {
    expect(searchExcerpt(texts, words)).toBe(excerpt);
  });

  it('of a long text is cut between words around what was found, accents or not', () => {
    const excerpt = searchExcerpt([long], ['muller', 'wheelbarrow']);
    expect(excerpt).toMatch(/^… \w.* asks about Müller’s wheelbarrow and .*\w …$/);
    expect(excerpt.length).toBeLessThan(170);
  });

  it('is always a piece of the text, with dots where it was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: 'grapheme' }),
        fc.string({ maxLength: 5 }),
        (text, word) => {
          const excerpt = searchExcerpt([text], [foldedWords(word).folded.trim()]);
          expect(excerpt.length).toBeLessThan(170);
          expect(text.replaceAll(/\s/g, ' ')).toContain(excerpt.replace(/^… /, '').replace(/ …$/, ''));
        },
      ),
    );
  });
});

describe('folding', () => {
  it.each([
    ['Jonas Weber', ' jonas weber'],
    ["  O'Brien-Müller,\t+49 (0)151 ", ' o brien muller 49 0 151'],
    ['Straße Łódź Ærø', ' strasse lodz aero'],
    ['…', ''],
  ])('"%s"', (text, folded) => {
    expect(foldedWords(text).folded).toBe(folded);
  });

  it('knows the place of each letter', () => {
    const text = 'Groß, Zoë';
    const { folded, at } = foldedWords(text);
    expect(at).toHaveLength(folded.length);
    expect(text.slice(at[folded.indexOf('zoe')])).toBe('Zoë');
  });
});
