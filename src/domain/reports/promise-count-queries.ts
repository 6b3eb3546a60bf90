import { sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import type { ReportGrouping } from './model';
import type { PromiseFigures } from './report-figures';
import { counted, loadCounted, type CountedRow } from './report-row-queries';
import type { ReportSpan } from './report-span-queries';

/** What became of what callers were promised, callbacks of recalls and answered questions included. */
export async function loadPromiseRows(
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
  now: Date,
): Promise<CountedRow<PromiseFigures>[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return loadCounted(tx, span, by, {
    table: sql`promises t`,
    at: sql`t.due_at`,
    isCounted: sql`true`,
    columns: {
      due: counted(sql`true`),
      keptInTime: counted(sql`t.state = 'kept' and t.ended_at <= t.due_at`),
      keptLate: counted(sql`t.state = 'kept' and (t.ended_at <= t.due_at) is not true`),
      broken: counted(sql`t.state = 'broken'`),
      overdue: counted(sql`t.state = 'open' and t.due_at < ${at}`),
      open: counted(sql`t.state = 'open' and t.due_at >= ${at}`),
      renegotiated: counted(sql`t.state = 'renegotiated'`),
      cancelled: counted(sql`t.state = 'cancelled'`),
    },
  });
}
