import type { LanguageWords } from './model';
import { placesOf, termsOf, type Term } from './pattern-in-text';
import { wordsInText, type Word } from './words-in-text';

/** A text made ready to look for phrases in it. */
export type SearchableText = {
  readonly terms: readonly Term[];
  /** Where in `terms` each stem stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly words: readonly Word[];
  /** The letters of all words in one row. */
  readonly letters: string;
  /** Where in `letters` each word begins. */
  readonly begins: readonly number[];
  /** To which word each of the `letters` belongs. */
  readonly wordAt: readonly number[];
};

/** A passage: UTF-16 offsets in the text. */
export type Passage = { readonly start: number; readonly end: number };

/** Below this the letters alone say too little: "so on" is not "soon". */
const FEWEST_LETTERS = 6;
const SHORTEST_ROOT = 3;
const LONGEST_ENDING = 40;
/** As many auxiliaries and fillers as may stand between two words of a phrase: "has really been lost". */
const MOST_BETWEEN = 3;

export function searchableText(text: string, language: LanguageWords): SearchableText {
  const words = wordsInText(text);
  const terms = termsOf(words, language);
  const begins: number[] = [];
  const wordAt: number[] = [];
  const bare = words.map(({ letters }) => letters.replaceAll("'", ''));
  bare.forEach((letters, word) => {
    begins.push(wordAt.length);
    for (let n = 0; n < letters.length; n += 1) wordAt.push(word);
  });
  return { terms, places: placesOf(terms), words, letters: bare.join(''), begins, wordAt };
}

/**
 * Where a phrase stands in a text: in any case, spacing and punctuation, with or without accents, inflected, with
 * auxiliaries between its words, run together or torn apart. Its first and last words are whole words of the text.
 * A phrase without a letter or digit stands nowhere. The passages may overlap.
 */
export function phraseInText(phrase: string, text: SearchableText, language: LanguageWords): Passage[] {
  const words = wordsInText(phrase);
  return [...byStems(words, text, language), ...byLetters(words, text, language)];
}

function byStems(words: readonly Word[], text: SearchableText, language: LanguageWords): Passage[] {
  const { terms, places } = text;
  const stems = termsOf(words, language)
    .filter(({ form }, n, all) => {
      const next = all[n + 1];
      return next === undefined || !language.isPerfect(form.slice(1), next.form.slice(1));
    })
    .map(({ stem }) => stem);
  const [first, ...rest] = stems;
  if (first === undefined) return [];
  const mayStandBetween = (stem: string) => language.isFiller(stem) || language.isAuxiliary(stem);

  function lastOf(from: number): number | null {
    let at = from;
    for (const stem of rest) {
      const limit = at + 1 + MOST_BETWEEN;
      at += 1;
      while (at < limit && terms[at]?.stem !== stem && mayStandBetween(terms[at]?.stem ?? '')) at += 1;
      if (terms[at]?.stem !== stem) return null;
    }
    return at;
  }

  const found: Passage[] = [];
  const rarest = placesOfRarest(stems, places);
  const reach = rest.length * (MOST_BETWEEN + 1);
  let nextRare = 0;
  let free = 0;
  for (const from of places.get(first) ?? []) {
    while ((rarest[nextRare] ?? Infinity) < from) nextRare += 1;
    const isHopeless = from < free || (rarest[nextRare] ?? Infinity) > from + reach;
    const last = isHopeless ? null : lastOf(from);
    if (last === null) continue;
    found.push({ start: terms[from]?.start ?? 0, end: terms[last]?.end ?? 0 });
    free = last + 1;
  }
  return found;
}

/** Where the stem stands that stands in the fewest places: without it nearby there is no phrase. */
function placesOfRarest(stems: readonly string[], places: SearchableText['places']): readonly number[] {
  return stems
    .map((stem) => places.get(stem) ?? [])
    .reduce((fewest, next) => (next.length < fewest.length ? next : fewest));
}

function byLetters(words: readonly Word[], text: SearchableText, { stem }: LanguageWords): Passage[] {
  const each = words.map(({ letters }) => letters.replaceAll("'", ''));
  const last = each.at(-1) ?? '';
  const beforeLast = each.slice(0, -1).join('');
  const whole = beforeLast + last;
  if (whole.length < FEWEST_LETTERS) return [];
  const { letters, begins, wordAt } = text;
  const lastStem = stem(last);
  const root = beforeLast + sharedRoot(last, lastStem);

  /** The place of the last letter, or null where no word ends as the phrase does. */
  function lastLetterOf(from: number): number | null {
    const exact = from + whole.length;
    if (letters.startsWith(whole, from) && wordAt[exact] !== wordAt[exact - 1]) return exact - 1;
    const nextWord = (wordAt[from + root.length - 1] ?? 0) + 1;
    const end = begins[nextWord] ?? letters.length;
    const inflected = letters.slice(
      from + beforeLast.length,
      Math.min(end, from + whole.length + LONGEST_ENDING),
    );
    return stem(inflected) === lastStem ? end - 1 : null;
  }

  const found: Passage[] = [];
  let from = letters.indexOf(root);
  while (from >= 0) {
    const word = wordAt[from] ?? 0;
    const lastLetter = begins[word] === from ? lastLetterOf(from) : null;
    if (lastLetter !== null) {
      const lastWord = wordAt[lastLetter] ?? word;
      found.push({ start: text.words[word]?.start ?? 0, end: text.words[lastWord]?.end ?? 0 });
    }
    from = letters.indexOf(root, lastLetter === null ? from + 1 : lastLetter + 1);
  }
  return found;
}

/** The letters that all forms of a word begin with; of an irregular one the word itself. */
function sharedRoot(word: string, stem: string): string {
  let length = 0;
  while (length < stem.length && word[length] === stem[length]) length += 1;
  return length < SHORTEST_ROOT ? word : word.slice(0, length);
}
