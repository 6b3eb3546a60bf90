import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { requireClient } from '../tenancy/queries';
import { announceBriefing } from './announce-briefing';
import { beginBriefing } from './begin-briefing';
import type { Briefing, createBriefingInput } from './model';
import { canPublishUnreviewed, canWriteBriefing } from './policy';
import { publishContent } from './publish-content';
import { loadBriefing } from './queries';

/** A new draft, published at once where `publish` is set. */
export async function createBriefing(
  actor: Actor,
  { clientId, publish, ...input }: z.output<typeof createBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canWriteBriefing(actor, { clientId }));
    await requireClient(tx, clientId);
    const id = await beginBriefing(tx, { clientId, content: input });
    if (publish) {
      const briefing = requireFound(await loadBriefing(tx, id), 'briefing');
      tx.authorize(
        canPublishUnreviewed(actor, briefing),
        'Somebody else must approve this client’s briefings: leave out `publish`, and submit it.',
      );
      await publishContent(tx, briefing, {
        content: briefing.draft,
        draftRevision: briefing.draftRevision,
        approve: { kind: 'approved', isMeant: () => true },
      });
    }
    return announceBriefing(tx, id);
  });
}
