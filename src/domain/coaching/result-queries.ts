import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { isOneOf } from '../../db/one-of';
import type { CoachingResults, coachingResultsInput } from './model';
import { operatorResults, type MarkCount, type ScoreCount } from './operator-results';
import { periodsOf, type Period } from './periods-of';
import { canReadScores } from './policy';
import { loadScorecard } from './scorecard-queries';
import { callScores } from './tables';

const MOST_OPERATORS = 500;

type Wanted = z.output<typeof coachingResultsInput>;

function isWanted(tx: ReadTx, periods: readonly Period[], { operatorId, clientId }: Wanted): SQL {
  const from = periods[0]?.startsAt.toISOString();
  const to = periods.at(-1)?.endsAt.toISOString();
  return sql`organization_id = ${tx.actor.organizationId}
    and scored_at >= ${from}::timestamptz and scored_at < ${to}::timestamptz
    and ${operatorId === undefined ? sql`true` : sql`operator_id = ${operatorId}::uuid`}
    and ${clientId === undefined ? sql`true` : sql`client_id = ${clientId}::uuid`}`;
}

async function loadCounts(tx: ReadTx, periods: readonly Period[], wanted: Wanted): Promise<ScoreCount[]> {
  const begins = `{${periods.map(({ startsAt }) => startsAt.toISOString()).join(',')}}`;
  const rows = await tx.db.execute<ScoreCount>(sql`
    with scored as (
      select operator_id, operator_name, scored_at, percent, seen_at, answered_at,
        width_bucket(scored_at, ${begins}::timestamptz[]) - 1 as period
      from call_scores where ${isWanted(tx, periods, wanted)}
    ),
    shown as (
      select operator_id from scored group by operator_id order by count(*) desc, operator_id
      limit ${MOST_OPERATORS + 1}
    )
    select operator_id as "operatorId", (array_agg(operator_name order by scored_at desc))[1] as name, period,
      count(*)::int as scores, count(percent)::int as counted, coalesce(sum(percent), 0)::int as "percentSum",
      count(seen_at)::int as seen, count(answered_at)::int as answered
    from scored where operator_id in (select operator_id from shown)
    group by operator_id, period order by operator_id, period`);
  return [...rows];
}

async function loadMarks(
  tx: ReadTx,
  periods: readonly Period[],
  wanted: Wanted,
  operatorIds: readonly string[],
): Promise<MarkCount[]> {
  const rows = await tx.db.execute<MarkCount>(sql`
    select operator_id as "operatorId", line ->> 'id' as id, line ->> 'mark' as mark,
      max(line ->> 'name') as name, count(*)::int as count
    from call_scores, jsonb_array_elements(lines) as line(line)
    where ${isWanted(tx, periods, wanted)} and ${isOneOf(callScores.operatorId, operatorIds)}
    group by 1, 2, 3`);
  return [...rows];
}

/** How calls were scored in a time, by operator and week or month, by when they were scored; at most 500 operators. */
export async function getCoachingResults(actor: Actor, wanted: Wanted): Promise<CoachingResults> {
  requireAllowed(canReadScores(actor));
  const periods = periodsOf(wanted, wanted.timeZone);
  return readTx(actor, async (tx) => {
    const [counts, { criteria }] = await Promise.all([loadCounts(tx, periods, wanted), loadScorecard(tx)]);
    const operatorIds = [...new Set(counts.map(({ operatorId }) => operatorId))];
    const shown = operatorIds.slice(0, MOST_OPERATORS);
    const marks = shown.length === 0 ? [] : await loadMarks(tx, periods, wanted, shown);
    return {
      periods: periods.map(({ from, to }) => ({ from, to })),
      operators: operatorResults({ counts, marks, criteria, periods: periods.length }).slice(
        0,
        MOST_OPERATORS,
      ),
      isCut: operatorIds.length > MOST_OPERATORS,
    };
  });
}
