import { count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { ReportGrouping } from './model';
import { mergedDays } from './merged-days';
import { datesBetween, reportDays } from './report-days';

/** The days of a report, on the clock of every client that is in it. */
export type ReportSpan = {
  dates: string[];
  /** Of the clients; the one of the most clients first, which holds for numbers that belong to nobody, too. */
  zones: { timeZone: string; starts: Date[] }[];
  /** These clients alone; null stands for numbers that belong to nobody. Without it: all. */
  only: readonly (string | null)[] | null;
};

/**
 * @throws DomainError NOT_FOUND for a client that is not there
 */
export async function loadSpan(
  tx: ReadTx,
  { from, to, clientId }: { from: string; to: string; clientId?: string | undefined },
): Promise<ReportSpan> {
  const rows = await tx.db
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, clientId === undefined ? undefined : eq(clients.clientId, clientId)))
    .groupBy(clients.timeZone)
    .orderBy(desc(count()), clients.timeZone);
  if (clientId !== undefined) requireFound(rows[0], 'client');
  const zones = rows.length === 0 ? [{ timeZone: 'UTC' }] : rows;
  return {
    dates: datesBetween({ from, to }),
    zones: zones.map(({ timeZone }) => ({ timeZone, starts: reportDays({ from, to }, timeZone) })),
    only: clientId === undefined ? null : [clientId],
  };
}

/**
 * How a report reads its rows: each once, counted where it is found. The planner cannot know how many rows there are
 * behind the walls of a tenant; it takes them for a few, and would sort them or look up one by one what belongs to them. So
 * it may do neither; it plans for the days that are asked for, and compiles nothing for a statement that runs once. To be
 * sent before the report, in its transaction.
 */
export async function prepareReport(tx: ReadTx): Promise<void> {
  await tx.db.execute(sql`
    select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
      set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`);
}

/** In SQL: how the rows of a table `t`, with `organization_id` and `client_id`, are counted in two steps. */
export type Spread = {
  /** Which rows are near enough to the days to be looked at. */
  isNear: SQL;
  /** Between which two of the instants at which a day begins anywhere. */
  stretch: SQL;
  /** Whose they are, where that says on which day they count, or is asked for; null else. */
  clientId: SQL;
  /** What stands behind the counts `n` with their `stretch` and `client_id`. */
  join: SQL;
  /** On which day of the report they count, from 1; 0: on none. */
  day: SQL;
};

const NO_CLIENT = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * Spreads rows over the days of their clients. Days begin at other instants where another clock hangs: rows are counted by
 * the stretches between all of these instants and by client, and some hundred counts are then put together for the days.
 * A row costs one search among instants that were worked out before; asking for its local date would cost ten times as
 * much, and asking first where its client is would keep the database from counting with two hands.
 */
export function spread(tx: ReadTx, { zones, only }: ReportSpan, by: ReportGrouping, at: SQL): Spread {
  // By client, all days are one.
  const starts = zones.map((zone) => (by === 'client' ? zone.starts.filter(isEdge) : zone.starts));
  const { instants, daysOf } = mergedDays(starts);
  const isNear = sql`t.organization_id = ${tx.actor.organizationId} and ${isOneOfThem(tx, only)}
    and ${at} >= ${instants[0]?.toISOString()}::timestamptz and ${at} < ${instants.at(-1)?.toISOString()}::timestamptz`;
  // In a question of its own the list is read once, not for every row.
  const listed = sql`(select ${sql.param(instants.map((one) => one.toISOString()))}::text[]::timestamptz[])`;
  const stretch = sql`width_bucket(${at}, ${listed})`;
  if (zones.length === 1) {
    const clientId = by === 'day' ? sql`null::uuid` : sql`t.client_id`;
    return { isNear, stretch, clientId, join: sql``, day: sql`n.stretch` };
  }
  const days = daysOf.map((one) => sql`${sql.param(one.map(String))}::text[]::integer[]`);
  const named = zones.map(({ timeZone }, place) => sql`(${timeZone}::text, ${days[place]})`);
  return {
    isNear,
    stretch,
    clientId: sql`t.client_id`,
    join: sql`join (
      select k.client_id, z.days from clients k join (values ${sql.join(named, sql`, `)}) z(time_zone, days)
        on z.time_zone = k.time_zone
      where k.organization_id = ${tx.actor.organizationId}
      union all select ${NO_CLIENT}, ${days[0]}
    ) p on p.client_id = coalesce(n.client_id, ${NO_CLIENT})`,
    day: sql`p.days[n.stretch]`,
  };
}

const isEdge = (_: Date, place: number, all: readonly Date[]) => place === 0 || place === all.length - 1;

function isOneOfThem(tx: ReadTx, only: ReportSpan['only']): SQL {
  const wanted = tx.actor.clientId === null ? only : [tx.actor.clientId];
  if (wanted === null) return sql`true`;
  const [first] = wanted;
  if (wanted.length === 1) return first === null ? sql`t.client_id is null` : sql`t.client_id = ${first}`;
  return sql`t.client_id = any(${sql.param(wanted)}::text[]::uuid[])`;
}
