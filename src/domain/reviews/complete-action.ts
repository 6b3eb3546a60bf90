import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { loadAction } from './action-queries';
import type { actionIdInput, ReviewAction } from './model';
import { canCompleteAction } from './policy';
import { reviewActions } from './tables';

/** It is mended. Said once: who was first, and when, stands. */
export async function completeAction(
  actor: Actor,
  { actionId }: z.output<typeof actionIdInput>,
): Promise<ReviewAction> {
  return writeTx(actor, async (tx) => {
    const isAction = within(tx, reviewActions, eq(reviewActions.id, actionId));
    const [row] = await tx.db.select().from(reviewActions).where(isAction).for('update');
    const action = requireFound(row, 'action');
    tx.authorize(canCompleteAction(actor, action));
    if (action.doneAt === null) {
      await tx.db.update(reviewActions).set({ doneAt: tx.now, doneByName: actor.name }).where(isAction);
      await recordAudit(tx, 'review_action.completed', action);
      await appendLiveEvent(tx, 'reviewActions.changed', action.clientId, { clientId: action.clientId });
    } else {
      tx.noteUnrecorded();
    }
    return requireFound(await loadAction(tx, actionId), 'action');
  });
}
