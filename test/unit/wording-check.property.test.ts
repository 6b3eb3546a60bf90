import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordingRules } from '../../src/domain/wording/model';
import { wordingCheck } from '../../src/domain/wording/wording-check';

/** Any string that a browser can hold, halves of characters included. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const ordinary = fc
  .array(
    fc.constantFrom(
      ...'i we you can not cannot will fix do that have lost data it . , ’t calm down'.split(' '),
    ),
  )
  .map((words) => words.join(' '));
const anyText = fc.oneof(anything, fc.string({ unit: 'grapheme' }), ordinary);

const word = fc.oneof(
  fc.stringMatching(/^[a-zà-öø-þ0-9]{1,12}$/),
  fc.constantFrom(
    'we',
    'have',
    'lost',
    'data',
    'breach',
    'cannot',
    "can't",
    'do',
    'be',
    'guarantee',
    'losing',
  ),
);
const phrase = fc.array(word, { minLength: 1, maxLength: 6 });
const language = fc.constantFrom('en', 'en-GB', 'de');
const promiseRule = fc.constantFrom('none' as const, 'will_try' as const, 'will_fix' as const);

const rules: fc.Arbitrary<WordingRules> = fc.record({
  neverSay: fc.array(
    fc
      .tuple(
        fc.uuid(),
        fc.oneof(
          phrase.map((words) => words.join(' ')),
          anything,
        ),
        anything,
      )
      .map(([id, words, sayInstead]) => ({ id, phrase: words, sayInstead })),
    { maxLength: 5 },
  ),
  promiseRule,
  language,
});

const only = (words: string, language: string): WordingRules => ({
  neverSay: [{ id: 'the one', phrase: words, sayInstead: '' }],
  promiseRule: 'will_fix',
  language,
});

const invisible = fc.constantFrom(
  '',
  '',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
);
const space = fc.constantFrom(...[' ', '\n', '\r\n', '\t', '\u00a0', '\u2009', '\u3000', '\u2028']);
const mark = fc.constantFrom(
  ...['', '-', '\u2011', '–', '—', ',', '.', '!', '?!', '…', '/', '_', '“', '(', '*', '👍'],
);
const between = fc
  .tuple(mark, fc.array(space, { minLength: 1, maxLength: 3 }), mark)
  .map(([a, s, b]) => a + s.join('') + b);
const hyphen = fc.constantFrom('-', '\u2011', '—', '/', '_', ',');

/** A word as somebody in a hurry types it: each letter in either case, with invisible characters inside. */
const typed = (written: string) => {
  const letters = Array.from(written);
  return fc
    .array(fc.tuple(fc.boolean(), invisible), { minLength: letters.length, maxLength: letters.length })
    .map((choices) =>
      letters
        .map((letter, n) => {
          const [isUpper, unseen] = choices[n] ?? [false, ''];
          const isLast = n === letters.length - 1;
          return (isUpper ? letter.toUpperCase() : letter.toLowerCase()) + (isLast ? '' : unseen);
        })
        .join(''),
    );
};

const typedPhrase = (gap: fc.Arbitrary<string>) =>
  phrase.chain((words) =>
    fc
      .tuple(
        fc.tuple(...words.map(typed)),
        fc.array(gap, { minLength: words.length, maxLength: words.length }),
      )
      .map(([parts, gaps]) => ({
        words,
        passage: parts.map((part, n) => (n === 0 ? part : (gaps[n] ?? ' ') + part)).join(''),
      })),
  );

const silence = fc
  .array(fc.constantFrom(...'?!.,- \n\t“”—👍\u200b'), { maxLength: 12 })
  .map((characters) => characters.join(''));

describe('the wording check', () => {
  it('says the same every time, and its slices are the text itself', () => {
    fc.assert(
      fc.property(anyText, rules, (text, given) => {
        const findings = wordingCheck(text, given);
        expect(wordingCheck(text, given)).toEqual(findings);
        const mended = findings.reduceRight(
          (rest, { start, end, text: slice }) => rest.slice(0, start) + slice + rest.slice(end),
          text,
        );
        expect(mended).toBe(text);
        expect(wordingCheck(mended, given)).toEqual(findings);
      }),
    );
  });

  it('points into the text: in order, never empty, and of one kind never twice in one place', () => {
    fc.assert(
      fc.property(anyText, rules, (text, given) => {
        const findings = wordingCheck(text, given);
        findings.forEach((finding, n) => {
          expect(finding.text).toBe(text.slice(finding.start, finding.end));
          expect(finding.text).not.toBe('');
          const later = findings.slice(n + 1);
          for (const next of later) {
            expect(next.start - finding.start || next.end - finding.end).toBeGreaterThanOrEqual(0);
            if (next.kind === finding.kind) expect(next.start).toBeGreaterThanOrEqual(finding.end);
          }
        });
      }),
    );
  });

  it('flags a passage that stands alone as it flags it in its text', () => {
    fc.assert(
      fc.property(ordinary, rules, (text, given) => {
        for (const { kind, text: slice } of wordingCheck(text, given)) {
          const alone = wordingCheck(slice, given).filter((finding) => finding.kind === kind);
          expect(alone.map((finding) => finding.text)).toEqual([slice]);
        }
      }),
    );
  });

  it('finds a never-say phrase exactly, in any case, spacing and punctuation', () => {
    const given = fc.tuple(typedPhrase(fc.oneof(between, hyphen)), silence, silence, language);
    fc.assert(
      fc.property(given, ([{ words, passage }, before, after, spoken]) => {
        const text = `${before} ${passage} ${after}`;
        const start = before.length + 1;
        expect(wordingCheck(text, only(words.join(' '), spoken))).toMatchObject([
          { kind: 'never_say', start, end: start + passage.length, phraseId: 'the one' },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds it in whatever text it stands', () => {
    const given = fc.tuple(typedPhrase(fc.oneof(between, hyphen)), anyText, anyText, language);
    fc.assert(
      fc.property(given, ([{ words, passage }, before, after, spoken]) => {
        const start = before.length + 1;
        const end = start + passage.length;
        const findings = wordingCheck(`${before} ${passage} ${after}`, only(words.join(' '), spoken));
        expect(findings.some((finding) => finding.start < end && finding.end > start)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds it run together or torn apart, if it has six letters or more', () => {
    const long = phrase.filter((words) => words.join('').replaceAll("'", '').length >= 6);
    const gap = fc.constantFrom('', '', ' ', '-', '\u200b', '\n');
    const given = long.chain((words) => {
      const letters = Array.from(words.join('').replaceAll("'", ''));
      return fc.array(gap, { minLength: letters.length, maxLength: letters.length }).map((gaps) => ({
        words,
        passage: letters.map((letter, n) => (n === 0 ? '' : (gaps[n] ?? '')) + letter).join(''),
      }));
    });
    fc.assert(
      fc.property(given, silence, language, ({ words, passage }, around, spoken) => {
        const findings = wordingCheck(`${around} ${passage} ${around}`, only(words.join(' '), spoken));
        expect(findings.map(({ text }) => text)).toEqual([passage]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing for a phrase without a letter or digit', () => {
    fc.assert(
      fc.property(silence, anyText, language, (empty, text, spoken) => {
        expect(wordingCheck(text + empty, only(empty, spoken))).toMatchObject(
          wordingCheck(text + empty, { neverSay: [], promiseRule: 'will_fix', language: spoken }),
        );
      }),
    );
  });
});
