import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from './announce-briefing';
import type { Briefing, submitBriefingInput } from './model';
import { canSubmitBriefing } from './policy';
import { publicationProblems } from './publication-problems';
import { lockBriefing } from './queries';
import { briefings } from './tables';

/**
 * Asks for approval of the draft as it stands; a later save takes the request back.
 * @throws DomainError INVALID with what is missing, STALE when the draft changed meanwhile
 */
export async function submitBriefing(
  actor: Actor,
  input: z.output<typeof submitBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(canSubmitBriefing(actor, briefing));
    if (briefing.state === 'resolved' || briefing.state === 'withdrawn') {
      throw new DomainError('CONFLICT', `This briefing is ${briefing.state}. Start a new one.`);
    }
    if (input.draftRevision !== undefined && input.draftRevision !== briefing.draftRevision) {
      throw new DomainError('STALE', `${briefing.updatedByName} changed this briefing meanwhile.`);
    }
    if (!briefing.hasUnpublishedChanges) {
      throw new DomainError('CONFLICT', `Nothing changed since version ${briefing.currentVersion}.`);
    }
    const problems = publicationProblems(briefing.draft);
    if (problems.length > 0)
      throw new DomainError('INVALID', 'The briefing is not ready to be approved.', problems);
    await tx.db
      .update(briefings)
      .set({
        review: 'submitted',
        submittedAt: tx.now,
        submittedById: actor.id,
        submittedByName: actor.name,
        reviewedByName: null,
        reviewWords: '',
      })
      .where(within(tx, briefings, eq(briefings.id, briefing.id)));
    await recordAudit(tx, 'briefing.submitted', briefing, { revision: briefing.draftRevision });
    return announceBriefing(tx, briefing.id);
  });
}
