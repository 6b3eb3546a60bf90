import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { identifiedContent } from './identified-content';
import type { Briefing, replaceBriefingInput } from './model';
import { canPublishBriefing, canWriteBriefing } from './policy';
import { publishDraft } from './publish-draft';
import { loadBriefing, lockBriefing, toSummary } from './queries';
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
    tx.authorize(canWriteBriefing(actor, before) && canPublishBriefing(actor, before));
    if (before.state === 'resolved') {
      throw new DomainError('CONFLICT', 'This briefing is resolved. Start a new one.');
    }
    if (before.currentVersion !== version) {
      throw new DomainError('STALE', `The newest version is ${before.currentVersion}.`);
    }
    await tx.db
      .update(briefings)
      .set({
        draft: identifiedContent(input, newId),
        draftRevision: before.draftRevision + 1,
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    await recordAudit(tx, 'briefing.replaced', before);
    const saved = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    if (before.state === 'published') await publishDraft(tx, saved);
    const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    await appendLiveEvent(tx, 'briefing.saved', briefing.clientId, { briefing: toSummary(briefing) });
    return briefing;
  });
}
