import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { PromiseEventType } from './model';
import { promiseEvents } from './tables';

type Line = { promise: { id: string; clientId: string }; type: PromiseEventType; words: string };

/** Lines of several promises' ledgers at once, inside the write that they tell of. */
export async function recordPromiseEvents(tx: WriteTx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const byName = tx.actor.kind === 'engine' ? null : tx.actor.name;
  await tx.db.insert(promiseEvents).values(
    lines.map(({ promise, type, words }) => ({
      organizationId: tx.actor.organizationId,
      id: newId(),
      clientId: promise.clientId,
      promiseId: promise.id,
      type,
      words,
      at: tx.now,
      byName,
    })),
  );
}
