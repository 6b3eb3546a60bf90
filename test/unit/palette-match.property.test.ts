// What the palette finds, however hurriedly it was typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestMatches, folded, matchScore } from '../../app/desk/palette-match';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (minLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength: 12 });
const sentence = fc.array(word(1), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describe('a text is found', () => {
  it('by itself, better than by anything else', () => {
    fc.assert(
      fc.property(sentence, sentence, (text, query) => {
        expect(matchScore(text, text)).toBe(100);
        expect(matchScore(query, text) ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('by the beginning of any of its words, in capitals too', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), (text, at, length) => {
        const words = text.split(' ');
        const one = words[at % words.length] ?? '';
        const query = one.slice(0, 1 + (length % one.length));
        expect(matchScore(query, text)).toBeGreaterThan(0);
        expect(matchScore(query.toUpperCase(), text)).toBe(matchScore(query, text));
      }),
    );
  });

  it('with one slip in a word of five letters or more', () => {
    const slips = fc.tuple(word(5), fc.nat(), fc.constantFrom(...letters), fc.constantFrom(0, 1, 2, 3));
    fc.assert(
      fc.property(slips, sentence, ([right, place, letter, kind], rest) => {
        const at = place % right.length;
        const [before, here, after] = [right.slice(0, at), right.slice(at, at + 1), right.slice(at + 1)];
        const wrong = [
          before + after,
          before + letter + after,
          before + letter + here + after,
          before + after.slice(0, 1) + here + after.slice(1),
        ][kind];
        expect(matchScore(wrong ?? '', `${rest} ${right}`)).toBeGreaterThan(0);
      }),
    );
  });

  it('only if every word that was asked for is in it', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(matchScore(`${text} 5551234`, text)).toBeNull();
      }),
    );
  });
});

it.each([
  ['muller', 'Frau Müller'],
  ['strasse', 'Hauptstraße'],
  ['brigt', 'Brightwater Payroll'],
  ['brihgtwater', 'Brightwater Payroll'],
  ['pay bri', 'Brightwater Payroll'],
  ['payrol', 'Brightwater Payroll'],
  ['0151 123', '+49 151 12345001'],
  ['wrup', 'Wrap up the call'],
  ['', 'anything'],
])('%s finds %s', (query, text) => {
  const german = query.replace(/^0/, '');
  expect(matchScore(german, text)).not.toBeNull();
});

it.each([
  ['zebra', 'Brightwater Payroll'],
  ['up', 'Answer the call'],
  ['777', '+49 151 12345001'],
])('%s does not find %s', (query, text) => {
  expect(matchScore(query, text)).toBeNull();
});

it('puts the better match first, keeps the order of equals, and lifts what was chosen lately', () => {
  const names = ['The bright clinic', 'Brightwater', 'Bright', 'Zebra'];
  const asked = (boost: (name: string) => number) =>
    bestMatches(names, 'bright', { textOf: (name) => name, boost, limit: 2 });
  expect(asked(() => 0)).toEqual(['The bright clinic', 'Bright']);
  expect(asked((name) => (name === 'Brightwater' ? 12 : 0))).toEqual(['Brightwater', 'The bright clinic']);
});

it('folds accents and capitals away', () => {
  expect(folded('Ärztehaus GROẞE Straße')).toBe('arztehaus grosse strasse');
});
