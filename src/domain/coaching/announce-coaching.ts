import type { WriteTx } from '../../db/transaction';
import { appendLiveEvent } from '../live/append-live-event';

/**
 * Tells the staff's screens that something about these operators' coaching changed. It says nothing of how they were
 * scored: every desk of the service hears it.
 * @param operatorIds null: read all lists anew
 */
export async function announceCoaching(tx: WriteTx, operatorIds: readonly string[] | null): Promise<void> {
  await appendLiveEvent(tx, 'coaching.changed', null, { operatorIds });
}
