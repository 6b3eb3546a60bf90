import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceSurge } from './announce-surge';
import type { Surge, surgeIdInput } from './model';
import { canDismissSurge } from './policy';
import { lockSurge } from './queries';
import { surges } from './tables';

/**
 * It is no incident; this client's calls are left alone for some hours.
 * @throws DomainError CONFLICT when a draft was made of it, or a briefing covers it
 */
export async function dismissSurge(actor: Actor, { surgeId }: z.output<typeof surgeIdInput>): Promise<Surge> {
  return writeTx(actor, async (tx) => {
    const surge = requireFound(await lockSurge(tx, surgeId), 'surge');
    tx.authorize(canDismissSurge(actor, surge));
    if (surge.state === 'dismissed') {
      tx.noteUnrecorded();
      return surge;
    }
    if (surge.state !== 'open') {
      const words =
        surge.state === 'covered' ? 'A briefing covers this already.' : 'A draft was made of this.';
      throw new DomainError('CONFLICT', words);
    }
    await tx.db
      .update(surges)
      .set({ state: 'dismissed', endedAt: tx.now, endedByName: actor.name })
      .where(within(tx, surges, eq(surges.id, surgeId)));
    await recordAudit(tx, 'surge.dismissed', surge);
    return announceSurge(tx, surgeId);
  });
}
