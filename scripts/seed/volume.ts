import type { Sql } from 'postgres';
import { builtInIds } from '../../src/domain/playbooks/model';
import { makeFollowThrough, type FollowThrough } from './volume-follow-through';
import { firstNames, lastNames, matters, points, wishes } from './volume-words';

const BATCH = 10_000;

/** What is filled. */
export const volumeTables = [
  ...[
    'calls',
    'call_words',
    'call_vocabulary',
    'notes',
    'promises',
    'escalations',
    'escalation_events',
    'deliveries',
  ],
  'messages',
];

const usual: FollowThrough = { promiseOneIn: 8, escalationOneIn: 16, messageOneIn: 3 };

export type CallsWanted = Partial<FollowThrough> & {
  /** Up to now. */
  days?: number;
  /** Words are half the work, and nobody needs them who only counts. */
  hasWords?: boolean;
};

/**
 * Makes calls of the past year (or of so many days) for the first organization, in batches, straight in SQL: for
 * benchmarks and for seeing how the screens feel when they are full. One in twelve comes from the caller before it, so
 * within a day where there are enough; four in ten have a log, three in ten no mood; of those that were answered one in
 * eight has a promise, one in sixteen an escalation, one in three a message.
 */
export async function makeCalls(
  ownerSql: Sql,
  amount: number,
  tell: (made: number) => void,
  { days = 365, hasWords = true, ...wanted }: CallsWanted = {},
): Promise<void> {
  const followThrough = { ...usual, ...wanted };
  await placeLines(ownerSql);
  // Words are gathered and put into the index of the search in bulk: three times as fast.
  await ownerSql`alter index call_words_search set (fastupdate = on, gin_pending_list_limit = 65536)`;
  if (!hasWords) await ownerSql`alter table calls disable trigger calls_have_words`;
  try {
    for (let made = 0; made < amount; made += BATCH) {
      const count = Math.min(BATCH, amount - made);
      await ownerSql.begin(async (sql) => {
        await placeCalls(sql as unknown as Sql, { from: made + 1, to: made + count, amount, days });
        await makeBatch(sql as unknown as Sql, hasWords);
        await makeFollowThrough(sql as unknown as Sql, followThrough);
      });
      tell(made + count);
    }
  } finally {
    await ownerSql`alter table calls enable trigger calls_have_words`;
    await ownerSql`alter index call_words_search set (fastupdate = off)`;
    await ownerSql`alter index call_words_search reset (gin_pending_list_limit)`;
    await ownerSql`select gin_clean_pending_list('call_words_search')`;
  }
  await ownerSql`drop table if exists pg_temp.seed_calls, pg_temp.seed_lines, pg_temp.seed_escalations`;
  for (const table of volumeTables) {
    await ownerSql`analyze ${ownerSql(table)}`;
  }
}

/** The numbers that are dialled and the people who answer, numbered from 0 so that chance can pick one. */
async function placeLines(ownerSql: Sql): Promise<void> {
  await ownerSql`
    create temporary table seed_lines as
    with organization as (select organization_id from organizations order by created_at, organization_id limit 1)
    select row_number() over (order by d.number)::integer - 1 as place, count(*) over ()::integer as places,
      d.organization_id, d.client_id, d.number, b.briefing_id, b.version_id,
      (select array_agg(m.id order by m.id) from memberships m
        where m.organization_id = d.organization_id and m.client_id is null and m.disabled_at is null) as people
    from dids d
    left join lateral (
      select v.briefing_id, v.id as version_id from briefing_versions v
      where (v.organization_id, v.client_id) = (d.organization_id, d.client_id) order by v.published_at desc limit 1
    ) b on true
    where d.organization_id = (select organization_id from organization)`;
  await ownerSql`create temporary table seed_calls (like calls including defaults including generated, chance integer, points integer)`;
}

type Span = { from: number; to: number; amount: number; days: number };

