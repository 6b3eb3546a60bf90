import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { after, HOUR } from '../../kernel/duration';
import type { Language } from '../briefings/model';
import { calls } from '../calls/tables';
import { numberToReach } from '../calls/told-queries';
import { appendLiveEvent } from '../live/append-live-event';
import { createCallbacks } from '../promises/create-callbacks';
import { recallCause } from './recall-cause';
import type { WithdrawnSince } from './statement-queries';

type Told = { briefingId: string; clientId: string; callId: string; text: string; language: Language };

/**
 * A recall that was made already goes on with one more caller, inside a larger write: somebody who was told the words
 * after they had been withdrawn, or whose number came to be known. By its deadline, or within four hours of now.
 * @param isToldAgain whether somebody who was called back before is called back once more
 */
export async function joinRecall(
  tx: WriteTx,
  told: Told,
  withdrawn: WithdrawnSince,
  { isToldAgain }: { isToldAgain: boolean },
): Promise<void> {
  const { briefingId, clientId, callId, text: before, language } = told;
  const { recallId } = withdrawn;
  if (withdrawn.callBack) {
    const [caller] = await tx.db
      .select({ name: calls.callerName, phone: numberToReach })
      .from(calls)
      .where(within(tx, calls, eq(calls.id, callId)));
    const dueAt = withdrawn.dueAt > tx.now ? withdrawn.dueAt : after(tx.now, 4 * HOUR);
    const cause = recallCause({ ...withdrawn, clientId, briefingId, dueAt }, language);
    const phone = caller?.phone ?? null;
    const callers = phone === null ? [] : [{ callId, name: caller?.name ?? '', phone, before }];
    await createCallbacks(tx, cause, callers, { isReopening: isToldAgain });
  }
  await appendLiveEvent(tx, 'recall.changed', clientId, { recallId, briefingId, clientId });
}
