import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { Surge } from './model';
import { loadSurge } from './queries';

/** Reads a surge anew after it changed, tells the open screens, and returns it. */
export async function announceSurge(tx: WriteTx, surgeId: string): Promise<Surge> {
  const surge = requireFound(await loadSurge(tx, surgeId), 'surge');
  await appendLiveEvent(tx, 'surge.changed', surge.clientId, { surge });
  return surge;
}
