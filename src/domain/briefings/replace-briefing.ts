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
import type { Briefing, replaceBriefingInput } from './model';
import { canPublishUnreviewed, canWriteBriefing } from './policy';
import { publishContent } from './publish-content';
import { loadBriefing, lockBriefing } from './queries';
import { briefings } from './tables';

/**
 * Replaces the content from outside: a published briefing gets its next version at once, a draft stays one.
 * @throws DomainError STALE when `version` is not the newest: somebody published meanwhile
 */
export async function replaceBriefing(
  actor: Actor,
  { briefingId, version, ...input }: z.output<typeof replaceBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const before = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canWriteBriefing(actor, before));
    if (before.state === 'published') {
      tx.authorize(
        canPublishUnreviewed(actor, before),
        'Somebody else must approve this client’s briefings: save a draft, and submit it.',
      );
    }
    if (before.state === 'resolved' || before.state === 'withdrawn') {
      throw new DomainError('CONFLICT', `This briefing is ${before.state}. Start a new one.`);
    }
    if (before.currentVersion !== version) {
      throw new DomainError('STALE', `The newest version is ${before.currentVersion}.`);
    }
    await tx.db
      .update(briefings)
      .set({
        draft: identifiedContent(input, newId),
        draftRevision: before.draftRevision + 1,
        review: 'none',
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    await recordAudit(tx, 'briefing.replaced', before);
    const saved = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    if (before.state === 'published') {
      await publishContent(tx, saved, {
        content: saved.draft,
        draftRevision: saved.draftRevision,
        approve: { kind: 'approved', isMeant: () => true },
      });
    }
    return announceBriefing(tx, briefingId);
  });
}
