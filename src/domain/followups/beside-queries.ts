import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { loadAlikeCalls, loadCallWords, loadEarlierCalls, numbersOf } from '../calls/beside-queries';
import type { CallBeside } from '../calls/model';
import { canReadCalls } from '../calls/policy';
import { loadCallCard } from '../calls/queries';
import { loadOpenCallbacksTo } from '../promises/callback-queries';
import type { Callback, PromiseCard } from '../promises/model';
import { canReadPromises } from '../promises/policy';
import { loadPromisesOfCalls } from '../promises/promise-queries';

export type Beside = {
  /** Of the same caller to the same client, the newest first. */
  earlier: CallBeside[];
  /** Of others about something alike, the most alike first. */
  alike: CallBeside[];
  /** What the caller was promised in those earlier calls: what is open first. */
  promises: PromiseCard[];
  /** Calls back that this caller still waits for, by deadline. */
  callbacks: Callback[];
};

/** What helps with a call: the caller's history with this client, and how alike calls went. */
export async function getBeside(actor: Actor, callId: string): Promise<Beside> {
  requireAllowed(canReadCalls(actor) && canReadPromises(actor));
  return readTx(actor, async (tx, clock) => {
    const [card, words] = await Promise.all([loadCallCard(tx, callId), loadCallWords(tx, callId)]);
    const call = requireFound(card, 'call');
    const [earlier, alike, callbacks] = await Promise.all([
      loadEarlierCalls(tx, call),
      loadAlikeCalls(tx, call, words),
      call.clientId === null ? [] : loadOpenCallbacksTo(tx, call.clientId, numbersOf(call), await clock()),
    ]);
    const promises = await loadPromisesOfCalls(
      tx,
      earlier.map(({ id }) => id),
    );
    return { earlier, alike, promises, callbacks };
  });
}
