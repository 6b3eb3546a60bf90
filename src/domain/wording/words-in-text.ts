/**
 * One written word. `start` and `end` count UTF-16 units of the text. `letters` are folded: what case, accents,
 * compatibility forms and invisible characters make of a letter is gone, every apostrophe inside is '.
 */
export type Word = {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
  /** Counts from 0; a text's words of one sentence have the same. */
  readonly sentence: number;
};

/** Letters, digits and what may stand inside a word unseen: marks, zero-width characters, soft hyphens, apostrophes. */
const RUN = /[\p{Alphabetic}\p{N}\p{M}\p{Default_Ignorable_Code_Point}'’‘‛ʼ′´`＇]+/gu;
const APOSTROPHE = /^['’‘‛ʼ′´`＇]$/u;
const MARK = /^\p{M}$/u;
const ASCII = /^[\0-\x7f]+$/;
/** Accents and the like that belong to no script of their own; the vowel signs of an Indic script are letters. */
const NOT_A_LETTER = /[^\p{Alphabetic}\p{N}\p{M}]|[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}ʼ]/gu;
/** Written without spaces: each character counts as a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STROKES = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);
/** A full stop inside 3.30 ends no sentence; nor does a line that was broken to fit a screen. */
const SENTENCE_END = /[.!?;…][\p{P}\p{S}]{0,3}\s|[。！？；]|\n[^\S\n]*\n/u;

/** The words of a text in their order. Never fails, whatever the text holds, halves of characters included. */
export function wordsInText(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let runEnd = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (words.length > 0 && SENTENCE_END.test(text.slice(runEnd, index))) sentence += 1;
    runEnd = index + run.length;
    for (const { start, end, letters } of wordsOfRun(run)) {
      words.push({ start: index + start, end: index + end, letters, sentence });
    }
  }
  return words;
}

type Piece = Omit<Word, 'sentence'>;

function wordsOfRun(run: string): Piece[] {
  if (ASCII.test(run) && !run.includes("'") && !run.includes('`')) {
    return [{ start: 0, end: run.length, letters: run.toLowerCase() }];
  }
  const pieces: Piece[] = [];
  let open: { start: number; end: number; letters: string } | null = null;
  let isAlone = false;
  let joint = '';
  let at = 0;
  for (const character of run) {
    const start = at;
    at += character.length;
    const isApostrophe = APOSTROPHE.test(character);
    const letters = isApostrophe ? '' : folded(character);
    if (isApostrophe) {
      joint = "'";
    } else if (letters === '') {
      if (open !== null && joint === '' && MARK.test(character)) open.end = at;
    } else if (open === null || isAlone || UNSPACED.test(letters)) {
      isAlone = UNSPACED.test(letters);
      open = { start, end: at, letters };
      pieces.push(open);
      joint = '';
    } else {
      open.letters += joint + letters;
      open.end = at;
      joint = '';
    }
  }
  return pieces;
}

/** Upper case first, because it alone knows that ς and σ, or ß and ss, are one. */
function folded(character: string): string {
  if (ASCII.test(character)) return character.toLowerCase();
  const letters = character
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(NOT_A_LETTER, '');
  return STROKES.get(letters) ?? letters;
}
