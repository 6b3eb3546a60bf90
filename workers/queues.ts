import type { Claim } from '@/db/engine-gate';
import type { JobQueue, QueueBackend, QueuedTurn } from './connection';

export type Queues = Record<'deliver' | 'advance' | 'remind' | 'surge' | 'digest' | 'handover', JobQueue>;

/**
 * Those of the release before were called `deliver` and `advance`. A worker of that release, still running while this one
 * starts, must not take turns whose channels and targets it does not know.
 */
export const queueNames = { deliver: 'send', advance: 'step' };

export async function openQueues(backend: QueueBackend): Promise<Queues> {
  const [deliver, advance, remind, surge, digest, handover] = await Promise.all([
    backend.openQueue(queueNames.deliver),
    backend.openQueue(queueNames.advance),
    backend.openQueue('remind'),
    backend.openQueue('surge'),
    backend.openQueue('digest'),
    backend.openQueue('handover'),
  ]);
  return { deliver, advance, remind, surge, digest, handover };
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
