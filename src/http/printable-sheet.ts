import type { BriefingSheet, SheetItem } from '../domain/briefings/briefing-sheet';

/** Names of scripts that the sheet's typeface lacks, for those who get to read that something is missing. */
const SCRIPTS: [pattern: RegExp, name: string][] = [
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Han}|\p{Script=Bopomofo}/u, 'Chinese'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Extended_Pictographic}/u, 'a picture sign'],
];

/** Where a text must stand and none is left. */
const NOTHING = '–';

const NOTICE =
  'Some words are in a script that this PDF cannot show; a note in [brackets] stands in their place. The Markdown and JSON exports hold them.';

/**
 * The sheet without what its typeface cannot show: a passage in another script becomes a note that says so, rather than
 * a row of boxes, and a notice tells the reader.
 */
export function printableSheet(sheet: BriefingSheet, canShow: (codePoint: number) => boolean): BriefingSheet {
  let isComplete = true;
  const printable = (text: string) => {
    const shown = withoutUnshown(text, canShow);
    if (shown !== plainText(text)) isComplete = false;
    return shown;
  };
  const item = ({ lead, words, notes, ...rest }: SheetItem): SheetItem => ({
    ...rest,
    lead: printable(lead),
    words: printable(words),
    notes: notes.map(printable),
  });
  const shown: BriefingSheet = {
    headline: printable(sheet.headline) || NOTHING,
    severity: sheet.severity,
    clientName: printable(sheet.clientName) || NOTHING,
    notices: sheet.notices.map(printable),
    facts: sheet.facts.map(([name, words]) => [name, printable(words) || NOTHING]),
    sections: sheet.sections.map((section) => ({ ...section, items: section.items.map(item) })),
  };
  return isComplete ? shown : { ...shown, notices: [...shown.notices, NOTICE] };
}

/**
 * Lines of signs: of all controls the line breaks alone, none of the marks that turn the direction of what follows, and
 * no empty line, which cannot be laid out.
 */
function plainText(text: string): string {
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

function withoutUnshown(text: string, canShow: (codePoint: number) => boolean): string {
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
