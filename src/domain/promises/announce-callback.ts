import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import { loadCallback } from './callback-queries';
import type { Callback } from './model';

/** Reads a callback anew after it changed, tells the open screens, and returns it. */
export async function announceCallback(tx: WriteTx, callbackId: string): Promise<Callback> {
  const callback = requireFound(await loadCallback(tx, callbackId, tx.now), 'callback');
  await appendLiveEvent(tx, 'callback.changed', callback.clientId, { callback });
  return callback;
}
