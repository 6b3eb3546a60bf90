import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import type { CallCard } from './model';
import { canCancelTransfer, canWorkCall } from './policy';
import { loadCallCard } from './queries';
import { calls } from './tables';

/**
 * Ends the offer of a call: whoever has it takes the offer back, or the colleague declines. Where nothing is offered any
 * more there is nothing to do; the call that comes back tells who has it.
 */
export async function cancelTransfer(actor: Actor, callId: string): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, callId, { isLocked: true }), 'call');
    if (call.handoverToId === null) {
      tx.authorize(canWorkCall(actor));
      tx.noteUnrecorded();
      return call;
    }
    tx.authorize(canCancelTransfer(actor, call), 'This call is being handed over between two colleagues.');
    await tx.db
      .update(calls)
      .set({ handoverToId: null, handoverToName: null, handoverWords: null, handoverAt: null })
      .where(within(tx, calls, eq(calls.id, callId)));
    const isDeclined = call.handoverToId === actor.id;
    const detail = { toId: call.handoverToId };
    await recordAudit(tx, isDeclined ? 'call.declined' : 'call.offer_cancelled', call, detail);
    return announceCall(tx, callId);
  });
}
