import type { WriteTx } from '../../db/transaction';
import { appendLiveEvents, type LiveEvent } from './append-live-events';

/**
 * Tells the open screens of one thing, if and when this transaction commits.
 * @param clientId whose people may see it besides the staff; null: staff only
 */
export async function appendLiveEvent(
  tx: WriteTx,
  type: LiveEvent['type'],
  clientId: string | null,
  payload: Record<string, unknown>,
): Promise<void> {
  await appendLiveEvents(tx, [{ type, clientId, payload }]);
}
