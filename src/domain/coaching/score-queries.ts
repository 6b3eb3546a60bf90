import { and, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { clients } from '../clients/tables';
import { escalationReviews } from '../reviews/tables';
import type { CallScore, listCoachingInput, listOwnCoachingInput } from './model';
import { canReadOwnCoaching, canReadScores } from './policy';
import { callScores } from './tables';

function selectScores(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      id: callScores.id,
      callId: callScores.callId,
      clientName: clients.name,
      clientTimeZone: clients.timeZone,
      callerName: calls.callerName,
      ringAt: calls.ringAt,
      operatorId: callScores.operatorId,
      operatorName: callScores.operatorName,
      lines: callScores.lines,
      percent: callScores.percent,
      words: callScores.words,
      scoredById: callScores.scoredById,
      scoredByName: callScores.scoredByName,
      scoredAt: callScores.scoredAt,
      seenAt: callScores.seenAt,
      answer: callScores.answer,
      answeredAt: callScores.answeredAt,
    })
    .from(callScores)
    .innerJoin(
      calls,
      and(eq(calls.organizationId, callScores.organizationId), eq(calls.id, callScores.callId)),
    )
    .leftJoin(
      clients,
      and(eq(clients.organizationId, callScores.organizationId), eq(clients.clientId, callScores.clientId)),
    )
    .where(within(tx, callScores, ...conditions))
    .orderBy(desc(callScores.id));
}

export async function loadScore(tx: ReadTx, scoreId: string): Promise<CallScore> {
  return requireRow((await selectScores(tx, eq(callScores.id, scoreId)))[0]);
}

export async function loadScoreOf(tx: ReadTx, callId: string): Promise<CallScore | undefined> {
  return (await selectScores(tx, eq(callScores.callId, callId)))[0];
}

export type ScoreRow = typeof callScores.$inferSelect;

/** A score, held until the transaction ends. */
export async function lockScore(tx: ReadTx, scoreId: string): Promise<ScoreRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(callScores)
    .where(within(tx, callScores, eq(callScores.id, scoreId)))
    .for('update');
  return row;
}

type PageOf = { cursor?: string | undefined; limit: number };

async function pageOfScores(
  tx: ReadTx,
  operatorId: string | undefined,
  { cursor, limit }: PageOf,
): Promise<Page<CallScore>> {
  const rows = await selectScores(
    tx,
    operatorId === undefined ? undefined : eq(callScores.operatorId, operatorId),
    cursor === undefined ? undefined : lt(callScores.id, decodeIdCursor(cursor)),
  ).limit(limit + 1);
  return toPage(rows, limit, (last) => [last.id]);
}

/** The newest first. */
export async function listScores(
  actor: Actor,
  { operatorId, ...page }: z.output<typeof listCoachingInput>,
): Promise<Page<CallScore>> {
  requireAllowed(canReadScores(actor));
  return readTx(actor, (tx) => pageOfScores(tx, operatorId, page));
}

/** How one's own calls were scored, the newest first. */
export async function listOwnScores(
  actor: Actor,
  page: z.output<typeof listOwnCoachingInput>,
): Promise<Page<CallScore>> {
  requireAllowed(canReadOwnCoaching(actor));
  return readTx(actor, (tx) => pageOfScores(tx, actor.id, page));
}

const MOST_COUNTED = 100;

/** How much of one's own coaching is new; of each kind, counted up to 100. */
export async function countUnseen(actor: Actor): Promise<{ scores: number; notes: number }> {
  requireAllowed(canReadOwnCoaching(actor));
  return readTx(actor, async (tx) => {
    const { db } = tx;
    const one = sql`1`.as('one');
    const ownScores = within(tx, callScores, eq(callScores.operatorId, actor.id), isNull(callScores.seenAt));
    const ownNotes = within(
      tx,
      escalationReviews,
      eq(escalationReviews.operatorId, actor.id),
      sql`${escalationReviews.coachingNote} <> ''`,
      isNull(escalationReviews.seenAt),
    );
    const scores = db.select({ one }).from(callScores).where(ownScores).limit(MOST_COUNTED).as('scores');
    const notes = db.select({ one }).from(escalationReviews).where(ownNotes).limit(MOST_COUNTED).as('notes');
    const [[found], [noted]] = await Promise.all([
      db.select({ count: sql<number>`count(*)::int` }).from(scores),
      db.select({ count: sql<number>`count(*)::int` }).from(notes),
    ]);
    return { scores: requireRow(found).count, notes: requireRow(noted).count };
  });
}
