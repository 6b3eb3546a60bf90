import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canRevokeSession } from './policy';
import { sessions } from './tables';

/** Ends a session at once: a copy of its cookie opens nothing afterwards. */
export async function revokeSession(actor: Actor, sessionId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    const rows = await tx.db
      .select({ id: sessions.id, clientId: sessions.clientId, membershipId: sessions.membershipId })
      .from(sessions)
      .where(within(tx, sessions, eq(sessions.id, sessionId)))
      .for('update');
    const session = requireFound(rows[0], 'session');
    tx.authorize(canRevokeSession(actor, session));
    await tx.db
      .update(sessions)
      .set({ revokedAt: tx.now })
      .where(within(tx, sessions, eq(sessions.id, sessionId)));
    await recordAudit(tx, 'session.revoked', session);
  });
}
