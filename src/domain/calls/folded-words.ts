/** Letters that have no plain letter inside them which an accent could be taken off. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};

const isWordPart = /[\p{Alphabetic}0-9]/u;
/** A letter with the marks upon it, which have an order of their own. */
const letters = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * A text as the search compares it, the same as `fold_words` of the database (drizzle/0008_search.sql): small letters
 * without accents, one space in front of every word and none behind. `at` is the place in the text of each letter.
 */
export function foldedWords(text: string): { folded: string; at: number[] } {
  let folded = ' ';
  const at = [0];
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const small = Array.from(letter.toLowerCase(), (one) => plain[one] ?? one).join('');
    const bare = small.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
    for (const one of bare) {
      const part = isWordPart.test(one) ? one : ' ';
      if (part === ' ' && folded.endsWith(' ')) continue;
      folded += part;
      for (let n = 0; n < part.length; n += 1) at.push(index);
    }
  }
  const length = folded.endsWith(' ') ? folded.length - 1 : folded.length;
  return { folded: folded.slice(0, length), at: at.slice(0, length) };
}
