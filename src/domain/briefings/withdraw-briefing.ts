import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { announceBriefing } from './announce-briefing';
import type { Briefing, withdrawBriefingInput } from './model';
import { canWithdrawBriefing } from './policy';
import { lockBriefing } from './queries';
import { briefings } from './tables';

/** Takes the whole briefing back: it was wrong, or should not have been said. No version is in force from now on. */
export async function withdrawBriefing(
  actor: Actor,
  { briefingId, reason }: z.output<typeof withdrawBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canWithdrawBriefing(actor, briefing));
    if (briefing.state === 'resolved' || briefing.state === 'withdrawn') {
      throw new DomainError('CONFLICT', `This briefing is ${briefing.state} already.`);
    }
    await tx.db
      .update(briefings)
      .set({
        state: 'withdrawn',
        resolvedAt: tx.now,
        review: 'none',
        reviewWords: reason,
        unapprovedSince: null,
        remindAt: null,
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefing.id)));
    await recordAudit(tx, 'briefing.withdrawn', briefing, { reason });
    if (briefing.currentVersion > 0) {
      const { clientId } = briefing;
      await appendLiveEvent(tx, 'briefing.withdrawn', clientId, { briefingId, clientId, reason });
    }
    return announceBriefing(tx, briefing.id);
  });
}
