import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announcePresence } from './announce-presence';
import type { setLanguagesInput } from './model';
import { canSetLanguages } from './policy';
import { loadPresence } from './presence-queries';
import { memberships } from './tables';

/**
 * What somebody of the staff speaks with callers; colleagues see it when they hand a call over.
 * @throws DomainError NOT_FOUND also for a client's people, who take no calls
 */
export async function setLanguages(
  actor: Actor,
  { memberId, languages }: z.output<typeof setLanguagesInput>,
): Promise<{ memberId: string; languages: string[] }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSetLanguages(actor));
    const isOne = within(tx, memberships, and(eq(memberships.id, memberId), isNull(memberships.clientId)));
    const [found] = await tx.db
      .select({ id: memberships.id, clientId: memberships.clientId, languages: memberships.languages })
      .from(memberships)
      .where(isOne)
      .for('no key update');
    const member = requireFound(found, 'member');
    if (member.languages.join() === languages.join()) {
      tx.noteUnrecorded();
      return { memberId, languages };
    }
    await tx.db.update(memberships).set({ languages }).where(isOne);
    await recordAudit(tx, 'member.languages_set', member, { languages });
    if ((await loadPresence(tx, memberId)) !== undefined) await announcePresence(tx, memberId);
    return { memberId, languages };
  });
}
