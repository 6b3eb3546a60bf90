import type { ClaimedPack } from '@/domain/reports/claim-pack';
import { packLeaseSeconds } from '@/domain/reports/model';
import { renewPack } from '@/domain/reports/renew-pack';
import type { Actor } from '@/kernel/actor';
import { SECOND } from '@/kernel/duration';
import { complaint } from '../complaint';

/** Screens are told no oftener than this. */
const PAUSE = SECOND / 2;

const untold = complaint('the progress of a pack could not be told; it goes on');

/** Tells the row, and with it the screens, how far a pack is; and that it is still in hand when nothing moves for long. */
export function followProgress(engine: Actor, pack: ClaimedPack) {
  let progress = 0;
  let told = 0;
  let toldAt = performance.now();
  let telling: Promise<void> = Promise.resolve();
  const tell = async () => {
    const isQuiet = performance.now() - toldAt > (packLeaseSeconds * SECOND) / 3;
    if (progress === told && !isQuiet) return;
    told = progress;
    toldAt = performance.now();
    try {
      await renewPack(engine, pack, progress);
    } catch (error) {
      // Whoever waits sees the end of it; a lease that ran out is noticed there.
      untold(error);
    }
  };
  const timer = setInterval(() => {
    telling = telling.then(tell);
  }, PAUSE);
  return {
    /** @param share 0 to 1 */
    tell(share: number): void {
      progress = Math.max(progress, Math.min(99, Math.round(share * 100)));
    },
    /** Until nothing more is told. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await telling;
    },
  };
}
