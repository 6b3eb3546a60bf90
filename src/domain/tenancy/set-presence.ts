import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announcePresence } from './announce-presence';
import type { PresenceCard, setPresenceInput } from './model';
import { canMarkPresent } from './policy';
import { loadPresence } from './presence-queries';
import { isRingHeard } from './heard-ring';
import { presences } from './tables';

/**
 * What a person at a desk chose: to be given calls, or a break and why. The same choice again changes nothing, so that a
 * retry does not begin a break anew.
 * @throws DomainError CONFLICT for `available` while the ring of this desk was not heard within the last 12 hours
 */
export async function setPresence(
  actor: Actor,
  input: z.output<typeof setPresenceInput>,
): Promise<PresenceCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canMarkPresent(actor));
    const { organizationId, id: membershipId } = actor;
    const before = await loadPresence(tx, membershipId);
    const { state } = input;
    const reason = input.state === 'break' ? input.reason : '';
    if (state === 'available' && !isRingHeard(before?.ringTestedAt ?? null, tx.now)) {
      throw new DomainError(
        'CONFLICT',
        'Test your ring first: you are available once you have heard it, so that no caller waits unheard.',
      );
    }
    if (before?.state === state && before.reason === reason) {
      tx.noteUnrecorded();
      return before;
    }
    const chosen = { seenAt: tx.now, state, reason, changedAt: tx.now };
    await tx.db
      .insert(presences)
      .values({ organizationId, membershipId, ...chosen })
      .onConflictDoUpdate({ target: [presences.organizationId, presences.membershipId], set: chosen });
    const detail = { state, reason, from: before?.state ?? 'preparing' };
    await recordAudit(tx, 'presence.changed', { id: membershipId, clientId: null }, detail);
    return announcePresence(tx, membershipId);
  });
}
