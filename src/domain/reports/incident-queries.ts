import { sql, type SQL } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound, requireRow } from '../../kernel/errors';
import type { Mood } from '../calls/model';
import { loadBriefing } from '../briefings/queries';
import type { EscalationState } from '../escalations/model';
import { clients } from '../clients/tables';
import type { PromiseState } from '../promises/model';
import type { QuestionState } from '../questions/model';
import { callerKeyInSql, isHeard, isOfIncident, loadIncidentContext } from './incident-call-queries';
import { toldFigures, toldKey, type IncidentFigures, type Quarter } from './incident-figures';
import type { AcknowledgeSpan, CallFate } from './model';
import type { IncidentBoard, IncidentHead } from './pack-content';
import { canReadIncidents } from './policy';

/**
 * How an incident stands: counted by the database from the calls that a pack would list, in six questions that travel
 * together. `asOf` is now.
 */
export async function getIncidentBoard(actor: Actor, briefingId: string): Promise<IncidentBoard> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx, clock) => {
    const [asOf, head] = await Promise.all([clock(), loadIncidentHead(tx, briefingId)]);
    return { ...head, asOf: asOf.toISOString(), figures: await loadFigures(tx, briefingId, asOf) };
  });
}

/** @throws DomainError NOT_FOUND when there is no such briefing */
export async function loadIncidentHead(tx: ReadTx, briefingId: string): Promise<IncidentHead> {
  const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
  const [client] = await tx.db
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, sql`${clients.clientId} = ${briefing.clientId}`));
  return {
    briefingId,
    clientId: briefing.clientId,
    clientName: briefing.clientName,
    timeZone: requireRow(client).timeZone,
    headline: briefing.headline,
    severity: briefing.severity,
    briefingState: briefing.state,
    version: briefing.currentVersion,
    publishedAt: briefing.publishedAt?.toISOString() ?? null,
    resolvedAt: briefing.resolvedAt?.toISOString() ?? null,
  };
}

async function loadFigures(tx: ReadTx, briefingId: string, asOf: Date): Promise<IncidentFigures> {
  const isListed = isOfIncident(tx, briefingId, asOf);
  const isKnown = isHeard(tx, asOf);
  const [counts, quarters, told, questions, promised, escalated, { statements }] = await Promise.all([
    loadCounts(tx, isListed, briefingId),
    loadQuarters(tx, isListed),
    loadToldCounts(tx, isKnown, briefingId),
    loadQuestionCounts(tx, isKnown, briefingId),
    loadPromiseCounts(tx, briefingId, asOf),
    loadEscalationCounts(tx, briefingId, asOf),
    loadIncidentContext(tx, briefingId),
  ]);
  return {
    ...counts,
    quarters,
    told: toldFigures(told, statements),
    questions,
    promises: promised,
    ...escalated,
  };
}

const fate = sql`case when calls.channel = 'email' then 'written' when calls.answered_at is not null then 'answered'
  when coalesce(calls.abandoned_at, calls.ended_at, calls.closed_at) is not null then 'abandoned' else 'ringing' end`;

const moods: readonly (Mood | 'unknown')[] = ['calm', 'upset', 'angry', 'abusive', 'unknown'];
const fates: readonly CallFate[] = ['answered', 'abandoned', 'ringing', 'written'];

type Counts = Pick<
  IncidentFigures,
  | 'calls'
  | 'besides'
  | 'fates'
  | 'callers'
  | 'withoutNumber'
  | 'repeatCallers'
  | 'repeatCalls'
  | 'moodIn'
  | 'moodOut'
>;

async function loadCounts(tx: ReadTx, isListed: SQL, briefingId: string): Promise<Counts> {
  type Row = {
    calls: number;
    besides: number;
    fate: CallFate;
    moodIn: Mood | 'unknown';
    moodOut: Mood | 'unknown';
    numbers: number;
    repeatCallers: number;
    withoutNumber: number;
  };
  const rows = await tx.db.execute<Row>(sql`
    with listed as (
      select ${fate} as fate, coalesce(calls.mood_at_start, 'unknown') as mood_in, coalesce(calls.mood, 'unknown') as mood_out,
        calls.briefing_id is distinct from ${briefingId}::uuid as is_besides, ${callerKeyInSql} as caller
      from calls where ${isListed}
    ),
    caller as (select caller, count(*) as rings from listed where caller is not null group by caller),
    callers as (
      select count(*)::integer as numbers, (count(*) filter (where rings > 1))::integer as "repeatCallers" from caller
    )
    select fate, mood_in as "moodIn", mood_out as "moodOut", count(*)::integer as calls,
      (count(*) filter (where is_besides))::integer as besides,
      (count(*) filter (where caller is null))::integer as "withoutNumber",
      callers.numbers, callers."repeatCallers"
    from listed, callers group by fate, mood_in, mood_out, callers.numbers, callers."repeatCallers"`);
  const spokenWith = rows.filter((row) => row.fate === 'answered' || row.fate === 'written');
  const sum = (of: readonly Row[], what: 'calls' | 'besides' | 'withoutNumber') =>
    of.reduce((total, row) => total + row[what], 0);
  const by = <Key extends string>(
    keys: readonly Key[],
    of: readonly Row[],
    key: 'fate' | 'moodIn' | 'moodOut',
  ) =>
    Object.fromEntries(
      keys.map((one) => [
        one,
        sum(
          of.filter((row) => row[key] === one),
          'calls',
        ),
      ]),
    ) as Record<Key, number>;
  const [first] = rows;
  const [calls, withoutNumber] = [sum(rows, 'calls'), sum(rows, 'withoutNumber')];
  const numbers = first?.numbers ?? 0;
  return {
    calls,
    besides: sum(rows, 'besides'),
    fates: by(fates, rows, 'fate'),
    callers: numbers + withoutNumber,
    withoutNumber,
    repeatCallers: first?.repeatCallers ?? 0,
    repeatCalls: calls - withoutNumber - numbers,
    moodIn: by(moods, spokenWith, 'moodIn'),
    moodOut: by(moods, spokenWith, 'moodOut'),
  };
}

