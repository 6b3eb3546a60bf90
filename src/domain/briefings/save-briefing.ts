import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from './announce-briefing';
import { identifiedContent } from './identified-content';
import type { Briefing, saveBriefingInput } from './model';
import { canWriteBriefing } from './policy';
import { lockBriefing } from './queries';
import { briefings } from './tables';

/**
 * Saves the whole draft. What operators see does not change.
 * @throws DomainError STALE when someone saved since `draftRevision`: nothing is overwritten
 */
export async function saveBriefing(
  actor: Actor,
  { briefingId, draftRevision, ...input }: z.output<typeof saveBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const before = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canWriteBriefing(actor, before));
    if (before.state === 'resolved' || before.state === 'withdrawn') {
      throw new DomainError('CONFLICT', `This briefing is ${before.state}. Start a new one.`);
    }
    if (before.draftRevision !== draftRevision) {
      throw new DomainError('STALE', `${before.updatedByName} saved this briefing meanwhile.`);
    }
    await tx.db
      .update(briefings)
      .set({
        draft: identifiedContent(input, newId),
        draftRevision: draftRevision + 1,
        // What was submitted or approved is not what stands here now.
        review: 'none',
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    await recordAudit(tx, 'briefing.saved', before, { revision: draftRevision + 1 });
    return announceBriefing(tx, briefingId);
  });
}
