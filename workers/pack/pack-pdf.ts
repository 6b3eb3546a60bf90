import { Worker } from 'node:worker_threads';
import type { PackContent } from '@/domain/reports/pack-content';
import { MINUTE } from '@/kernel/duration';
import type { PackMessage } from './pack-pdf-job';

/** Of the longest pack there may be, on a machine that has other things to do. */
const LIMIT = 5 * MINUTE;

/** The longest pack there may be needs it. What is young is given room: else half the time goes into sweeping it up. */
const MEMORY = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 192 };

type PrintedPack = { pdf: Buffer; pages: number };

/**
 * A pack as a PDF, made in a thread of its own that ends with it: what the worker does besides never waits for it.
 * @param onShare is told which share of the words is laid out, 0 to 1
 * @throws when it fails, takes longer than five minutes, or is broken off
 */
export async function packPdf(
  content: PackContent,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<PrintedPack> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./pack-pdf-thread.mjs', import.meta.url), {
    execArgv: [],
    env: { NODE_ENV: 'production' },
    resourceLimits: MEMORY,
  });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]);
  try {
    return await new Promise<PrintedPack>((resolve, reject) => {
      const breakOff = () => reject(new Error('The print was broken off.', { cause: limit.reason }));
      limit.addEventListener('abort', breakOff, { once: true });
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`The thread that prints ended with ${code}.`)));
      thread.on('message', (message: PackMessage | 'ready') => {
        if (message === 'ready') thread.postMessage(content);
        else if ('share' in message) onShare(message.share);
        else resolve({ pdf: Buffer.from(message.pdf), pages: message.pages });
      });
    });
  } finally {
    await thread.terminate();
  }
}
