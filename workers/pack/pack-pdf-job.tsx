// Runs in a worker thread of its own: says when it is ready; then a pack comes in, and its progress and bytes go out.
import { parentPort } from 'node:worker_threads';
import { renderToBuffer } from '@react-pdf/renderer';
import { callLines } from '@/domain/reports/call-lines';
import type { CallFacts } from '@/domain/reports/incident-call';
import type { PackContent } from '@/domain/reports/pack-content';
import { loadPrintFace } from '@/kernel/print-face';
import { plainText, printedText } from '@/kernel/printed-text';
import { FONT } from './pack-look';
import { PackPages } from './pack-pages';

const NOTICE =
  'Some words are in a script that this print cannot show; a note in [brackets] stands in their place. The CSV holds them.';

export type PackMessage = { share: number } | { pdf: Uint8Array; pages: number };

async function answer(content: PackContent): Promise<void> {
  let laidOut = 0;
  let told = 0;
  let words = 0;
  const face = await loadPrintFace(FONT, () => {
    laidOut += 1;
    const share = Math.min(1, laidOut / words);
    if (share < told + 0.02) return;
    told = share;
    parentPort?.postMessage({ share });
  });
  const known = new Map<number, boolean>();
  const canShow = (codePoint: number) => {
    const shown = known.get(codePoint) ?? face?.hasGlyphForCodePoint(codePoint) ?? false;
    known.set(codePoint, shown);
    return shown;
  };
  const { pack, isComplete } = printablePack(content, canShow);
  words = pack.calls.reduce((sum, call) => sum + wordCount(call, pack.clientName), 1);
  let pages = 0;
  const onPages = (count: number) => {
    pages = count;
  };
  const pdf = await renderToBuffer(
    <PackPages pack={pack} notice={isComplete ? null : NOTICE} onPages={onPages} />,
  );
  parentPort?.postMessage({ pdf, pages });
}

/** About how many words are laid out for a call. */
function wordCount(call: CallFacts, clientName: string): number {
  const lines = callLines(call, () => '00:00', { clientName });
  return lines.reduce((sum, { label, words }) => sum + `${label} ${words}`.split(' ').length, 12);
}

/** The pack without what its typeface cannot show. */
function printablePack(
  content: PackContent,
  canShow: (codePoint: number) => boolean,
): { pack: PackContent; isComplete: boolean } {
  let isComplete = true;
  const printable = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const shown = printedText(value, canShow);
      if (shown !== plainText(value)) isComplete = false;
      return shown;
    }
    if (Array.isArray(value)) return value.map(printable);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one)]));
  };
  return { pack: printable(content) as PackContent, isComplete };
}

// An error is caught nowhere: it ends the thread, and whoever waits is told.
parentPort?.on('message', (content: PackContent) => void answer(content));
parentPort?.postMessage('ready');
