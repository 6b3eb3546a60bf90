import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from './announce-briefing';
import type { Briefing, importQuestionsInput } from './model';
import { canWriteBriefing } from './policy';
import { lockBriefing } from './queries';
import { readQuestions } from './question-import';
import { mergedQuestions } from './question-merge';
import type { RowProblem } from './question-rows';
import { briefings } from './tables';

export type ImportedQuestions = {
  added: number;
  updated: number;
  problems: RowProblem[];
  /** The briefing with its new draft; null where nothing was written: a trial, or a file with problems. */
  briefing: Briefing | null;
};

/**
 * Takes the questions and answers of a file into the draft, all of them or none. With `dryRun` it only tells what would
 * happen. What operators see does not change.
 * @throws DomainError STALE when someone saved since `draftRevision`
 */
export async function importQuestions(
  actor: Actor,
  { briefingId, draftRevision, format, text, dryRun }: z.output<typeof importQuestionsInput>,
): Promise<ImportedQuestions> {
  const read = readQuestions(format, text);
  return writeTx(actor, async (tx) => {
    const before = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canWriteBriefing(actor, before));
    if (before.state === 'resolved' || before.state === 'withdrawn') {
      throw new DomainError('CONFLICT', `This briefing is ${before.state}. Start a new one.`);
    }
    if (before.draftRevision !== draftRevision) {
      throw new DomainError('STALE', `${before.updatedByName} saved this briefing meanwhile.`);
    }
    const { content, added, updated, ...merged } = mergedQuestions(before.draft, read.rows, newId);
    const problems = [...read.problems, ...merged.problems];
    if (problems.length > 0 || dryRun || added + updated === 0) {
      tx.noteUnrecorded();
      const isKept = problems.length === 0 && !dryRun;
      return { added, updated, problems, briefing: isKept ? before : null };
    }
    await tx.db
      .update(briefings)
      .set({
        draft: content,
        draftRevision: draftRevision + 1,
        // What was submitted or approved is not what stands here now.
        review: 'none',
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    const revision = draftRevision + 1;
    await recordAudit(tx, 'briefing.questions_imported', before, { revision, added, updated });
    return { added, updated, problems, briefing: await announceBriefing(tx, briefingId) };
  });
}