/** What a batch is to be: everything about a call follows from its number and its caller's. */
async function placeCalls(sql: Sql, { from, to, amount, days }: Span): Promise<void> {
  await sql`truncate pg_temp.seed_calls`;
  await sql`
    insert into seed_calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase,
      briefing_id, briefing_version_id, ring_at, answered_at, answered_by_id, answered_by_name, ended_at, abandoned_at,
      closed_at, caller_name, caller_phone, mood_at_start, mood, urgency, requested_solution, issue, disposition,
      playbook_id, abuse_count, rang_again_at, chance, points)
    select l.organization_id, uuidv7(at - now()), l.client_id, 'seed', l.number, '+4930' || 1000000 + caller, true,
      'overflow', '', case when chance % 3 = 0 then l.briefing_id end, case when chance % 3 = 0 then l.version_id end,
      at, answered_at, operator.id, operator.name, ended_at, case when answered_at is null then at + interval '40 seconds' end,
      ended_at + make_interval(secs => 20 + chance % 60),
      (${firstNames}::text[])[1 + caller * 7 % ${firstNames.length}] || ' ' ||
        (${lastNames}::text[])[1 + (caller / 40 + caller) % ${lastNames.length}],
      case when chance % 4 = 0 then '+4915' || 100000000 + caller end,
      case when has_mood then (array['calm', 'upset', 'upset', 'angry', 'angry', 'abusive'])[1 + chance % 6] end,
      case when has_mood then (array['calm', 'calm', 'calm', 'upset', 'calm', 'angry'])[1 + chance / 7 % 6] end,
      (array['routine', 'routine', 'routine', 'urgent'])[1 + chance / 11 % 4],
      case when has_log then (${wishes}::text[])[1 + chance % ${wishes.length}] else '' end,
      case when has_log then 'About the ' || (${matters}::text[])[1 + chance / 13 % ${matters.length}] else '' end,
      case when answered_at is not null then (array['informed', 'message_taken', 'callback_promised', 'escalated'])[1 + chance % 4] end,
      (${[...builtInIds]}::text[])[1 + chance / 17 % ${builtInIds.length}],
      case when chance % 61 = 0 then 1 + chance % 3 else 0 end,
      case when n % 12 = 11 and n < ${amount} and apart <= interval '24 hours' then at + apart end, chance, case when has_log then 1 + chance / 3 % 6 else 0 end
    from generate_series(${from}::integer, ${to}::integer) n
    cross join lateral (
      select case when n % 12 = 0 then n - 1 else n end as caller, hashint4(n) & 2147483647 as chance,
        now() - make_interval(secs => ${days * 86_400}::double precision * (1 - n::double precision / ${amount})) as at,
        make_interval(secs => ${days * 86_400}::double precision / ${amount}) as apart
    ) one
    cross join lateral (
      select chance % 10 < 7 and chance % 17 > 0 as has_mood, chance % 5 < 2 and chance % 17 > 0 as has_log,
        case when chance % 17 > 0 then at + make_interval(secs => 2 + chance % 23) end as answered_at
    ) two
    cross join lateral (select answered_at + make_interval(secs => 45 + chance / 5 % 420) as ended_at) three
    join seed_lines l on l.place = (hashint4(caller) & 2147483647) % l.places
    left join memberships operator on operator.organization_id = l.organization_id and answered_at is not null
      and operator.id = l.people[1 + chance / 19 % cardinality(l.people)]`;
}

async function makeBatch(sql: Sql, hasWords: boolean): Promise<void> {
  await sql`
    insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase,
      briefing_id, briefing_version_id, ring_at, answered_at, answered_by_id, answered_by_name, ended_at, abandoned_at,
      closed_at, caller_name, caller_phone, mood_at_start, mood, urgency, requested_solution, issue, disposition,
      playbook_id, abuse_count, rang_again_at)
    select organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase,
      briefing_id, briefing_version_id, ring_at, answered_at, answered_by_id, answered_by_name, ended_at, abandoned_at,
      closed_at, caller_name, caller_phone, mood_at_start, mood, urgency, requested_solution, issue, disposition,
      playbook_id, abuse_count, rang_again_at
    from seed_calls`;
  if (!hasWords) return;
  await sql`
    insert into notes (organization_id, id, client_id, call_id, kind, text, at, by_id, by_name)
    select organization_id, uuidv7(at - now()), client_id, id, 'point',
      format((${points}::text[])[1 + (chance / 7 + n) % ${points.length}], 100000 + (chance + n) % 900000,
        (${matters}::text[])[1 + (chance / 13 + n) % ${matters.length}]),
      at, coalesce(answered_by_id::text, 'seed'), coalesce(answered_by_name, 'Dana Okafor')
    from seed_calls cross join lateral generate_series(0, points - 1) n
    cross join lateral (select ring_at + make_interval(secs => 30 + 20 * n) as at) moment`;
}
