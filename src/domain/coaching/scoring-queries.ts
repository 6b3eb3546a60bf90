import { and, eq } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { SECOND } from '../../kernel/duration';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { memberships } from '../tenancy/tables';
import { loadServiceRules } from '../tenancy/service-rules-queries';
import type { Scoring } from './model';
import { canReadScores } from './policy';
import { loadScoreOf } from './score-queries';
import { loadScorecard } from './scorecard-queries';
import { scoringProblem } from './scoring-problem';
import { callSamples } from './tables';

function selectScored(tx: ReadTx, callId: string) {
  return tx.db
    .select({
      id: calls.id,
      clientId: calls.clientId,
      channel: calls.channel,
      ringAt: calls.ringAt,
      answeredAt: calls.answeredAt,
      closedAt: calls.closedAt,
      answeredById: calls.answeredById,
      /** null: nobody of the staff answered it, perhaps a program did. */
      operatorId: memberships.id,
      operatorName: memberships.name,
    })
    .from(calls)
    .leftJoin(
      memberships,
      and(eq(memberships.organizationId, calls.organizationId), eq(memberships.id, calls.answeredById)),
    )
    .where(within(tx, calls, eq(calls.id, callId)));
}

export type Scored = Awaited<ReturnType<typeof selectScored>>[number];

/** The call that is scored, held until the transaction ends. */
export async function lockScored(tx: ReadTx, callId: string): Promise<Scored | undefined> {
  return (await selectScored(tx, callId).for('no key update', { of: calls }))[0];
}

/** A call beside the form. */
export async function getScoring(actor: Actor, callId: string): Promise<Scoring> {
  requireAllowed(canReadScores(actor));
  return readTx(actor, async (tx) => {
    const [found, scorecard, score, samples, rules] = await Promise.all([
      selectScored(tx, callId),
      loadScorecard(tx),
      loadScoreOf(tx, callId),
      tx.db
        .select({ state: callSamples.state })
        .from(callSamples)
        .where(within(tx, callSamples, eq(callSamples.callId, callId))),
      loadServiceRules(tx),
    ]);
    const call = requireFound(found[0], 'call');
    const { channel, ringAt, answeredAt } = call;
    return {
      callId,
      operatorId: call.operatorId,
      operatorName: call.operatorName,
      problem: score === undefined ? scoringProblem(call, actor.id) : null,
      sampleState: samples[0]?.state ?? null,
      score: score ?? null,
      scorecard,
      answerSeconds:
        channel === 'email' || answeredAt === null
          ? null
          : Math.max(0, Math.ceil((answeredAt.getTime() - ringAt.getTime()) / SECOND)),
      targetSeconds: rules.serviceLevelSeconds,
    };
  });
}
