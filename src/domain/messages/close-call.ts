import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from '../calls/announce-call';
import type { CallCard, closeCallInput } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadCallCard } from '../calls/queries';
import { calls } from '../calls/tables';
import { callLog } from './call-log';
import { createMessage } from './create-message';
import { loadLogInput } from './log-queries';
import { isWorthMessage } from './message-fate';

/**
 * Ends the wrap-up with a disposition; a call still up is ended with it. Its log becomes the client's message in the
 * same transaction, unless there is nothing to tell.
 * @throws DomainError CONFLICT when it was closed with another disposition
 */
export async function closeCall(actor: Actor, input: z.output<typeof closeCallInput>): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, input.callId, { isLocked: true }), 'call');
    tx.authorize(canWorkCall(actor));
    if (call.closedAt !== null) {
      if (call.disposition !== input.disposition) {
        throw new DomainError('CONFLICT', `This call was closed as "${call.disposition ?? 'unknown'}".`);
      }
      tx.noteUnrecorded();
      return call;
    }
    await tx.db
      .update(calls)
      .set({
        disposition: input.disposition,
        endedAt: sql`coalesce(${calls.endedAt}, ${tx.now.toISOString()}::timestamptz)`,
        closedAt: tx.now,
        isHeld: false,
      })
      .where(within(tx, calls, eq(calls.id, call.id)));
    await recordAudit(tx, 'call.closed', call, { disposition: input.disposition });
    const closed = await announceCall(tx, call.id);
    await createMessageOf(tx, closed, input.disposition);
    return closed;
  });
}

async function createMessageOf(
  tx: WriteTx,
  call: CallCard,
  disposition: z.output<typeof closeCallInput>['disposition'],
): Promise<void> {
  const { id, clientId } = call;
  if (clientId === null) return;
  const input = await loadLogInput(tx, call);
  if (!isWorthMessage(disposition, input.notes.length)) return;
  await createMessage(tx, { id, clientId }, 0, callLog(input));
}
