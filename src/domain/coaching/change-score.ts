import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCoaching } from './announce-coaching';
import { formLines, lineProblems } from './form-lines';
import type { CallScore, changeScoreInput } from './model';
import { percentMet } from './percent-met';
import { canChangeScore } from './policy';
import { isSameScore } from './same-score';
import { loadScore, lockScore } from './score-queries';
import { callScores } from './tables';

/**
 * Whoever scored a call marks it anew, by the criteria it was scored by, perhaps because of the operator's answer. The
 * operator is shown it again; the answer stays.
 * @throws DomainError INVALID for a form not filled in
 */
export async function changeScore(
  actor: Actor,
  { scoreId, lines: given, words }: z.output<typeof changeScoreInput>,
): Promise<CallScore> {
  return writeTx(actor, async (tx) => {
    const score = requireFound(await lockScore(tx, scoreId), 'score');
    tx.authorize(canChangeScore(actor, score), `Only ${score.scoredByName} can mark it anew.`);
    if (isSameScore(score, { lines: given, words })) {
      tx.noteUnrecorded();
      return loadScore(tx, scoreId);
    }
    const criteria = score.lines.map(({ id, name, hint, weight }) => ({ id, name, hint, weight }));
    const problems = lineProblems(criteria, given);
    if (problems.length > 0) throw new DomainError('INVALID', 'The form is not filled in.', problems);
    const lines = formLines(criteria, given);
    const percent = percentMet(lines);
    await tx.db
      .update(callScores)
      .set({ lines, percent, words, seenAt: null })
      .where(within(tx, callScores, eq(callScores.id, scoreId)));
    const subject = { id: score.callId, clientId: score.clientId };
    await recordAudit(tx, 'score.changed', subject, { before: score.percent, percent });
    await announceCoaching(tx, [score.operatorId]);
    return loadScore(tx, scoreId);
  });
}
