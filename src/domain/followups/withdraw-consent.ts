import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { announceUpdate } from '../updates/announce-update';
import type { CallerUpdate, callOfUpdateInput } from '../updates/model';
import { canRecordConsent } from '../updates/policy';
import { callerUpdates } from '../updates/tables';
import { lockUpdateOfCall } from '../updates/update-queries';

/**
 * The caller of a call wishes to hear no more of it; what was not sent yet is not.
 * @throws DomainError CONFLICT once they were told, or are called back
 */
export async function withdrawConsent(
  actor: Actor,
  { callId }: z.output<typeof callOfUpdateInput>,
): Promise<CallerUpdate> {
  return writeTx(actor, async (tx) => {
    const update = requireFound(await lockUpdateOfCall(tx, callId), 'caller update');
    tx.authorize(canRecordConsent(actor));
    if (update.state === 'told') throw new DomainError('CONFLICT', 'This caller has been told already.');
    if (update.state === 'promised') {
      throw new DomainError('CONFLICT', 'This caller is called back: cancel the callback instead.');
    }
    if (update.state === 'cancelled') {
      tx.noteUnrecorded();
      return announceUpdate(tx, update.id);
    }
    await cancelDeliveries(tx, update.id, 'The caller wished it no more before it was sent.');
    await tx.db
      .update(callerUpdates)
      .set({ state: 'cancelled', tellAt: null, claimedUntil: null })
      .where(within(tx, callerUpdates, eq(callerUpdates.id, update.id)));
    await recordAudit(tx, 'callerUpdate.cancelled', update);
    return announceUpdate(tx, update.id);
  });
}
