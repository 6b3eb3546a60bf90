// Runs in a worker thread of its own: says when it is ready; then sheets come in, and the bytes of PDFs go out.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Font, renderToBuffer } from '@react-pdf/renderer';
import type { BriefingSheet } from '../domain/briefings/briefing-sheet';
import { BriefingPages, FONT } from './briefing-pages';
import { printableSheet } from './printable-sheet';

// Inter as TrueType: the WOFF2 files of the screens cannot be embedded.
const WEIGHTS = [
  { fontWeight: 400, file: '400Regular/Inter_400Regular.ttf' },
  { fontWeight: 700, file: '700Bold/Inter_700Bold.ttf' },
];
const { resolve } = createRequire(import.meta.url);

/** What is asked of a font that has been read; its package brings no types. */
type Face = { hasGlyphForCodePoint(codePoint: number): boolean };

/**
 * Reads the typeface anew: what a font remembers of one document (the parts of accented letters, as glyphs that stand
 * for no letter) would make letters of the next one vanish.
 */
async function loadFace(): Promise<Face | null> {
  Font.clear();
  // The last resort for signs that the typeface lacks, such as the end of a line.
  Font.register({ family: 'Helvetica', src: 'Helvetica' });
  await Font.load({ fontFamily: 'Helvetica' });
  const fonts = WEIGHTS.map(({ fontWeight, file }) => ({
    src: resolve(`@expo-google-fonts/inter/${file}`),
    fontWeight,
  }));
  Font.register({ family: FONT, fonts });
  Font.registerHyphenationCallback(partsOf);
  await Promise.all(WEIGHTS.map(({ fontWeight }) => Font.load({ fontFamily: FONT, fontWeight })));
  return (Font.getFont({ fontFamily: FONT, fontWeight: 400 }) as { data: Face | null }).data;
}

/** Words stay whole, but for those that no line could hold. */
function partsOf(word: string): string[] {
  return word.length <= 40 ? [word] : (word.match(/.{1,20}/gsu) ?? [word]);
}

async function answer(sheet: BriefingSheet): Promise<void> {
  const face = await loadFace();
  const canShow = (codePoint: number) => face?.hasGlyphForCodePoint(codePoint) ?? false;
  parentPort?.postMessage(await renderToBuffer(<BriefingPages sheet={printableSheet(sheet, canShow)} />));
}

// An error is caught nowhere: it ends the thread, and whoever waits is told.
parentPort?.on('message', (sheet: BriefingSheet) => void answer(sheet));
parentPort?.postMessage('ready');
