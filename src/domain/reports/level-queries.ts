import { sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import type { ServiceRules } from '../tenancy/model';
import type { ReportGrouping, WaitCount } from './model';
import type { LevelFigures } from './report-figures';
import { counted, loadCounted, secondsOf, type CountedRow } from './report-row-queries';
import type { ReportSpan } from './report-span-queries';
import { callFigures } from './service-level';

const seconds = (amount: number) => sql`${`${amount} seconds`}::interval`;

type Rules = Pick<ServiceRules, 'serviceLevelSeconds' | 'abandonedRule' | 'abandonedAfterSeconds'>;

/**
 * How telephone calls were answered. The database counts on which side of the rule's two limits they waited; what that
 * means for the service level is said in service-level.ts, as for the wall. Calls that were closed without being answered
 * or given up are left aside.
 */
export async function loadLevelRows(
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
  rules: Rules,
): Promise<CountedRow<LevelFigures>[]> {
  const isAnswered = sql`t.answered_at is not null`;
  const gaveUpAt = sql`coalesce(t.abandoned_at, t.ended_at)`;
  const isTalked = sql`${isAnswered} and t.ended_at is not null`;
  const isWrapped = sql`${isTalked} and t.closed_at is not null`;
  // Clocks of a switch and of the database differ: what ended before it began took no time.
  const none = sql`'0'::interval`;
  const rows = await loadCounted(tx, span, by, {
    table: sql`calls t`,
    at: sql`t.ring_at`,
    isCounted: sql`t.channel = 'phone'
      and (t.closed_at is null or t.answered_at is not null or ${gaveUpAt} is not null)`,
    columns: {
      answered: counted(isAnswered),
      answeredSoon: counted(sql`t.answered_at - t.ring_at <= ${seconds(rules.serviceLevelSeconds)}`),
      answerSeconds: secondsOf(sql`greatest(t.answered_at - t.ring_at, ${none})`, isAnswered),
      abandoned: counted(sql`t.answered_at is null and ${gaveUpAt} is not null`),
      abandonedSoon: counted(
        sql`t.answered_at is null and ${gaveUpAt} - t.ring_at <= ${seconds(rules.abandonedAfterSeconds)}`,
      ),
      waiting: counted(sql`t.answered_at is null and ${gaveUpAt} is null`),
      talked: counted(isTalked),
      talkSeconds: secondsOf(sql`greatest(t.ended_at - t.answered_at, ${none})`, isTalked),
      wrapped: counted(isWrapped),
      wrapSeconds: secondsOf(sql`greatest(t.closed_at - t.ended_at, ${none})`, isWrapped),
    },
  });
  return rows.map(({ figures, ...row }) => ({ ...row, figures: levelFigures(figures, rules) }));
}

type Sides = {
  answered: number;
  answeredSoon: number;
  answerSeconds: number;
  abandoned: number;
  abandonedSoon: number;
  waiting: number;
} & Pick<LevelFigures, 'talked' | 'talkSeconds' | 'wrapped' | 'wrapSeconds'>;

/** As waits at the limit and just past it. */
function levelFigures(sides: Sides, rules: Rules): LevelFigures {
  const { answered, answeredSoon, answerSeconds, abandoned, abandonedSoon, waiting, ...work } = sides;
  const wait = (kind: WaitCount['kind'], waitedSeconds: number, calls: number, totalSeconds = 0) => ({
    kind,
    waitedSeconds,
    calls,
    totalSeconds,
  });
  const { serviceLevelSeconds: soon, abandonedAfterSeconds: early } = rules;
  const waits: WaitCount[] = [
    wait('answered', soon, answeredSoon, answerSeconds),
    wait('answered', soon + 1, answered - answeredSoon),
    wait('abandoned', early, abandonedSoon),
    wait('abandoned', early + 1, abandoned - abandonedSoon),
    wait('waiting', 0, waiting),
  ];
  return { ...callFigures(waits, rules), ...work };
}
