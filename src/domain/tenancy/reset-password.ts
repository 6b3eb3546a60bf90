import { and, eq, isNull } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canCreateMember } from './policy';
import { credentials, memberships, sessions } from './tables';

/** A new first password for somebody who forgot theirs; every session of theirs ends with the old one. */
export async function resetPassword(
  actor: Actor,
  input: { memberId: string; passwordHash: string },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canCreateMember(actor));
    const [row] = await tx.db
      .select({ id: memberships.id, clientId: memberships.clientId })
      .from(memberships)
      .where(within(tx, memberships, eq(memberships.id, input.memberId)));
    const member = requireFound(row, 'member');
    await tx.db
      .update(credentials)
      .set({ passwordHash: input.passwordHash, changedAt: tx.now })
      .where(within(tx, credentials, eq(credentials.membershipId, member.id)));
    await tx.db
      .update(sessions)
      .set({ revokedAt: tx.now })
      .where(within(tx, sessions, and(eq(sessions.membershipId, member.id), isNull(sessions.revokedAt))));
    await recordAudit(tx, 'member.password_reset', member);
  });
}
