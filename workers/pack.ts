import { engineActor } from '@/db/gate';
import { claimPack } from '@/domain/reports/claim-pack';
import { finishPack } from '@/domain/reports/finish-pack';
import { mostPackTries } from '@/domain/reports/model';
import { readPackContent } from '@/domain/reports/pack-content-queries';
import { retryPack } from '@/domain/reports/retry-pack';
import { DomainError } from '@/kernel/errors';
import { log } from '@/kernel/log';
import type { Turn } from './connection';
import { followProgress } from './pack/pack-progress';
import { packPdf } from './pack/pack-pdf';

type PackMaker = {
  make(turn: Turn): Promise<void>;
  /** Breaks off what is being made: another worker begins it again. */
  close(): void;
};

/** Reading the calls is so much of the work; the rest is the print. */
const READING = 0.15;

const FAILED = 'The pack could not be made. Ask for a new one; the CSV is to be had all the same.';
const ENDED = 'The pack could not be made: the worker ended each time. The CSV is to be had all the same.';

export function openPackMaker(): PackMaker {
  const closing = new AbortController();
  return { make: (turn) => makePack(turn, closing.signal), close: () => closing.abort() };
}

/** A pack that is to be made (`id`). Queued twice: the second time somebody has it in hand, or it is made. */
async function makePack({ organizationId, id }: Turn, signal: AbortSignal): Promise<void> {
  const engine = engineActor(organizationId);
  const pack = await claimPack(engine, id);
  if (pack === null) return;
  // A worker that was ended from outside could say nothing itself.
  if (pack.tries > mostPackTries) return retryPack(engine, pack, { failure: ENDED, isFinal: true });
  const progress = followProgress(engine, pack);
  try {
    const content = await readPackContent(engine, pack.briefingId, pack.asOf, (share) =>
      progress.tell(share * READING),
    );
    const printed = await packPdf(
      content,
      (share) => progress.tell(READING + share * (1 - READING) * 0.9),
      signal,
    );
    await progress.stop();
    await finishPack(engine, pack, { content, ...printed });
  } catch (error) {
    await progress.stop();
    const isSaid = error instanceof DomainError && error.code !== 'INTERNAL';
    if (!isSaid) log().error({ err: error, packId: id, tries: pack.tries }, 'a pack could not be made');
    const isFinal = isSaid && error.code === 'TOO_LARGE';
    await retryPack(engine, pack, { failure: isSaid ? error.message : FAILED, isFinal });
  }
}
