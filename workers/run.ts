import { account } from './account';
import { advance } from './advance';
import { openChannels } from './channels/send';
import { chooseBackend } from './connection';
import { deliverBy } from './deliver';
import { digest } from './digest';
import { withFaultsCounted } from './faults';
import { handover } from './handover';
import { doChores, openQueues, queueNames } from './queues';
import { openPackMaker } from './pack';
import { promise } from './promise';
import { remind } from './remind';
import { report } from './report';
import { surge } from './surge';
import type { WorkerSettings } from './settings';
import { startSweep } from './sweep';
import { SECOND } from '@/kernel/duration';

const chores = doChores({ remind, digest, handover, promise, report, account });

export type RunningWorker = { stop(): Promise<void> };

/** Moving an escalation on, reminding an author, or handing over a digest is one short transaction. */
const ADVANCES_AT_ONCE = 5;
const CHORES_AT_ONCE = 5;

/** Comparing an hour of calls takes the machine a while: messages come first. */
const SURGES_AT_ONCE = 1;

/** Printing takes a processor for seconds. */
const PACKS_AT_ONCE = 1;

/** What is in hand may finish for so long; then its hand-over is broken off and written down as to be tried again. */
const GRACE = 5 * SECOND;

/** Sweeps and works until stopped. @throws when the database or its queue cannot be used */
export async function startWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const channels = openChannels(settings);
  const backend = chooseBackend(settings);
  const packs = openPackMaker();
  let refill: () => void = () => undefined;
  const deliver = deliverBy(channels, settings.limits, () => refill());
  const workers = await Promise.all([
    backend.startWorker(queueNames.deliver, withFaultsCounted('delivery', deliver), settings.concurrency),
    backend.startWorker(queueNames.advance, withFaultsCounted('escalation', advance), ADVANCES_AT_ONCE),
    backend.startWorker('surge', surge, SURGES_AT_ONCE),
    backend.startWorker('pack', (turn) => packs.make(turn), PACKS_AT_ONCE),
    backend.startWorker(queueNames.chore, chores, CHORES_AT_ONCE),
  ]);
  const queues = await openQueues(backend);
  const sweep = await startSweep(queues, settings);
  refill = () => sweep.refill();

  return {
    async stop() {
      await sweep.stop();
      const breakOff = setTimeout(() => {
        channels.close();
        packs.close();
      }, GRACE);
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(breakOff);
      channels.close();
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await backend.close();
    },
  };
}
