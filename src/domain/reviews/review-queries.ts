import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound, requireRow } from '../../kernel/errors';
import { usualTargets } from '../clients/model';
import { clients } from '../clients/tables';
import { escalations } from '../escalations/tables';
import { loadAttempts } from '../notifications/attempt-queries';
import { memberships } from '../tenancy/tables';
import { loadActionsOf } from './action-queries';
import {
  MOST_COUNTED,
  type EscalationReview,
  type listReviewsInput,
  type ReviewFilter,
  type ReviewPage,
  type ReviewRow,
} from './model';
import { canReviewEscalations } from './policy';
import { isStarter } from './reviewed-queries';
import { escalationReviews } from './tables';

const columns = {
  id: escalations.id,
  callId: escalations.callId,
  clientId: escalations.clientId,
  clientName: clients.name,
  timeZone: clients.timeZone,
  escalationTargets: clients.escalationTargets,
  state: escalations.state,
  urgency: escalations.urgency,
  summary: escalations.summary,
  startedAt: escalations.startedAt,
  startedById: escalations.startedById,
  startedByName: escalations.startedByName,
  firstSentAt: escalations.firstSentAt,
  acknowledgedAt: escalations.acknowledgedAt,
  acknowledgedByName: escalations.acknowledgedByName,
  resolvedAt: escalations.resolvedAt,
  reviewState: escalations.reviewState,
  reviewWantedAt: escalations.reviewWantedAt,
  verdict: escalations.verdict,
};

const isOfClient = and(
  eq(clients.organizationId, escalations.organizationId),
  eq(clients.clientId, escalations.clientId),
);

/** The same rule as `timings` has, in the database: a target was missed, or is past with nobody there. */
function isLate(now: Date): SQL {
  const targets = sql`coalesce(${clients.escalationTargets}, ${JSON.stringify(usualTargets)}::jsonb)`;
  const until = sql`case when ${inArray(escalations.state, ['resolved', 'cancelled'])} then null
    else ${now.toISOString()}::timestamptz end`;
  const missed = (at: SQL, name: string) => sql`coalesce(${at}, ${until}) - ${escalations.startedAt}
    > make_interval(secs => (${targets} -> ${escalations.urgency} ->> ${name})::int)`;
  return sql`(${or(
    missed(sql`${escalations.firstSentAt}`, 'deliverSeconds'),
    missed(sql`${escalations.acknowledgedAt}`, 'acknowledgeSeconds'),
    missed(sql`${escalations.resolvedAt}`, 'resolveSeconds'),
  )}) is true`;
}

/** What a filter asks of `escalations` and, for lateness, of `clients` beside it. */
export function reviewConditions(filter: ReviewFilter, now: Date): (SQL | undefined)[] {
  const { clientId, reviewState, state, urgency, verdict, operatorId, from, to } = filter;
  return [
    clientId === undefined ? undefined : eq(escalations.clientId, clientId),
    reviewState === undefined ? undefined : eq(escalations.reviewState, reviewState),
    state === undefined ? undefined : eq(escalations.state, state),
    urgency === undefined ? undefined : eq(escalations.urgency, urgency),
    verdict === undefined ? undefined : eq(escalations.verdict, verdict),
    operatorId === undefined ? undefined : eq(escalations.startedById, operatorId),
    from === undefined ? undefined : gte(escalations.startedAt, new Date(from)),
    to === undefined ? undefined : lt(escalations.startedAt, new Date(to)),
    filter.isLate === undefined ? undefined : filter.isLate ? isLate(now) : sql`not ${isLate(now)}`,
  ];
}

/** The row after which a page begins. */
type Place = { id: string; startedAt: Date | null };

/** Between two days rows are found by when they began, and so they are listed by it; else by their ids alone. */
const isByStart = ({ from, to }: ReviewFilter) => from !== undefined || to !== undefined;

function placeOf(filter: ReviewFilter, cursor: string): Place {
  if (!isByStart(filter)) return { id: decodeIdCursor(cursor), startedAt: null };
  const [startedAt, id = ''] = decodeInstantCursor(cursor, 1);
  return { id, startedAt };
}

