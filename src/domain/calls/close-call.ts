import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import type { CallCard, closeCallInput } from './model';
import { canWorkCall } from './policy';
import { loadCallCard } from './queries';
import { calls } from './tables';

/**
 * Ends the wrap-up with a disposition; a call still up is ended with it.
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
    return announceCall(tx, call.id);
  });
}
