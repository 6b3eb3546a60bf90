import type { Claim } from '@/db/engine-gate';
import type { JobQueue, QueueBackend, QueuedTurn, Turn } from './connection';

/** What takes one short transaction and is seldom due: they share a queue, for each queue of each process takes connections. */
const chores = ['remind', 'digest', 'handover', 'promise', 'report', 'account'] as const;
export type Chore = (typeof chores)[number];

export type Queues = Record<'deliver' | 'advance' | 'surge' | 'pack' | Chore, JobQueue>;

/**
 * Those of the release before were called `deliver` and `advance`, and each chore had its own. A worker of that release,
 * still running while this one starts, must not take turns whose channels and targets it does not know.
 */
export const queueNames = { deliver: 'send', advance: 'step', chore: 'chore' };

export async function openQueues(backend: QueueBackend): Promise<Queues> {
  const [deliver, advance, surge, pack, chore] = await Promise.all([
    backend.openQueue(queueNames.deliver),
    backend.openQueue(queueNames.advance),
    backend.openQueue('surge'),
    backend.openQueue('pack'),
    backend.openQueue(queueNames.chore),
  ]);
  const shared = chores.map((name) => [name, shareOf(chore, name)] as const);
  return { deliver, advance, surge, pack, ...(Object.fromEntries(shared) as Record<Chore, JobQueue>) };
}

/** The queue of the chores as that of one of them. */
function shareOf(queue: JobQueue, chore: Chore): JobQueue {
  return {
    addBulk: (turns) =>
      queue.addBulk(
        turns.map(({ name, data, opts }) => ({
          name,
          data: { ...data, chore },
          opts: { ...opts, jobId: `${chore}-${opts.jobId ?? data.id}` },
        })),
      ),
    // However often it is asked, it closes once.
    close: () => queue.close(),
  };
}

/** Does each chore's work on its turns. */
export function doChores(work: Record<Chore, (turn: Turn) => Promise<void>>): (turn: Turn) => Promise<void> {
  return async (turn) => {
    const chore = chores.find((name) => name === turn.chore);
    if (chore !== undefined) await work[chore](turn);
  };
}

/**
 * A job for a claimed row. Its id is the row and the row's turn, so that one turn waits in a queue once; gone when
 * it ends, well or badly, so that the same turn may be queued again. No retries here: the row knows when it is due.
 * An emergency goes to the head of the queue.
 */
export function toTurn({ id, organizationId, turn, isFirst = false }: Claim): QueuedTurn {
  return {
    name: 'turn',
    data: { id, organizationId },
    opts: {
      jobId: `${id}-${turn}`,
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
      ...(isFirst && { lifo: true }),
    },
  };
}
