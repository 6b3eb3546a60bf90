import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCoaching } from './announce-coaching';
import type { answerScoreInput, CallScore } from './model';
import { canAnswerCoaching } from './policy';
import { loadScore, lockScore } from './score-queries';
import { callScores } from './tables';

/** What the operator says to a score. It may be written anew; the last words count, and have been seen. */
export async function answerScore(
  actor: Actor,
  { scoreId, words }: z.output<typeof answerScoreInput>,
): Promise<CallScore> {
  return writeTx(actor, async (tx) => {
    const score = requireFound(await lockScore(tx, scoreId), 'score');
    tx.authorize(canAnswerCoaching(actor, score));
    if (score.answer === words) {
      tx.noteUnrecorded();
      return loadScore(tx, scoreId);
    }
    await tx.db
      .update(callScores)
      .set({ answer: words, answeredAt: tx.now, seenAt: score.seenAt ?? tx.now })
      .where(within(tx, callScores, eq(callScores.id, scoreId)));
    await recordAudit(tx, 'score.answered', { id: score.callId, clientId: score.clientId });
    await announceCoaching(tx, [score.operatorId]);
    return loadScore(tx, scoreId);
  });
}