const isAfter = ({ id, startedAt }: Place): SQL =>
  startedAt === null
    ? lt(escalations.id, id)
    : sql`(${escalations.startedAt}, ${escalations.id}) < (${startedAt.toISOString()}::timestamptz, ${id}::uuid)`;

/** One page of the inbox as a statement, the newest first. */
export function reviewPage(tx: ReadTx, filter: ReviewFilter, now: Date, limit: number, after?: Place) {
  return tx.db
    .select(columns)
    .from(escalations)
    .leftJoin(clients, isOfClient)
    .where(
      within(
        tx,
        escalations,
        ...reviewConditions(filter, now),
        after === undefined ? undefined : isAfter(after),
      ),
    )
    .orderBy(...(isByStart(filter) ? [desc(escalations.startedAt)] : []), desc(escalations.id))
    .limit(limit);
}

type Found = Awaited<ReturnType<typeof reviewPage>>[number];

const toRow = ({ timeZone, escalationTargets, ...row }: Found): ReviewRow => ({
  ...row,
  clientTimeZone: timeZone ?? 'UTC',
  targets: (escalationTargets ?? usualTargets)[row.urgency],
});

/** Escalations to look through, the newest first. */
export async function listReviews(
  actor: Actor,
  { cursor, limit, ...filter }: z.output<typeof listReviewsInput>,
): Promise<Page<ReviewRow>> {
  requireAllowed(canReviewEscalations(actor));
  const after = cursor === undefined ? undefined : placeOf(filter, cursor);
  return readTx(actor, async (tx, clock) => {
    const rows = await reviewPage(tx, filter, await clock(), limit + 1, after);
    return toPage(rows.map(toRow), limit, ({ id, startedAt }) =>
      isByStart(filter) ? [startedAt.toISOString(), id] : [id],
    );
  });
}

/** How many match; exact up to 100,000. */
export async function countReviews(
  actor: Actor,
  filter: ReviewFilter,
): Promise<{ count: number; isMore: boolean }> {
  requireAllowed(canReviewEscalations(actor));
  return readTx(actor, async (tx, clock) => {
    const matching = tx.db
      .select({ one: sql`1`.as('one') })
      .from(escalations)
      .leftJoin(clients, isOfClient)
      .where(within(tx, escalations, ...reviewConditions(filter, await clock())))
      .limit(MOST_COUNTED + 1)
      .as('matching');
    const [row] = await tx.db.select({ count: sql<number>`count(*)::int` }).from(matching);
    const { count } = requireRow(row);
    return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED };
  });
}

const reviewColumns = {
  id: escalationReviews.id,
  verdict: escalationReviews.verdict,
  coachingNote: escalationReviews.coachingNote,
  operatorId: escalationReviews.operatorId,
  reviewedById: escalationReviews.reviewedById,
  reviewedByName: escalationReviews.reviewedByName,
  at: escalationReviews.at,
  bulkId: escalationReviews.bulkId,
  seenAt: escalationReviews.seenAt,
};

/** The newest first; at most 50. */
export async function loadReviews(tx: ReadTx, escalationId: string): Promise<EscalationReview[]> {
  return tx.db
    .select(reviewColumns)
    .from(escalationReviews)
    .where(within(tx, escalationReviews, eq(escalationReviews.escalationId, escalationId)))
    .orderBy(desc(escalationReviews.id))
    .limit(50);
}

/** One escalation with its targets, and what was thought of it. */
export async function getReview(actor: Actor, escalationId: string): Promise<ReviewPage> {
  requireAllowed(canReviewEscalations(actor));
  return readTx(actor, async (tx) => {
    const [rows, reviews, actions, attempts] = await Promise.all([
      tx.db
        .select({ ...columns, operatorId: memberships.id })
        .from(escalations)
        .leftJoin(clients, isOfClient)
        .leftJoin(memberships, isStarter)
        .where(within(tx, escalations, eq(escalations.id, escalationId))),
      loadReviews(tx, escalationId),
      loadActionsOf(tx, escalationId),
      loadAttempts(tx, escalationId),
    ]);
    const { operatorId, ...row } = requireFound(rows[0], 'escalation');
    return { ...toRow(row), isStartedByStaff: operatorId !== null, reviews, actions, attempts };
  });
}
