import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceCoaching } from './announce-coaching';
import { formLines, lineProblems } from './form-lines';
import type { CallScore, scoreCallInput } from './model';
import { percentMet } from './percent-met';
import { canScoreCall } from './policy';
import { isSameScore } from './same-score';
import { loadScore, loadScoreOf } from './score-queries';
import { loadScorecardVersion } from './scorecard-queries';
import { lockScored, type Scored } from './scoring-queries';
import { scoringProblem } from './scoring-problem';
import { callSamples, callScores } from './tables';

/**
 * Scores a call that was wrapped up, by the form that was on the screen, whether it was drawn for it or chosen. A call
 * is scored once; the same again by the same person changes nothing.
 * @throws DomainError CONFLICT when it has been scored, or there is nobody to coach; INVALID for a form not filled in
 */
export async function scoreCall(
  actor: Actor,
  { callId, version, lines: given, words }: z.output<typeof scoreCallInput>,
): Promise<CallScore> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await lockScored(tx, callId), 'call');
    const problem = scoringProblem(call, actor.id);
    const isOwn = call.answeredById === actor.id;
    tx.authorize(canScoreCall(actor, call), isOwn && problem !== null ? problem : undefined);
    const known = await loadScoreOf(tx, callId);
    if (known !== undefined) {
      if (known.scoredById !== actor.id || !isSameScore(known, { lines: given, words })) {
        throw new DomainError('CONFLICT', `${known.scoredByName} has scored this call.`);
      }
      tx.noteUnrecorded();
      return known;
    }
    if (problem !== null) throw new DomainError('CONFLICT', problem);
    const { criteria } = requireFound(await loadScorecardVersion(tx, version), 'version of the form');
    const problems = lineProblems(criteria, given);
    if (problems.length > 0) throw new DomainError('INVALID', 'The form is not filled in.', problems);
    const lines = formLines(criteria, given);
    const id = newId();
    const percent = percentMet(lines);
    await insertScore(tx, call, { id, lines, percent, words });
    await recordAudit(tx, 'call.scored', { id: callId, clientId: call.clientId }, { version, percent });
    await announceCoaching(tx, [call.operatorId ?? '']);
    return loadScore(tx, id);
  });
}

type Written = Pick<typeof callScores.$inferInsert, 'id' | 'lines' | 'percent' | 'words'>;

async function insertScore(tx: WriteTx, call: Scored, written: Written): Promise<void> {
  const { organizationId, id: byId, name: byName } = tx.actor;
  const operator = { operatorId: call.operatorId ?? '', operatorName: call.operatorName ?? '' };
  const of = { organizationId, callId: call.id, clientId: call.clientId };
  await tx.db.insert(callScores).values({
    ...of,
    ...operator,
    ...written,
    scoredById: byId,
    scoredByName: byName,
    scoredAt: tx.now,
  });
  const { operatorId } = operator;
  await tx.db
    .insert(callSamples)
    .values({ ...of, operatorId, state: 'scored', drawnAt: tx.now, drawnByName: byName })
    .onConflictDoUpdate({
      target: [callSamples.organizationId, callSamples.callId],
      set: { state: 'scored' },
    });
}
