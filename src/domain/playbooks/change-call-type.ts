import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { requireSoundIntake } from './call-type-problems';
import type { CallType, changeCallTypeInput } from './model';
import { canEditCallTypes } from './policy';
import { loadCallType, requireOffered } from './queries';
import { callTypes } from './tables';

/**
 * Rewords a call type; whose it is stays. Calls keep the answers they hold, also to fields that are gone.
 * @throws DomainError CONFLICT when it is archived, INVALID as in create-call-type
 */
export async function changeCallType(
  actor: Actor,
  { callTypeId, ...changes }: z.output<typeof changeCallTypeInput>,
): Promise<CallType> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditCallTypes(actor));
    const before = requireFound(await loadCallType(tx, callTypeId), 'call type');
    if (before.archivedAt !== null) {
      throw new DomainError('CONFLICT', 'This call type is archived. Write a new one.');
    }
    requireSoundIntake(changes.intake);
    // One that was archived since may stay named: it gives way to the next place.
    if (changes.playbookId !== null && changes.playbookId !== before.playbookId) {
      await requireOffered(tx, changes.playbookId);
    }
    await tx.db
      .update(callTypes)
      .set(changes)
      .where(within(tx, callTypes, eq(callTypes.id, callTypeId)));
    const callType: CallType = { ...before, ...changes };
    await recordAudit(tx, 'callType.changed', callType, { fields: changes.intake.length });
    await appendLiveEvent(tx, 'callType.changed', null, { callType });
    return callType;
  });
}
