import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { requireClient } from '../tenancy/queries';
import { identifiedContent } from './identified-content';
import type { Briefing, createBriefingInput } from './model';
import { canPublishBriefing, canWriteBriefing } from './policy';
import { publishDraft } from './publish-draft';
import { loadBriefing, toSummary } from './queries';
import { briefings } from './tables';

/** A new draft, published at once where `publish` is set. */
export async function createBriefing(
  actor: Actor,
  { clientId, publish, ...input }: z.output<typeof createBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canWriteBriefing(actor, { clientId }));
    await requireClient(tx, clientId);
    const id = newId();
    await tx.db.insert(briefings).values({
      organizationId: actor.organizationId,
      id,
      clientId,
      state: 'draft',
      draft: identifiedContent(input, newId),
      draftRevision: 1,
      publishedRevision: 0,
      currentVersion: 0,
      createdAt: tx.now,
      updatedAt: tx.now,
      updatedByName: actor.name,
    });
    await recordAudit(tx, 'briefing.created', { id, clientId });
    if (publish) {
      tx.authorize(canPublishBriefing(actor, { clientId }));
      await publishDraft(tx, requireFound(await loadBriefing(tx, id), 'briefing'));
    }
    const briefing = requireFound(await loadBriefing(tx, id), 'briefing');
    await appendLiveEvent(tx, 'briefing.saved', clientId, { briefing: toSummary(briefing) });
    return briefing;
  });
}
