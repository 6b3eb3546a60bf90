import { sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import type { ServiceRules } from '../tenancy/model';
import type { ReportGrouping } from './model';
import type { MinuteFigures } from './report-figures';
import { counted, loadCounted, secondsOf, type CountedRow } from './report-row-queries';
import type { ReportSpan } from './report-span-queries';

/**
 * The operators' time: of each call from the answer to the end of its wrap-up, exactly and as it is billed. Each call is
 * rounded up to whole steps, to the millisecond: one of 60.001 s is two steps of a minute.
 */
export async function loadMinuteRows(
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
  {
    billingStepSeconds,
    billingLeastSeconds,
  }: Pick<ServiceRules, 'billingStepSeconds' | 'billingLeastSeconds'>,
): Promise<CountedRow<MinuteFigures>[]> {
  const isFinished = sql`t.closed_at is not null`;
  const worked = sql`greatest(t.closed_at, t.ended_at, t.answered_at) - t.answered_at`;
  const step = sql`${billingStepSeconds * 1_000}::bigint`;
  const milliseconds = sql`(date_part('epoch', ${worked}) * 1000)::bigint`;
  const billed = sql`greatest(${billingLeastSeconds * 1_000}::bigint, (${milliseconds} + ${step} - 1) / ${step} * ${step})`;
  return loadCounted(tx, span, by, {
    table: sql`calls t`,
    at: sql`t.ring_at`,
    isCounted: sql`t.answered_at is not null`,
    columns: {
      calls: counted(sql`${isFinished} and t.channel = 'phone'`),
      complaints: counted(sql`${isFinished} and t.channel <> 'phone'`),
      operatorSeconds: secondsOf(worked, isFinished),
      billedSeconds: { sum: sql`sum(${billed}) filter (where ${isFinished})`, unit: 'milliseconds' },
      unfinished: counted(sql`t.closed_at is null`),
    },
  });
}
