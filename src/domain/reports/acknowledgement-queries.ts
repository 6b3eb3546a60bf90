import { sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import type { ReportGrouping } from './model';
import { figuresOfNone, type AcknowledgementFigures } from './report-figures';
import type { CountedRow } from './report-row-queries';
import { spread, type ReportSpan } from './report-span-queries';

type Row = { isTotal: boolean; day: number | null; clientId: string | null } & AcknowledgementFigures;

/**
 * How soon escalations were acknowledged. Counted by whole seconds first, so that percentiles (by nearest rank) are read
 * off some hundred counts instead of sorting every escalation.
 */
export async function loadAcknowledgementRows(
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
): Promise<{ rows: CountedRow<AcknowledgementFigures>[]; total: AcknowledgementFigures }> {
  const { isNear, stretch, clientId, join, day } = spread(tx, span, by, sql`t.started_at`);
  const rank = (share: number) =>
    sql`min(seconds) filter (where seconds is not null and upto >= ${sql.raw(String(share))} * acknowledged)`;
  const found = await tx.db.execute<Row>(sql`
    with spans as (
      select ${by === 'client' ? sql`null::integer` : day} as day,
        ${by === 'day' ? sql`null::uuid` : sql`n.client_id`} as client_id, n.seconds, sum(n.escalations) as escalations
      from (
        select ${stretch} as stretch, ${clientId} as client_id,
          ceil(date_part('epoch', t.acknowledged_at - t.started_at))::integer as seconds, count(*) as escalations
        from escalations t where ${isNear} group by 1, 2, 3
      ) n ${join}
      where ${day} > 0
      group by 1, 2, 3
    ), alike as (
      select false as is_total, day, client_id, seconds, escalations from spans
      union all
      select true, null, null, seconds, sum(escalations) from spans group by seconds
    ), summed as (
      select *, sum(escalations) over (partition by is_total, day, client_id order by seconds nulls last) as upto,
        coalesce(sum(escalations) filter (where seconds is not null)
          over (partition by is_total, day, client_id), 0) as acknowledged
      from alike
    )
    select is_total as "isTotal", day, client_id as "clientId", sum(escalations)::integer as escalations,
      max(acknowledged)::integer as acknowledged, ${rank(0.5)} as "p50Seconds", ${rank(0.95)} as "p95Seconds"
    from summed group by is_total, day, client_id`);
  const rows: CountedRow<AcknowledgementFigures>[] = [];
  let total = figuresOfNone('acknowledgement');
  for (const { isTotal, day: number, clientId: id, ...figures } of found) {
    if (isTotal) total = figures;
    else rows.push({ day: number, clientId: id, figures });
  }
  return { rows, total };
}
