import type { WriteTx } from '../../db/transaction';
import { announcePromise } from './announce-promise';
import { loadOpenPromisesOf } from './promise-queries';

/** A call's open promises name its caller: tells the screens when the name or the number has changed. */
export async function announcePromisesOfCall(tx: WriteTx, callId: string): Promise<void> {
  for (const { id } of await loadOpenPromisesOf(tx, callId)) await announcePromise(tx, id);
}
