import { foldedWords } from './folded-words';

/** Letters of text before and after what was found. */
const BEFORE = 50;
const MOST = 160;

/** How many of the words stand in a text, and where the first of them does. */
function placesOf(text: string, words: readonly string[]): { count: number; first: number } {
  const { folded, at } = foldedWords(text);
  const places = words.flatMap((word) => {
    const beginning = folded.indexOf(` ${word}`);
    const place = beginning >= 0 ? beginning + 1 : folded.indexOf(word);
    return place < 0 ? [] : [at[place] ?? 0];
  });
  return { count: places.length, first: places.length === 0 ? 0 : Math.min(...places) };
}

/** At most 160 letters from a little before a place on, cut between words. */
function around(text: string, place: number): string {
  const line = text.replaceAll(/\s/g, ' ');
  const wanted = Math.max(0, place - BEFORE);
  const gap = wanted === 0 ? -1 : line.indexOf(' ', wanted);
  const begin = wanted === 0 ? 0 : gap >= 0 && gap < place ? gap + 1 : wanted;
  const rest = line.slice(begin);
  const lastGap = rest.lastIndexOf(' ', MOST);
  const shown = rest.length <= MOST ? rest : rest.slice(0, lastGap > BEFORE ? lastGap : MOST);
  return `${begin > 0 ? '… ' : ''}${shown.trim()}${shown.length < rest.length ? ' …' : ''}`;
}

/**
 * The words around what was found: of the text that has most of the words, the first of equals; where none has any (they
 * stand in the name or the number), the beginning of the first text. Plain text of about 160 letters; '' without texts.
 * @param words folded, as the search gives them
 */
export function searchExcerpt(texts: readonly string[], words: readonly string[]): string {
  const written = texts.filter((text) => text.trim() !== '');
  const [first] = written;
  if (first === undefined) return '';
  let best = { text: first, ...placesOf(first, words) };
  for (const text of written.slice(1)) {
    const places = placesOf(text, words);
    if (places.count > best.count) best = { text, ...places };
  }
  return around(best.text, best.first);
}
