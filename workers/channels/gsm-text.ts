/*
 * What fits into a text message. The alphabet of GSM (3GPP TS 23.038, section 6.2.1) has 7 bits: 160 characters a
 * message, 153 in each of several. One character outside of it, and all of them take 16 bits: 70, or 67 in each.
 */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Behind an escape: each counts twice. */
const EXTENDED = '^{}\\[~]|€';

const basic = new Set(BASIC);
const extended = new Set(EXTENDED);

/** What a telephone keyboard would have written instead. */
const plainer: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '→': '->',
  '×': 'x',
  '\t': ' ',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
};

/** Also what colours and joins them, and halves of characters that never became one. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cs}\u200B\u200D\u20E3\uFE0F]/gu;

/** The same words in the alphabet of GSM as far as it goes: accents it lacks are dropped, pictures too; other scripts stay. */
export function gsmText(text: string): string {
  const written = text
    .normalize('NFC')
    .replaceAll(PICTURES, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ');
  return [...written]
    .map(plain)
    .join('')
    .replaceAll(/[^\S\n]+/g, ' ');
}

function plain(character: string): string {
  if (isGsm(character)) return character;
  const other = plainer[character] ?? (/\s/.test(character) ? ' ' : undefined);
  if (other !== undefined) return other;
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [...bare].every(isGsm) ? bare : character;
}

const isGsm = (character: string) => basic.has(character) || extended.has(character);

export const isGsmText = (text: string) => [...text].every(isGsm);

/** How many messages a text takes. */
export function segmentsOf(text: string): number {
  const characters = [...text];
  if (!isGsmText(text)) return segments(text.length, 70, 67);
  const length = characters.reduce((sum, character) => sum + (extended.has(character) ? 2 : 1), 0);
  return segments(length, 160, 153);
}

function segments(length: number, alone: number, each: number): number {
  return length <= alone ? 1 : Math.ceil(length / each);
}

/** The longest beginning of a text, cut at a word and with "..." where something was left out, that fits. */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const shorter = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s.,;:!?-]+$/, '')}...`;
    if (fits(shorter)) return shorter;
  }
  // One word without an end, such as a web address: cut anywhere.
  const characters = [...text];
  for (let count = characters.length - 1; count > 0; count -= 1) {
    const shorter = `${characters.slice(0, count).join('')}...`;
    if (fits(shorter)) return shorter;
  }
  return '';
}
