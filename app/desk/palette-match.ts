const PREFIX = 100;
const INSIDE = 60;
const TYPO = 45;
const LETTERS_IN_ORDER = 30;

/** Small letters without accents, so that `Muller` finds `Müller` and `strasse` finds `Straße`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Whether one letter more, less, other, or two swapped make the same word. */
function isOneSlipApart(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const isSwapped = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return (
    isSwapped ||
    a.slice(i + 1) === b.slice(i + 1) ||
    a.slice(i + 1) === b.slice(i) ||
    a.slice(i) === b.slice(i + 1)
  );
}

/** A slip anywhere in what has been typed of the word so far. */
function isSlipOf(asked: string, word: string): boolean {
  const lengths = [asked.length - 1, asked.length, asked.length + 1];
  return lengths.some((length) => length <= word.length && isOneSlipApart(asked, word.slice(0, length)));
}

function hasLettersInOrder(asked: string, word: string): boolean {
  let from = 0;
  for (const letter of asked) {
    const at = word.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** How well one asked word fits one word; 0: not at all. The whole word is best, its beginning next. */
function wordScore(asked: string, word: string): number {
  if (word.startsWith(asked)) return PREFIX - Math.min(20, word.length - asked.length);
  if (asked.length >= 2 && word.includes(asked)) return INSIDE;
  if (asked.length >= 4 && isSlipOf(asked, word)) return TYPO;
  if (asked.length >= 3 && word[0] === asked[0] && hasLettersInOrder(asked, word)) return LETTERS_IN_ORDER;
  return 0;
}

/**
 * How well a text fits what was asked, 0 to 100; null where a word of the question is nowhere in it. Digits are found
 * across the gaps of a phone number. An empty question fits everything alike.
 */
export function matchScore(query: string, text: string): number | null {
  const asked = folded(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return 0;
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  const digits = text.replace(/\D/g, '');
  const scores = asked.map((one) => {
    const number = one.replace(/\D/g, '');
    const isNumber = number.length >= 3 && /^[\d+()/.-]+$/.test(one);
    if (isNumber && digits.includes(number)) return PREFIX;
    const bare = one.replace(/[^\p{L}\p{N}]/gu, '');
    return bare === '' ? PREFIX : Math.max(...words.map((word) => wordScore(bare, word)));
  });
  return scores.includes(0) ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** What fits, the best first; of equals the one that stood first. `boost` lifts what was chosen lately. */
export function bestMatches<Item>(
  items: readonly Item[],
  query: string,
  { textOf, boost, limit }: { textOf: (item: Item) => string; boost: (item: Item) => number; limit: number },
): Item[] {
  return items
    .flatMap((item) => {
      const score = matchScore(query, textOf(item));
      return score === null ? [] : [{ item, score: score + boost(item) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
