import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor';
import { milliseconds } from './account-scope-queries';
import type { HomeKind } from './home-line';

/** So many of each kind; whoever has more works the first ones off first. */
export const MOST_OF_KIND = 20;

/** What is counted together is counted up to here. */
const MOST_COUNTED = 1_000;

type Columns = {
  id?: SQL;
  ref?: SQL;
  /** Of the table that carries `organization_id` and `client_id`: names the client. */
  of?: 'c' | 'e' | 'p' | 'b' | 'q' | 's' | 'r' | 'u' | 'a';
  urgency?: SQL;
  words?: SQL;
  name?: SQL;
  count?: SQL;
  at: SQL;
};

const nothing = sql`null`;

/** One kind of line: the most pressing ones, each with the same columns as all the others. */
export function homePart(kind: HomeKind, columns: Columns, from: SQL, order: SQL, where: SQL): SQL {
  const { id, ref, of, urgency, words, name, count, at } = columns;
  const client = of === undefined ? { name: nothing, zone: nothing, join: sql`` } : clientOf(of);
  return sql`(
    select ${kind}::text as kind, (${id ?? nothing})::text as id, (${ref ?? nothing})::text as ref,
      (${client.name})::text as "clientName", (${client.zone})::text as "timeZone", (${urgency ?? nothing})::text as urgency,
      left(coalesce(${words ?? nothing}::text, ''), 300) as words, coalesce(${name ?? nothing}::text, '') as name,
      (${count ?? sql`1`})::integer as count, ${milliseconds(at)} as at
    from ${from} ${client.join}
    where ${where}
    order by ${order}, 2
    limit ${MOST_OF_KIND + 1})`;
}

const clientOf = (of: string) => ({
  name: sql`k.name`,
  zone: sql`k.time_zone`,
  join: sql.raw(
    `left join clients k on k.organization_id = ${of}.organization_id and k.client_id = ${of}.client_id`,
  ),
});

/**
 * Many of a kind in one line: how many, since when the first one waits.
 * @param rows a select of `at`, and of `id` where the first one is to be opened
 */
export function homeCount(kind: HomeKind, rows: SQL): SQL {
  return sql`(
    select ${kind}::text as kind, null::text as id, null::text as ref, null::text as "clientName", null::text as "timeZone",
      null::text as urgency, '' as words, '' as name, count(*)::integer as count, ${milliseconds(sql`min(n.at)`)} as at
    from (${rows} limit ${MOST_COUNTED}) n
    having count(*) > 0)`;
}

/** Of the tenant, and for a client's people of their client. */
export function ownRows(actor: Actor, row: string): SQL {
  const isOfTenant = sql`${sql.raw(row)}.organization_id = ${actor.organizationId}`;
  return actor.clientId === null
    ? isOfTenant
    : sql`${isOfTenant} and ${sql.raw(row)}.client_id = ${actor.clientId}`;
}

/** Briefings as they stand: in force now, in their newest version. */
export const inForce = sql`b.state = 'published' and coalesce(v.starts_at, '-infinity') <= app_now()
  and coalesce(v.ends_at, 'infinity') > app_now()`;

export const newestVersion = sql`join briefing_versions v on v.organization_id = b.organization_id
  and v.briefing_id = b.id and v.version = b.current_version`;

/** Promises to be kept within half a day, or overdue. */
export const isDueToday = sql`p.state = 'open' and p.due_at <= app_now() + interval '12 hours'`;

/** Callbacks are opened by themselves, everything else by its call. */
export const promiseColumns = {
  id: sql`p.id`,
  ref: sql`case when p.kind = 'callback' then null else p.call_id end`,
  of: 'p' as const,
  words: sql`p.what`,
  name: sql`p.caller_name`,
  at: sql`p.due_at`,
};
