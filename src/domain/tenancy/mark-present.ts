import { eq, gt } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, HOUR, SECOND } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { announcePresence } from './announce-presence';
import { presenceSeconds } from './model';
import { canMarkPresent } from './policy';
import { loadPresence } from './presence-queries';
import { presences } from './tables';

const FORGOTTEN_MS = HOUR;

/**
 * Somebody is at a desk now; who was not marked for `presenceSeconds` is there no more. A desk that comes back within an hour is what
 * it was: a reload, or a lost line, ends neither availability nor a break. After that it is `preparing`: nobody is given
 * calls, or counted as on a break, by a choice of the day before. That end of a choice is on record; being there is a
 * figure and is not.
 */
export async function markPresent(actor: Actor): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canMarkPresent(actor));
    tx.noteUnrecorded();
    const stayed = await tx.db
      .update(presences)
      .set({ seenAt: tx.now })
      .where(
        within(
          tx,
          presences,
          eq(presences.membershipId, actor.id),
          gt(presences.seenAt, after(tx.now, -presenceSeconds * SECOND)),
        ),
      )
      .returning({ membershipId: presences.membershipId });
    if (stayed.length === 0) await appear(tx);
  });
}

async function appear(tx: WriteTx): Promise<void> {
  const { organizationId, id: membershipId } = tx.actor;
  const before = await loadPresence(tx, membershipId);
  const isForgotten = before !== undefined && after(before.seenAt, FORGOTTEN_MS) <= tx.now;
  const anew = { state: 'preparing' as const, reason: '', changedAt: tx.now };
  await tx.db
    .insert(presences)
    .values({ organizationId, membershipId, seenAt: tx.now, ...anew })
    .onConflictDoUpdate({
      target: [presences.organizationId, presences.membershipId],
      set: { seenAt: tx.now, ...(isForgotten ? anew : {}) },
    });
  if (isForgotten && before.state !== 'preparing') {
    const subject = { id: membershipId, clientId: null };
    await recordAudit(tx, 'presence.changed', subject, { state: 'preparing', from: before.state });
  }
  await announcePresence(tx, membershipId);
}
