import type { Claim } from '@/db/gate';
import type { JobQueue, QueueBackend, QueuedTurn } from './connection';

export type Queues = Record<'deliver' | 'advance' | 'remind' | 'surge' | 'digest', JobQueue>;

export async function openQueues(backend: QueueBackend): Promise<Queues> {
  const [deliver, advance, remind, surge, digest] = await Promise.all([
    backend.openQueue('deliver'),
    backend.openQueue('advance'),
    backend.openQueue('remind'),
    backend.openQueue('surge'),
    backend.openQueue('digest'),
  ]);
  return { deliver, advance, remind, surge, digest };
}

/**
 * A job for a claimed row. Its id is the row and the row's turn, so that one turn waits in a queue once; gone when
 * it ends, well or badly, so that the same turn may be queued again. No retries here: the row knows when it is due.
 */
export function toTurn({ id, organizationId, turn }: Claim): QueuedTurn {
  return {
    name: 'turn',
    data: { id, organizationId },
    opts: { jobId: `${id}-${turn}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
  };
}
