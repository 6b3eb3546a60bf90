import { and, asc, desc, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { union, type PgColumn } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { loadBriefing } from '../briefings/queries';
import { statementWithdrawals } from '../briefings/tables';
import { calls, toldStatements } from '../calls/tables';
import { numberToReach } from '../calls/told-queries';
import { questions } from '../questions/tables';
import { recalls } from '../recalls/tables';
import { callFate, type CallFacts } from './incident-call';
import type { StatementWords } from './incident-figures';
import { loadPartsOfCalls, type IncidentContext } from './incident-part-queries';
import type { listIncidentCallsInput } from './model';
import { canReadIncidents } from './policy';
import type { TakenBack } from './taken-back';

/**
 * SQL that is true of the calls of an incident that rang until then: those that rang under its briefing, and others in
 * which a statement of it was told or a question about it was asked. Their ids are gathered once, as an array: asked for
 * them by a join, the planner, which takes rows behind walls for few, would gather them for each call anew.
 * @param callId of the table that is looked through by call, where `calls` is joined to one
 */
export function isOfIncident(tx: ReadTx, briefingId: string, until: Date, callId: SQL = sql`calls.id`): SQL {
  const { organizationId } = tx.actor;
  const isOfBriefing = sql`organization_id = ${organizationId} and briefing_id = ${briefingId}`;
  return sql`${isHeard(tx, until)} and ${callId} = any (array(
    select id from calls where ${isOfBriefing}
    union select call_id from told_statements where ${isOfBriefing}
    union select call_id from questions where ${isOfBriefing}))`;
}

/** SQL that is true of the calls that this reader may see and that rang until then. */
export function isHeard(tx: ReadTx, until: Date): SQL {
  const { organizationId, clientId } = tx.actor;
  return sql`calls.organization_id = ${organizationId} and calls.ring_at <= ${until.toISOString()}::timestamptz
    ${clientId === null ? sql`` : sql`and calls.client_id = ${clientId}`}`;
}

/** Their ids by ring, each once. @param limit at most so many */
export async function loadIncidentCallIds(
  tx: ReadTx,
  briefingId: string,
  asOf: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(within(tx, calls, isOfIncident(tx, briefingId, asOf)))
    .orderBy(asc(calls.ringAt), asc(calls.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What was taken back of a briefing, the newest first; at most 100. */
async function loadTakenBack(tx: ReadTx, briefingId: string): Promise<TakenBack[]> {
  const rows = await tx.db
    .select({
      id: recalls.id,
      statementId: recalls.statementId,
      version: statementWithdrawals.version,
      text: statementWithdrawals.text,
      correction: statementWithdrawals.correction,
      reason: statementWithdrawals.reason,
      at: statementWithdrawals.at,
      byName: statementWithdrawals.byName,
      callBack: recalls.callBack,
      dueAt: recalls.dueAt,
    })
    .from(recalls)
    .innerJoin(
      statementWithdrawals,
      sql`${statementWithdrawals.organizationId} = ${recalls.organizationId}
        and ${statementWithdrawals.id} = ${recalls.withdrawalId}`,
    )
    .where(within(tx, recalls, eq(recalls.briefingId, briefingId)))
    .orderBy(desc(recalls.id))
    .limit(100);
  return rows.map(({ at, dueAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    dueAt: dueAt.toISOString(),
  }));
}

/** The statements of every version, in the order of the versions and of each one's text; at most 10,000. */
async function loadStatementWords(
  tx: ReadTx,
  briefingId: string,
  takenBack: readonly TakenBack[],
): Promise<StatementWords[]> {
  const { organizationId, clientId } = tx.actor;
  const rows = await tx.db.execute<Omit<StatementWords, 'isWithdrawn'>>(sql`
    select v.version, item->>'id' as "statementId", item->>'text' as text
    from briefing_versions v, jsonb_array_elements(v.content->'statements') with ordinality as listed (item, place)
    where v.organization_id = ${organizationId} and v.briefing_id = ${briefingId}
      ${clientId === null ? sql`` : sql`and v.client_id = ${clientId}`}
    order by v.version, place limit 10000`);
  return rows.map((row) => ({
    ...row,
    isWithdrawn: takenBack.some(
      ({ statementId, version, text }) =>
        statementId === row.statementId && row.version <= version && text === row.text,
    ),
  }));
}

export async function loadIncidentContext(tx: ReadTx, briefingId: string): Promise<IncidentContext> {
  const takenBack = await loadTakenBack(tx, briefingId);
  return { briefingId, takenBack, statements: await loadStatementWords(tx, briefingId, takenBack) };
}

/** Calls with everything that hangs on them, in the order of the ids. @param ids some hundreds at the most */
export async function loadCallFacts(
  tx: ReadTx,
  context: IncidentContext,
  ids: readonly string[],
): Promise<CallFacts[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({
      id: calls.id,
      briefingId: calls.briefingId,
      briefingVersionId: calls.briefingVersionId,
      callTypeId: calls.callTypeId,
      channel: calls.channel,
      state: calls.state,
      ani: calls.ani,
      isAniValid: calls.isAniValid,
      phone: numberToReach,
      ringAt: calls.ringAt,
      answeredAt: calls.answeredAt,
      answeredByName: calls.answeredByName,
      endedAt: calls.endedAt,
      abandonedAt: calls.abandonedAt,
      closedAt: calls.closedAt,
      callerName: calls.callerName,
      moodAtStart: calls.moodAtStart,
      mood: calls.mood,
      urgency: calls.urgency,
      issue: calls.issue,
      requestedSolution: calls.requestedSolution,
      intake: calls.intake,
      disposition: calls.disposition,
      readBack: calls.readBack,
    })
    .from(calls)
    .where(within(tx, calls, inArray(calls.id, [...ids])));
  const parts = await loadPartsOfCalls(tx, context, rows);
  const found = new Map(
    rows.map((row) => {
      const isInHand = row.state === 'live' || row.state === 'wrap_up' || row.state === 'ringing';
      const facts: CallFacts = {
        id: row.id,
        isBesides: row.briefingId !== context.briefingId,
        fate: callFate(row.channel, row),
        isOpen: isInHand,
        ringAt: row.ringAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
        endedAt: (row.endedAt ?? row.abandonedAt)?.toISOString() ?? null,
        operatorName: row.answeredByName,
        callerName: row.callerName,
        phone: row.phone,
        email: row.channel === 'email' ? row.ani : null,
        callerKey: callerKey(row),
        moodIn: row.moodAtStart,
        moodOut: row.mood,
        urgency: row.urgency,
        issue: row.issue,
        wish: row.requestedSolution,
        disposition: row.disposition,
        readBack: row.readBack,
        ...parts(row),
      };
      return [row.id, facts] as const;
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

type Origin = { channel: 'phone' | 'email'; ani: string; isAniValid: boolean; phone: string | null };

/** Where a call came from; the SQL of `callerKeyInSql` says the same. */
function callerKey({ channel, ani, isAniValid, phone }: Origin): string | null {
  return isAniValid || channel === 'email' ? ani.toLowerCase() : phone;
}

export const callerKeyInSql: SQL<string | null> = sql`
  case when calls.is_ani_valid or calls.channel = 'email' then lower(calls.ani) else calls.caller_phone end`;

/**
 * The ids of a page, the newest first: those that rang under the briefing, which an index has in this order, and between
 * the first and the last of them those in which something of it was told or asked besides.
 */
async function loadPageIds(
  tx: ReadTx,
  briefingId: string,
  before: string | undefined,
  most: number,
): Promise<{ id: string }[]> {
  const isBefore = before === undefined ? undefined : lt(calls.id, before);
  const own = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(within(tx, calls, eq(calls.briefingId, briefingId), isBefore))
    .orderBy(desc(calls.id))
    .limit(most);
  const last = own.length === most ? own.at(-1)?.id : undefined;
  const between = (column: PgColumn) =>
    and(
      before === undefined ? undefined : lt(column, before),
      last === undefined ? undefined : gt(column, last),
    );
  const told = tx.db
    .select({ id: toldStatements.callId })
    .from(toldStatements)
    .where(
      within(tx, toldStatements, eq(toldStatements.briefingId, briefingId), between(toldStatements.callId)),
    );
  const asked = tx.db
    .select({ id: questions.callId })
    .from(questions)
    .where(within(tx, questions, eq(questions.briefingId, briefingId), between(questions.callId)));
  const besides = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(
      within(
        tx,
        calls,
        sql`${calls.briefingId} is distinct from ${briefingId}`,
        sql`${calls.id} = any (array(${union(told, asked)}))`,
      ),
    )
    .orderBy(desc(calls.id))
    .limit(most);
  return [...own, ...besides].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most);
}

/** The calls of an incident with everything that hangs on them, the newest first. */
export async function listIncidentCalls(
  actor: Actor,
  { briefingId, cursor, limit }: z.output<typeof listIncidentCallsInput>,
): Promise<Page<CallFacts>> {
  requireAllowed(canReadIncidents(actor));
  const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, briefingId), 'briefing');
    const page = toPage(await loadPageIds(tx, briefingId, before, limit + 1), limit, ({ id }) => [id]);
    const ids = page.items.map(({ id }) => id);
    return { ...page, items: await loadCallFacts(tx, await loadIncidentContext(tx, briefingId), ids) };
  });
}
