import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { announceBriefing } from './announce-briefing';
import type { Briefing } from './model';
import { canResolveBriefing } from './policy';
import { lockBriefing } from './queries';
import { briefings } from './tables';

/** The incident is over: no version is in force from now on. */
export async function resolveBriefing(actor: Actor, briefingId: string): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const before = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canResolveBriefing(actor, before));
    if (before.state !== 'published') {
      throw new DomainError('CONFLICT', 'Only a published briefing can be resolved.');
    }
    await tx.db
      .update(briefings)
      .set({
        state: 'resolved',
        resolvedAt: tx.now,
        review: 'none',
        unapprovedSince: null,
        remindAt: null,
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    await recordAudit(tx, 'briefing.resolved', before);
    await appendLiveEvent(tx, 'briefing.resolved', before.clientId, {
      briefingId,
      clientId: before.clientId,
    });
    return announceBriefing(tx, briefingId);
  });
}
