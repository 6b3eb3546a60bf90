import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import { announcePresence } from './announce-presence';
import type { PresenceCard } from './model';
import { canMarkPresent } from './policy';
import { presences } from './tables';

/** "I heard it": the ring of this desk works. Opens the way to `available` for 12 hours. */
export async function confirmRing(actor: Actor): Promise<PresenceCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canMarkPresent(actor));
    const { organizationId, id: membershipId } = actor;
    const heard = { seenAt: tx.now, ringTestedAt: tx.now };
    await tx.db
      .insert(presences)
      .values({ organizationId, membershipId, changedAt: tx.now, ...heard })
      .onConflictDoUpdate({ target: [presences.organizationId, presences.membershipId], set: heard });
    await recordAudit(tx, 'ring.confirmed', { id: membershipId, clientId: null });
    return announcePresence(tx, membershipId);
  });
}
