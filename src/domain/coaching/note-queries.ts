import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { escalations } from '../escalations/tables';
import { escalationReviews } from '../reviews/tables';
import { memberships } from '../tenancy/tables';
import type { CoachingNote, listCoachingInput, listOwnCoachingInput } from './model';
import { canReadOwnCoaching, canReadScores } from './policy';

/** Reviews that say something to whoever began the escalation. */
function selectNotes(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  const { organizationId } = escalationReviews;
  return tx.db
    .select({
      id: escalationReviews.id,
      escalationId: escalationReviews.escalationId,
      callId: escalations.callId,
      clientName: clients.name,
      clientTimeZone: clients.timeZone,
      summary: escalations.summary,
      state: escalations.state,
      startedAt: escalations.startedAt,
      verdict: escalationReviews.verdict,
      coachingNote: escalationReviews.coachingNote,
      operatorId: memberships.id,
      operatorName: memberships.name,
      reviewedByName: escalationReviews.reviewedByName,
      at: escalationReviews.at,
      seenAt: escalationReviews.seenAt,
      answer: escalationReviews.answer,
      answeredAt: escalationReviews.answeredAt,
    })
    .from(escalationReviews)
    .innerJoin(
      escalations,
      and(eq(escalations.organizationId, organizationId), eq(escalations.id, escalationReviews.escalationId)),
    )
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, organizationId), eq(memberships.id, escalationReviews.operatorId)),
    )
    .leftJoin(
      clients,
      and(eq(clients.organizationId, organizationId), eq(clients.clientId, escalationReviews.clientId)),
    )
    .where(within(tx, escalationReviews, sql`${escalationReviews.coachingNote} <> ''`, ...conditions))
    .orderBy(desc(escalationReviews.id));
}

export async function loadNote(tx: ReadTx, reviewId: string): Promise<CoachingNote> {
  return requireRow((await selectNotes(tx, eq(escalationReviews.id, reviewId)))[0]);
}

type PageOf = { cursor?: string | undefined; limit: number };

async function pageOfNotes(
  tx: ReadTx,
  operatorId: string | undefined,
  { cursor, limit }: PageOf,
): Promise<Page<CoachingNote>> {
  const rows = await selectNotes(
    tx,
    operatorId === undefined ? undefined : eq(escalationReviews.operatorId, operatorId),
    cursor === undefined ? undefined : lt(escalationReviews.id, decodeIdCursor(cursor)),
  ).limit(limit + 1);
  return toPage(rows, limit, (last) => [last.id]);
}

/** What operators were told about their escalations, the newest first. */
export async function listNotes(
  actor: Actor,
  { operatorId, ...page }: z.output<typeof listCoachingInput>,
): Promise<Page<CoachingNote>> {
  requireAllowed(canReadScores(actor));
  return readTx(actor, (tx) => pageOfNotes(tx, operatorId, page));
}

/** What one was told about one's own escalations, the newest first. */
export async function listOwnNotes(
  actor: Actor,
  page: z.output<typeof listOwnCoachingInput>,
): Promise<Page<CoachingNote>> {
  requireAllowed(canReadOwnCoaching(actor));
  return readTx(actor, (tx) => pageOfNotes(tx, actor.id, page));
}
