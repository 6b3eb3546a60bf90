import type { WriteTx } from '../../db/transaction';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { appendLiveEvent } from '../live/append-live-event';
import type { ActionKind } from './model';
import { reviewActions } from './tables';

/**
 * What the client has to mend, inside a larger write.
 * @param id made by the screen, so that a retry writes no second one
 * @returns its id, and whether it was written now
 * @throws DomainError CONFLICT where the escalation has no client
 */
export async function addAction(
  tx: WriteTx,
  escalation: { id: string; clientId: string | null },
  { kind, words }: { kind: ActionKind; words: string },
  id: string = newId(),
): Promise<{ id: string; isNew: boolean }> {
  const { clientId } = escalation;
  if (clientId === null) {
    throw new DomainError('CONFLICT', 'This escalation has no client who could mend anything.');
  }
  const written = await tx.db
    .insert(reviewActions)
    .values({
      organizationId: tx.actor.organizationId,
      id,
      clientId,
      escalationId: escalation.id,
      kind,
      words,
      createdAt: tx.now,
      createdByName: tx.actor.name,
    })
    .onConflictDoNothing()
    .returning({ id: reviewActions.id });
  if (written.length > 0) await appendLiveEvent(tx, 'reviewActions.changed', clientId, { clientId });
  return { id, isNew: written.length > 0 };
}
