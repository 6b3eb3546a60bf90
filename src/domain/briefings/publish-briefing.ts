import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { LiveBriefing, publishBriefingInput } from './model';
import { canPublishBriefing } from './policy';
import { publishDraft } from './publish-draft';
import { loadBriefing, lockBriefing, toSummary } from './queries';

/** @throws DomainError STALE when the draft is no longer the revision that was looked at */
export async function publishBriefing(
  actor: Actor,
  input: z.output<typeof publishBriefingInput>,
): Promise<LiveBriefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(canPublishBriefing(actor, briefing));
    if (input.draftRevision !== undefined && input.draftRevision !== briefing.draftRevision) {
      throw new DomainError('STALE', `${briefing.updatedByName} changed this briefing meanwhile.`);
    }
    const live = await publishDraft(tx, briefing);
    const published = requireFound(await loadBriefing(tx, briefing.id), 'briefing');
    await appendLiveEvent(tx, 'briefing.saved', briefing.clientId, { briefing: toSummary(published) });
    return live;
  });
}
