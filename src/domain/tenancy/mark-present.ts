import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { canMarkPresent } from './policy';
import { presences } from './tables';

/** Somebody is at a desk now; who was not marked for 90 s is there no more. It is a figure, so no record is kept. */
export async function markPresent(actor: Actor): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canMarkPresent(actor));
    tx.noteUnrecorded();
    await tx.db
      .insert(presences)
      .values({ organizationId: actor.organizationId, membershipId: actor.id, seenAt: tx.now })
      .onConflictDoUpdate({
        target: [presences.organizationId, presences.membershipId],
        set: { seenAt: tx.now },
      });
  });
}
