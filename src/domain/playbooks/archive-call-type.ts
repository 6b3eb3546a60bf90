import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { archiveCallTypeInput, CallType } from './model';
import { canEditCallTypes } from './policy';
import { loadCallType } from './queries';
import { callTypes } from './tables';

/** Offers a call type no more; calls that have it keep it. */
export async function archiveCallType(
  actor: Actor,
  { callTypeId }: z.output<typeof archiveCallTypeInput>,
): Promise<CallType> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditCallTypes(actor));
    const archived = await tx.db
      .update(callTypes)
      .set({ archivedAt: tx.now })
      .where(within(tx, callTypes, eq(callTypes.id, callTypeId), isNull(callTypes.archivedAt)))
      .returning({ id: callTypes.id });
    const callType = requireFound(await loadCallType(tx, callTypeId), 'call type');
    if (archived.length === 0) {
      tx.noteUnrecorded();
      return callType;
    }
    await recordAudit(tx, 'callType.archived', callType);
    await appendLiveEvent(tx, 'callType.changed', null, { callType });
    return callType;
  });
}
