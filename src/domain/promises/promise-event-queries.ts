import { asc, eq } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { CallbackTry, PromiseEvent } from './model';
import { promiseEvents, promiseTries } from './tables';

/** What happened to a promise, the oldest first; at most 500. */
export async function loadPromiseEvents(tx: ReadTx, promiseId: string): Promise<PromiseEvent[]> {
  return tx.db
    .select({
      id: promiseEvents.id,
      type: promiseEvents.type,
      words: promiseEvents.words,
      at: promiseEvents.at,
      byName: promiseEvents.byName,
    })
    .from(promiseEvents)
    .where(within(tx, promiseEvents, eq(promiseEvents.promiseId, promiseId)))
    .orderBy(asc(promiseEvents.at), asc(promiseEvents.id))
    .limit(500);
}

/** What came of calling back, the oldest first; at most 200. */
export async function loadPromiseTries(tx: ReadTx, promiseId: string): Promise<CallbackTry[]> {
  return tx.db
    .select({
      id: promiseTries.id,
      outcome: promiseTries.outcome,
      note: promiseTries.note,
      said: promiseTries.said,
      at: promiseTries.at,
      byName: promiseTries.byName,
    })
    .from(promiseTries)
    .where(within(tx, promiseTries, eq(promiseTries.promiseId, promiseId)))
    .orderBy(asc(promiseTries.at), asc(promiseTries.id))
    .limit(200);
}
