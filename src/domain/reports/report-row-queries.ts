import { sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { DomainError } from '../../kernel/errors';
import type { ReportGrouping } from './model';
import { spread, type ReportSpan } from './report-span-queries';

const MOST_CLIENTS = 10_000;

/** The figures of a day (counted from 1), of a client, or of both. */
export type CountedRow<Figures> = { day: number | null; clientId: string | null; figures: Figures };

const columnsOf = (columns: Record<string, SQL>): SQL =>
  sql.join(
    Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  );

/** Something that is added up: rows that meet a condition, intervals (told in seconds), or milliseconds (told likewise). */
export type Sum = { sum: SQL; unit: 'rows' | 'interval' | 'milliseconds' };

export const counted = (condition: SQL): Sum => ({
  sum: sql`count(*) filter (where ${condition})`,
  unit: 'rows',
});

/** Added exactly, whatever their order. */
export const secondsOf = (interval: SQL, condition: SQL): Sum => ({
  sum: sql`sum(${interval}) filter (where ${condition})`,
  unit: 'interval',
});

/** The sums of the parts, put together. */
function wholeOf(name: string, { unit }: Sum): SQL {
  const whole = sql`sum(n.${sql.identifier(name)})`;
  if (unit === 'rows') return sql`${whole}::integer`;
  if (unit === 'interval') return sql`coalesce(date_part('epoch', ${whole}), 0)`;
  return sql`coalesce(${whole}, 0)::double precision / 1000`;
}

export type Asked<Name extends string> = {
  /** With `t` as its name. */
  table: SQL;
  /** The instant that says to which day a row belongs. */
  at: SQL;
  /** Which rows count. */
  isCounted: SQL;
  columns: Record<Name, Sum>;
};

type Found = { day: number | null; clientId: string | null; [figure: string]: unknown };

/**
 * One statement, which reads the rows of the days once.
 * @throws DomainError INVALID for more clients than can be told apart at once: figures that leave some out are none
 */
export async function loadCounted<Name extends string>(
  tx: ReadTx,
  span: ReportSpan,
  by: ReportGrouping,
  { table, at, isCounted, columns }: Asked<Name>,
): Promise<CountedRow<Record<Name, number>>[]> {
  const { isNear, stretch, clientId, join, day } = spread(tx, span, by, at);
  const sums = Object.entries<Sum>(columns);
  const parts = columnsOf(Object.fromEntries(sums.map(([name, { sum }]) => [name, sum])));
  const wholes = columnsOf(Object.fromEntries(sums.map(([name, sum]) => [name, wholeOf(name, sum)])));
  const most = MOST_CLIENTS * (by === 'client_day' ? span.dates.length : 1);
  const rows = await tx.db.execute<Found>(sql`
    select ${by === 'client' ? sql`null::integer` : day} as day,
      ${by === 'day' ? sql`null::uuid` : sql`n.client_id`} as "clientId", ${wholes}
    from (
      select ${stretch} as stretch, ${clientId} as client_id, ${parts}
      from ${table} where ${isNear} and ${isCounted} group by 1, 2
    ) n ${join}
    where ${day} > 0
    group by 1, 2 limit ${most + 1}`);
  if (rows.length > most)
    throw new DomainError('INVALID', 'There are too many clients for one report. Choose one.');
  return [...rows].map(({ day: number, clientId: id, ...figures }) => ({
    day: number,
    clientId: id,
    figures: figures as Record<Name, number>,
  }));
}
