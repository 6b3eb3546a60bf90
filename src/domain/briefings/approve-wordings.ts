import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { ApprovalKind } from './model';
import { wordingApprovals } from './tables';
import type { Wording } from './wordings';

/** Puts on record that the actor approves these words, inside a larger write; words approved before stay as they are. */
export async function approveWordings(
  tx: WriteTx,
  briefing: { id: string; clientId: string },
  approved: readonly Wording[],
  kind: ApprovalKind,
): Promise<void> {
  if (approved.length === 0) return;
  await tx.db
    .insert(wordingApprovals)
    .values(
      approved.map(({ key, text }) => ({
        organizationId: tx.actor.organizationId,
        id: newId(),
        clientId: briefing.clientId,
        briefingId: briefing.id,
        key,
        text,
        kind,
        at: tx.now,
        byId: tx.actor.id,
        byName: tx.actor.name,
      })),
    )
    .onConflictDoNothing();
}
