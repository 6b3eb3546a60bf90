import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { after, HOUR } from '../../kernel/duration';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { canStartSession } from './policy';
import { sessions } from './tables';

/** A session ends after one long shift, whatever happens. */
const SESSION_LENGTH = 16 * HOUR;

/** Begins a signed-in browser's session; returns its id, which the cookie carries. */
export async function startSession(
  actor: Actor,
  from: { address: string; userAgent: string },
): Promise<string> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canStartSession(actor));
    const id = newId();
    await tx.db.insert(sessions).values({
      organizationId: actor.organizationId,
      id,
      clientId: actor.clientId,
      membershipId: actor.id,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt: after(tx.now, SESSION_LENGTH),
      address: from.address,
      userAgent: from.userAgent.slice(0, 400),
    });
    await recordAudit(tx, 'session.started', { id, clientId: actor.clientId });
    return id;
  });
}
