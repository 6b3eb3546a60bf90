import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import { announceCallback } from './announce-callback';
import type { PromiseCard } from './model';
import { loadPromise } from './promise-queries';

/**
 * Reads a promise anew after it was given or changed, tells the open screens, and returns it. A promised call back
 * stands among the callbacks too.
 */
export async function announcePromise(tx: WriteTx, promiseId: string): Promise<PromiseCard> {
  const promise = requireFound(await loadPromise(tx, promiseId), 'promise');
  await appendLiveEvent(tx, 'promise.changed', promise.clientId, { promise });
  if (promise.kind === 'callback') await announceCallback(tx, promiseId);
  return promise;
}
