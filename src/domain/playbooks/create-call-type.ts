import { count, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { requireClient } from '../tenancy/queries';
import { requireSoundIntake } from './call-type-problems';
import { mostCallTypes, type CallType, type createCallTypeInput } from './model';
import { canEditCallTypes } from './policy';
import { requireOffered } from './queries';
import { callTypes } from './tables';

/**
 * A reason why somebody calls, of one client or of all.
 * @throws DomainError INVALID for a playbook that is not offered or a field that cannot be filled in, CONFLICT where
 * there are enough
 */
export async function createCallType(
  actor: Actor,
  input: z.output<typeof createCallTypeInput>,
): Promise<CallType> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditCallTypes(actor));
    if (input.clientId !== null) await requireClient(tx, input.clientId);
    requireSoundIntake(input.intake);
    if (input.playbookId !== null) await requireOffered(tx, input.playbookId);
    const [{ inUse } = { inUse: 0 }] = await tx.db
      .select({ inUse: count() })
      .from(callTypes)
      .where(within(tx, callTypes, isNull(callTypes.archivedAt)));
    if (inUse >= mostCallTypes) {
      throw new DomainError('CONFLICT', `There are ${mostCallTypes} call types already. Archive one first.`);
    }
    const callType: CallType = { id: newId(), ...input, archivedAt: null };
    await tx.db
      .insert(callTypes)
      .values({ ...callType, organizationId: actor.organizationId, createdAt: tx.now });
    await recordAudit(tx, 'callType.created', callType, { fields: input.intake.length });
    await appendLiveEvent(tx, 'callType.changed', null, { callType });
    return callType;
  });
}
