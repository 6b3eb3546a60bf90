import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from './announce-briefing';
import type { Briefing, rejectBriefingInput } from './model';
import { canApproveBriefing } from './policy';
import { lockBriefing } from './queries';
import { briefings } from './tables';

/** Sends a submitted draft back to its author, with what is missing. */
export async function rejectBriefing(
  actor: Actor,
  { briefingId, words }: z.output<typeof rejectBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canApproveBriefing(actor, briefing));
    if (briefing.review !== 'submitted')
      throw new DomainError('CONFLICT', 'Nothing of this briefing awaits approval.');
    await tx.db
      .update(briefings)
      .set({ review: 'rejected', reviewedByName: actor.name, reviewWords: words })
      .where(within(tx, briefings, eq(briefings.id, briefing.id)));
    await recordAudit(tx, 'briefing.rejected', briefing, { revision: briefing.draftRevision });
    return announceBriefing(tx, briefing.id);
  });
}
