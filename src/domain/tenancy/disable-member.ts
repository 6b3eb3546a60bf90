import { eq, isNull } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canDisableMember } from './policy';
import { memberships, sessions } from './tables';

/** Ends a person's access; their sessions end in the same transaction. */
export async function disableMember(actor: Actor, memberId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(
      canDisableMember(actor, { id: memberId }),
      'Only an admin may do this, and not to themselves.',
    );
    const rows = await tx.db
      .update(memberships)
      .set({ disabledAt: tx.now })
      .where(within(tx, memberships, eq(memberships.id, memberId)))
      .returning({ id: memberships.id, clientId: memberships.clientId });
    const member = requireFound(rows[0], 'member');
    await tx.db
      .update(sessions)
      .set({ revokedAt: tx.now })
      .where(within(tx, sessions, eq(sessions.membershipId, memberId), isNull(sessions.revokedAt)));
    await recordAudit(tx, 'member.disabled', member);
  });
}
