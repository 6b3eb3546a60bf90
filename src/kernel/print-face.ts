import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

// Inter as TrueType: the WOFF2 files of the screens cannot be embedded.
const WEIGHTS = [
  { fontWeight: 400, file: '400Regular/Inter_400Regular.ttf' },
  { fontWeight: 700, file: '700Bold/Inter_700Bold.ttf' },
];
const { resolve } = createRequire(import.meta.url);

type Shaped = { glyphs: unknown[]; positions: unknown[] };
type Features = Record<string, boolean>;

/** What is asked of a font that has been read; its package brings no types. */
type Face = {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: Features, ...rest: unknown[]): Shaped;
};

/**
 * Reads the typeface of all PDFs anew: what a font remembers of one document (the parts of accented letters, as glyphs
 * that stand for no letter) would make letters of the next one vanish. For threads that make PDFs, and for documents whose
 * texts all have the same font features.
 * @param onWord is told of every word that is laid out
 * @returns its regular cut, to be asked what it can show
 */
export async function loadPrintFace(family: string, onWord?: () => void): Promise<Face | null> {
  Font.clear();
  // The last resort for signs that the typeface lacks, such as the end of a line.
  Font.register({ family: 'Helvetica', src: 'Helvetica' });
  await Font.load({ fontFamily: 'Helvetica' });
  const fonts = WEIGHTS.map(({ fontWeight, file }) => ({
    src: resolve(`@expo-google-fonts/inter/${file}`),
    fontWeight,
  }));
  Font.register({ family, fonts });
  Font.registerHyphenationCallback((word) => {
    if (word !== ' ') onWord?.();
    return partsOf(word);
  });
  await Promise.all(WEIGHTS.map(({ fontWeight }) => Font.load({ fontFamily: family, fontWeight })));
  const [regular = null] = WEIGHTS.map(({ fontWeight }) => {
    const { data } = Font.getFont({ fontFamily: family, fontWeight }) as { data: Face | null };
    if (data !== null) shapeWordsOnce(data);
    return data;
  });
  return regular;
}

/**
 * Has a font shape each word and each digit once: shaping is half the time of a long PDF, and a log says the same words
 * again and again. What is shaped apart is not kerned together: a space with its neighbours, and digits, which nobody sees.
 * Inter's contextual forms (an arrow out of "->", say) are left aside: they cost as much again, and no sentence needs them.
 */
function shapeWordsOnce(face: Face): void {
  const shape = face.layout.bind(face);
  const known = new Map<string, Shaped>();
  face.layout = (text, features, ...rest) => {
    const words = text.split(/(?<= )(?=[^ ])|(?<=\d)/).map((word) => {
      const shaped = known.get(word) ?? shape(word, { ...features, calt: false }, ...rest);
      known.set(word, shaped);
      return shaped;
    });
    const [first] = words;
    if (first === undefined || words.length === 1) return first ?? shape(text, features, ...rest);
    return Object.assign(Object.create(Object.getPrototypeOf(first) as object) as Shaped, first, {
      glyphs: words.flatMap(({ glyphs }) => glyphs),
      positions: words.flatMap(({ positions }) => positions),
    });
  };
}

/**
 * Words stay whole, but for those that hardly a line could hold. The empty parts let a line end between two parts without
 * a hyphen: an address or a number that is read off the paper must not gain a sign.
 */
function partsOf(word: string): string[] {
  if (word.length <= 30) return [word];
  return (word.match(/.{1,10}/gsu) ?? [word]).flatMap((part, place) => (place === 0 ? [part] : ['', part]));
}
