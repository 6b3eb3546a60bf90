import type { WriteTx } from '../../db/transaction';
import { appendLiveEvent } from '../live/append-live-event';

/** Tells the staff's screens; `escalationIds` null: many at once, read the lists anew. */
export async function announceReviews(tx: WriteTx, escalationIds: readonly string[] | null): Promise<void> {
  await appendLiveEvent(tx, 'reviews.changed', null, { escalationIds });
}
