// Runs in a worker thread of its own: says when it is ready; then sheets come in, and the bytes of PDFs go out.
import { parentPort } from 'node:worker_threads';
import { renderToBuffer } from '@react-pdf/renderer';
import type { BriefingSheet } from '../domain/briefings/briefing-sheet';
import { loadPrintFace } from '../kernel/print-face';
import { BriefingPages, FONT } from './briefing-pages';
import { printableSheet } from './printable-sheet';

async function answer(sheet: BriefingSheet): Promise<void> {
  const face = await loadPrintFace(FONT);
  const canShow = (codePoint: number) => face?.hasGlyphForCodePoint(codePoint) ?? false;
  parentPort?.postMessage(await renderToBuffer(<BriefingPages sheet={printableSheet(sheet, canShow)} />));
}

// An error is caught nowhere: it ends the thread, and whoever waits is told.
parentPort?.on('message', (sheet: BriefingSheet) => void answer(sheet));
parentPort?.postMessage('ready');
