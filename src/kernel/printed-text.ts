/** Names of scripts that a typeface lacks, for those who get to read that something is missing. */
const SCRIPTS: [pattern: RegExp, name: string][] = [
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Han}|\p{Script=Bopomofo}/u, 'Chinese'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Extended_Pictographic}/u, 'a picture sign'],
];

/**
 * Lines of signs: of all controls the line breaks alone, none of the marks that turn the direction of what follows, and
 * no empty line, which cannot be laid out.
 */
export function plainText(text: string): string {
  const signs = text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|[\p{Cs}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/gu, '');
  return signs
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * A text as a typeface can print it: a passage in another script becomes a note that says so, rather than a row of boxes.
 * @param canShow whether the typeface has a sign for a code point
 */
export function printedText(text: string, canShow: (codePoint: number) => boolean): string {
  const shown: string[] = [];
  let hidden = '';
  const tell = () => {
    if (hidden === '') return;
    const name = SCRIPTS.find(([pattern]) => pattern.test(hidden))?.[1] ?? 'another script';
    const after = /\s*$/.exec(hidden)?.[0] ?? '';
    shown.push(`[${name}, not shown]${after}`);
    hidden = '';
  };
  for (const sign of plainText(text)) {
    if (sign !== '\n' && !canShow(sign.codePointAt(0) ?? 0)) hidden += sign;
    // What merely stands between two words of another script belongs to them.
    else if (hidden !== '' && sign === ' ') hidden += sign;
    else {
      tell();
      shown.push(sign);
    }
  }
  tell();
  return shown.join('');
}
