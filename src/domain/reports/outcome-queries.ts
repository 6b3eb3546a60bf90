import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireAllowed } from '../../kernel/errors';
import type { OutcomeGroup, OutcomeGrouping, Outcomes, outcomesInput } from './model';
import { loadOutcomeNames } from './outcome-name-queries';
import { canReadOutcomes } from './policy';
import { prepareReport } from './report-span-queries';

const MOST_GROUPS = 500;

type Wanted = z.output<typeof outcomesInput>;

const keyOf: Record<OutcomeGrouping, SQL> = {
  playbook: sql`c.playbook_id`,
  briefing: sql`c.briefing_id`,
  operator: sql`c.answered_by_id`,
};

const nobody: Record<OutcomeGrouping, string> = {
  playbook: 'No playbook',
  briefing: 'No briefing',
  operator: 'Answered by somebody not named',
};

/** Calls are answered by programs too, with an API key. */
const unnamed: Record<OutcomeGrouping, string> = {
  playbook: 'A playbook that is not there',
  briefing: 'A briefing that is not there',
  operator: 'A program',
};

type Row = { key: string | null; figures: Omit<OutcomeGroup, 'key' | 'name'> };

/**
 * One statement. Calls that are alike are counted first, so that the figures are made of some hundred counts: neither are
 * the moods of every call compared nor their lengths sorted (which the planner would do, were the counts not materialized).
 * Whether a caller rang again stands in the call itself; abandoned calls count there, though nobody could do anything in
 * them.
 */
async function loadRows(tx: ReadTx, { from, to, by, clientId }: Wanted, now: Date): Promise<Row[]> {
  const { organizationId } = tx.actor;
  const calls = (condition: SQL) => sql`coalesce(sum(calls) filter (where ${condition}), 0)`;
  const moods = (column: SQL) =>
    sql`json_build_object('calm', ${calls(sql`${column} = 'calm'`)}, 'upset', ${calls(sql`${column} = 'upset'`)},
      'angry', ${calls(sql`${column} = 'angry'`)}, 'abusive', ${calls(sql`${column} = 'abusive'`)},
      'unknown', ${calls(sql`${column} is null`)})`;
  const order = sql`array['calm', 'upset', 'angry', 'abusive']`;
  // An instant is worked out here: in the statement it would be done anew for every call.
  const aDayAgo = after(now, -DAY).toISOString();
  const key = keyOf[by];
  const isMeant = sql`c.organization_id = ${organizationId} and c.answered_at is not null
    and c.ring_at >= ${from}::timestamptz and c.ring_at < ${to}::timestamptz
    and ${clientId === undefined ? sql`true` : sql`c.client_id = ${clientId}`}`;
  const promised = (state: string) => sql`count(*) filter (where p.state = ${state})`;
  const rows = await tx.db.execute<Row>(sql`
    with alike as materialized (
      select ${key} as key, c.mood_at_start, c.mood, c.abuse_count > 0 as is_abusive,
        case when c.is_ani_valid and c.ring_at <= ${aDayAgo}::timestamptz then c.rang_again_at is not null end as rang_again,
        count(*) as calls
      from calls c where ${isMeant} group by 1, 2, 3, 4, 5
    ), heard as (
      select key, sum(calls) as calls, ${moods(sql`mood_at_start`)} as mood_in, ${moods(sql`mood`)} as mood_out,
        json_build_object(
          'count', ${calls(sql`array_position(${order}, mood) < array_position(${order}, mood_at_start)`)},
          'of', ${calls(sql`mood_at_start <> 'calm' and mood is not null`)}) as calmed,
        json_build_object('count', ${calls(sql`rang_again`)}, 'of', ${calls(sql`rang_again is not null`)}) as rang_again,
        json_build_object('count', ${calls(sql`is_abusive`)}, 'of', sum(calls)) as abusive
      from alike group by key order by sum(calls) desc, key limit ${MOST_GROUPS + 1}
    ), lengths as materialized (
      select ${key} as key, count(*) as calls,
        floor(date_part('epoch', greatest(c.ended_at - c.answered_at, '0'::interval)))::integer as seconds
      from calls c where ${isMeant} and c.ended_at is not null group by 1, 3
    ), lasting as (
      select key, seconds, sum(calls) over (partition by key order by seconds) as upto,
        sum(calls) over (partition by key) as timed
      from lengths
    ), timed as (
      select key, max(timed) as timed, min(seconds) filter (where upto >= 0.5 * timed) as median,
        min(seconds) filter (where upto >= 0.9 * timed) as p90
      from lasting group by key
    ), promised as (
      select ${key} as key, count(*) as given, ${promised('kept')} as kept, ${promised('broken')} as broken,
        ${promised('open')} as open
      from promises p join calls c on c.organization_id = p.organization_id and c.id = p.call_id
      where p.organization_id = ${organizationId} and p.reason = 'call' and p.created_at >= ${from}::timestamptz
        and ${isMeant}
      group by 1
    )
    select heard.key::text, json_build_object(
      'calls', heard.calls, 'moodIn', mood_in, 'moodOut', mood_out, 'calmed', calmed, 'rangAgain', rang_again,
      'abusive', abusive, 'medianSeconds', median, 'p90Seconds', p90, 'timed', coalesce(timed, 0),
      'promises', json_build_object('given', coalesce(given, 0), 'kept', coalesce(kept, 0),
        'broken', coalesce(broken, 0), 'open', coalesce(open, 0))
    ) as figures
    from heard left join timed on timed.key is not distinct from heard.key
    left join promised on promised.key is not distinct from heard.key
    order by heard.calls desc, heard.key`);
  return [...rows];
}

/** What came of the answered calls of a time, side by side; of 501 groups and more, the 500 with the most calls. */
export async function getOutcomes(actor: Actor, wanted: Wanted): Promise<Outcomes> {
  requireAllowed(canReadOutcomes(actor));
  return readTx(actor, async (tx, clock) => {
    const [now] = await Promise.all([clock(), prepareReport(tx)]);
    const rows = await loadRows(tx, wanted, now);
    const shown = rows.slice(0, MOST_GROUPS);
    const keys = shown.flatMap(({ key }) => (key === null ? [] : [key]));
    const names = await loadOutcomeNames(tx, wanted.by, keys);
    const nameOf = (key: string | null) =>
      key === null ? nobody[wanted.by] : (names.get(key) ?? unnamed[wanted.by]);
    const groups = shown.map(({ key, figures }): OutcomeGroup => ({ key, name: nameOf(key), ...figures }));
    const place = ({ key, name }: OutcomeGroup) => `${key === null ? 1 : 0} ${name.toLocaleLowerCase('en')}`;
    return {
      groups: groups.toSorted((a, b) => place(a).localeCompare(place(b), 'en')),
      isCut: rows.length > MOST_GROUPS,
    };
  });
}
