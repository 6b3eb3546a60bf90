import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BriefingSheet } from '../domain/briefings/briefing-sheet';
import { DomainError } from '../kernel/errors';
import { log } from '../kernel/log';

const LOAD_TIMEOUT_MS = 30_000;
const RENDER_TIMEOUT_MS = 10_000;
const IDLE_MS = 60_000;
const MOST_WAITING = 20;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let waiting = 0;
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * A sheet as a PDF. PDFs are made one after another in a thread of its own, which begins with the first of them and
 * ends a minute after the last: neither the start of the server nor the desks' events wait for it.
 * @throws DomainError UNAVAILABLE when it fails or takes longer than ten seconds, TOO_MANY_REQUESTS when twenty wait
 */
export async function briefingPdf(sheet: BriefingSheet): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) {
    throw new DomainError('TOO_MANY_REQUESTS', 'Many PDFs are being made. Try again in a minute.');
  }
  waiting += 1;
  const turn = lastTurn.then(() => render(sheet));
  lastTurn = Promise.allSettled([turn]);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function render(sheet: BriefingSheet): Promise<Uint8Array> {
  clearTimeout(idle);
  const worker = thread ?? (await startThread());
  worker.ref();
  try {
    const answer = messageOf(
      worker,
      RENDER_TIMEOUT_MS,
      'This briefing is too long to become a PDF in ten seconds. Export it as Markdown.',
    );
    worker.postMessage(sheet);
    return (await answer) as Uint8Array;
  } catch (error) {
    await stopThread(worker);
    throw error;
  } finally {
    worker.unref();
    idle = setTimeout(() => void stopThread(worker), IDLE_MS).unref();
  }
}

async function startThread(): Promise<Worker> {
  const worker = new Worker(new URL('./briefing-pdf-thread.mjs', import.meta.url), {
    execArgv: [],
    env: { NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // Whoever waits is told; without a listener, an error between two PDFs would end the server.
  worker.on('error', (error) => log().warn({ err: error }, 'the PDF thread ended'));
  worker.on('exit', () => {
    if (thread === worker) thread = null;
  });
  try {
    await messageOf(worker, LOAD_TIMEOUT_MS, 'PDFs cannot be made right now. Export it as Markdown.');
  } catch (error) {
    await stopThread(worker);
    throw error;
  }
  thread = worker;
  return worker;
}

async function stopThread(worker: Worker): Promise<void> {
  if (thread === worker) thread = null;
  await worker.terminate();
}

/** What the thread says next. @throws DomainError UNAVAILABLE when it fails or says nothing in time */
async function messageOf(worker: Worker, limitMs: number, tooLate: string): Promise<unknown> {
  try {
    const [message] = (await once(worker, 'message', { signal: AbortSignal.timeout(limitMs) })) as [unknown];
    return message;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw new DomainError('UNAVAILABLE', tooLate);
    log().error({ err: error }, 'a PDF could not be made');
    throw new DomainError(
      'UNAVAILABLE',
      'This briefing could not be made into a PDF. Export it as Markdown.',
    );
  }
}
