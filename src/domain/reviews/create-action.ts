import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { escalations } from '../escalations/tables';
import { loadAction } from './action-queries';
import { addAction } from './add-action';
import { announceReviews } from './announce-reviews';
import type { createActionInput, ReviewAction } from './model';
import { canReviewEscalations } from './policy';
import { lockReviewed } from './reviewed-queries';

/** Asks the client of an escalation to mend something: a number that is wrong, a briefing that is unclear. */
export async function createAction(
  actor: Actor,
  { escalationId, kind, words, actionId }: z.output<typeof createActionInput>,
): Promise<ReviewAction> {
  return writeTx(actor, async (tx) => {
    const [found] = await lockReviewed(tx, 1, eq(escalations.id, escalationId));
    const escalation = requireFound(found, 'escalation');
    tx.authorize(canReviewEscalations(actor));
    const { id, isNew } = await addAction(tx, escalation, { kind, words }, actionId);
    if (isNew) {
      await recordAudit(tx, 'review_action.created', { id, clientId: escalation.clientId }, { kind });
      await announceReviews(tx, [escalationId]);
    } else {
      tx.noteUnrecorded();
    }
    return requireFound(await loadAction(tx, id), 'action');
  });
}
