import type { LanguageWords } from './model';
import type { Word } from './words-in-text';

/** A word as it is compared. Two of them may come from one written word: can't. */
export type Term = {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly stem: string;
  /** The very form, behind = as patterns write it. */
  readonly form: string;
};

/**
 * How a pattern is written: words with spaces between.
 * `fix` the word in any form · `=promise` this form only · `fix|mend` one of them · `you?` may be missing ·
 * `*` any word · `-how|why` the next word is none of these; at the beginning: none of the three words before is ·
 * `$` the sentence ends here. A pattern stays within a sentence, and fillers may stand between its words.
 */
export type Pattern = {
  readonly before: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly rest: readonly Step[];
};

type Step = { readonly is: 'one' | 'maybe' | 'not' | 'end'; readonly words: ReadonlySet<string> };

/** From the first to behind the last, as places in the list of terms. */
export type Place = { readonly from: number; readonly to: number };

const WORDS_LOOKED_BACK = 3;
const MOST_FILLERS = 3;

export function termsOf(words: readonly Word[], language: LanguageWords): Term[] {
  const seen = new Map<string, { stem: string; form: string }[]>();
  return words.flatMap(({ letters, start, end, sentence }) => {
    let known = seen.get(letters);
    if (known === undefined) {
      known = language.spelledOut(letters).map((word) => ({ stem: language.stem(word), form: `=${word}` }));
      seen.set(letters, known);
    }
    return known.map(({ stem, form }) => ({ start, end, sentence, stem, form }));
  });
}

/** Reads a written pattern. Throws when it does not begin with a word. */
export function readPattern(written: string, stem: LanguageWords['stem']): Pattern {
  const steps = written.split(' ').map((step) => readStep(step, stem));
  const before = steps[0]?.is === 'not' ? steps.shift()?.words : undefined;
  const first = steps.shift();
  if (first?.is !== 'one' || first.words.size === 0) {
    throw new RangeError(`A pattern begins with a word: ${written}`);
  }
  return { before: before ?? new Set(), first: first.words, rest: steps };
}

function readStep(written: string, stem: LanguageWords['stem']): Step {
  if (written === '$') return { is: 'end', words: new Set() };
  const is = written.startsWith('-') ? 'not' : written.endsWith('?') ? 'maybe' : 'one';
  const words = written.replace(/^-|\?$/g, '');
  const each = words === '*' ? [] : words.split('|');
  return { is, words: new Set(each.map((word) => (word.startsWith('=') ? word : stem(word)))) };
}

/** Where terms stand that a pattern may begin with. */
export function placesOf(terms: readonly Term[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const note = (word: string, at: number) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [at]);
    else known.push(at);
  };
  terms.forEach(({ stem, form }, at) => {
    note(stem, at);
    note(form, at);
  });
  return places;
}

/** All places of a pattern; they may overlap. */
export function patternInText(
  { before, first, rest }: Pattern,
  terms: readonly Term[],
  places: ReadonlyMap<string, readonly number[]>,
  isFiller: LanguageWords['isFiller'],
): Place[] {
  const found: Place[] = [];
  for (const word of first) {
    for (const from of places.get(word) ?? []) {
      const to = endOf(0, from + 1, terms[from]?.sentence, 0);
      if (to !== null && !isExcused(from)) found.push({ from, to });
    }
  }
  return found;

  function endOf(place: number, at: number, sentence: number | undefined, passed: number): number | null {
    const step = rest[place];
    if (step === undefined) return at;
    const next = terms[at]?.sentence === sentence ? terms[at] : undefined;
    if (step.is === 'end') return next === undefined ? endOf(place + 1, at, sentence, 0) : null;
    if (step.is === 'not') {
      return next && isAmong(step.words, next) ? null : endOf(place + 1, at, sentence, passed);
    }
    const fits = next !== undefined && (step.words.size === 0 || isAmong(step.words, next));
    const end =
      (fits ? endOf(place + 1, at + 1, sentence, 0) : null) ??
      (step.is === 'maybe' ? endOf(place + 1, at, sentence, passed) : null);
    if (end !== null || next === undefined) return end;
    return passed < MOST_FILLERS && isFiller(next.stem) ? endOf(place, at + 1, sentence, passed + 1) : null;
  }

  function isExcused(from: number): boolean {
    const sentence = terms[from]?.sentence;
    return terms
      .slice(Math.max(0, from - WORDS_LOOKED_BACK), from)
      .some((term) => term.sentence === sentence && isAmong(before, term));
  }
}

function isAmong(words: ReadonlySet<string>, { stem, form }: Term): boolean {
  return words.has(stem) || words.has(form);
}
