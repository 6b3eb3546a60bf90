import type { WriteTx } from '../../db/transaction';
import type { PromiseEventType } from './model';
import { recordPromiseEvents } from './record-promise-events';

/** One line of a promise's ledger, inside the write that it tells of. */
export async function recordPromiseEvent(
  tx: WriteTx,
  promise: { id: string; clientId: string },
  type: PromiseEventType,
  words: string,
): Promise<void> {
  await recordPromiseEvents(tx, [{ promise, type, words }]);
}