async function loadQuarters(tx: ReadTx, isListed: SQL): Promise<Quarter[]> {
  const rows = await tx.db.execute<Omit<Quarter, 'at'> & { at: number }>(sql`
    select (floor(extract(epoch from calls.ring_at) / 900) * 900000)::double precision as at,
      (count(*) filter (where ${fate} = 'answered'))::integer as answered,
      (count(*) filter (where ${fate} = 'abandoned'))::integer as abandoned,
      (count(*) filter (where ${fate} in ('ringing', 'written')))::integer as other
    from calls where ${isListed} group by 1 order by 1`);
  return rows.map(({ at, ...quarter }) => ({ ...quarter, at: new Date(at).toISOString() }));
}

async function loadToldCounts(tx: ReadTx, isKnown: SQL, briefingId: string): Promise<Map<string, number>> {
  const { organizationId } = tx.actor;
  const rows = await tx.db.execute<{ statementId: string; version: number; calls: number }>(sql`
    select told.statement_id as "statementId", v.version, told.calls
    from (
      select t.statement_id, t.briefing_version_id, count(*)::integer as calls
      from told_statements t
      join calls on calls.organization_id = t.organization_id and calls.id = t.call_id
      where t.organization_id = ${organizationId} and t.briefing_id = ${briefingId} and ${isKnown}
      group by 1, 2
    ) told
    join briefing_versions v on v.organization_id = ${organizationId} and v.id = told.briefing_version_id`);
  return new Map(rows.map((row) => [toldKey(row), row.calls]));
}

async function loadQuestionCounts(
  tx: ReadTx,
  isKnown: SQL,
  briefingId: string,
): Promise<Record<QuestionState, number>> {
  const { organizationId } = tx.actor;
  const rows = await tx.db.execute<{ state: QuestionState; count: number }>(sql`
    select q.state, count(*)::integer as count from questions q
    join calls on calls.organization_id = q.organization_id and calls.id = q.call_id
    where q.organization_id = ${organizationId} and q.briefing_id = ${briefingId} and ${isKnown}
    group by q.state`);
  return {
    open: 0,
    answered: 0,
    dismissed: 0,
    ...Object.fromEntries(rows.map((row) => [row.state, row.count])),
  };
}

async function loadPromiseCounts(
  tx: ReadTx,
  briefingId: string,
  asOf: Date,
): Promise<IncidentFigures['promises']> {
  const rows = await tx.db.execute<{ state: PromiseState; count: number; overdue: number; late: number }>(sql`
    select p.state, count(*)::integer as count,
      (count(*) filter (where p.state = 'open' and p.due_at <= ${asOf.toISOString()}))::integer as overdue,
      (count(*) filter (where p.state = 'kept' and p.ended_at > p.due_at))::integer as late
    from calls
    join promises p on p.organization_id = calls.organization_id and p.call_id = calls.id
    where ${isOfIncident(tx, briefingId, asOf, sql`p.call_id`)} and (p.briefing_id = ${briefingId}
      or (p.briefing_id is null and (calls.briefing_id is null or calls.briefing_id = ${briefingId})))
    group by p.state`);
  const count = (state: PromiseState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    open: count('open'),
    kept: count('kept'),
    broken: count('broken'),
    renegotiated: count('renegotiated'),
    cancelled: count('cancelled'),
    overdue: rows.reduce((total, { overdue }) => total + overdue, 0),
    keptLate: rows.reduce((total, { late }) => total + late, 0),
  };
}

async function loadEscalationCounts(
  tx: ReadTx,
  briefingId: string,
  asOf: Date,
): Promise<Pick<IncidentFigures, 'escalations' | 'acknowledged'>> {
  type Row = { state: EscalationState; span: AcknowledgeSpan; count: number };
  const rows = await tx.db.execute<Row>(sql`
    select e.state, case when e.acknowledged_at is null then 'none'
        when e.acknowledged_at <= e.started_at + interval '5 minutes' then '5_min'
        when e.acknowledged_at <= e.started_at + interval '15 minutes' then '15_min'
        when e.acknowledged_at <= e.started_at + interval '1 hour' then '1_h' else 'longer' end as span,
      count(*)::integer as count
    from calls
    join escalations e on e.organization_id = calls.organization_id and e.call_id = calls.id
    where ${isOfIncident(tx, briefingId, asOf, sql`e.call_id`)} and (calls.briefing_id is null or calls.briefing_id = ${briefingId})
    group by 1, 2`);
  const sum = (isMeant: (row: Row) => boolean) =>
    rows.filter(isMeant).reduce((total, { count }) => total + count, 0);
  const inState = (state: EscalationState) => sum((row) => row.state === state);
  const inSpan = (span: AcknowledgeSpan) => sum((row) => row.span === span);
  return {
    escalations: {
      open: inState('open'),
      acknowledged: inState('acknowledged'),
      resolved: inState('resolved'),
      cancelled: inState('cancelled'),
      unanswered: inState('unanswered'),
    },
    acknowledged: {
      '5_min': inSpan('5_min'),
      '15_min': inSpan('15_min'),
      '1_h': inSpan('1_h'),
      longer: inSpan('longer'),
      none: inSpan('none'),
    },
  };
}
