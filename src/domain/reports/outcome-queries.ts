import { inArray, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireAllowed } from '../../kernel/errors';
import { briefings, briefingVersions } from '../briefings/tables';
import { builtInPlaybook } from '../playbooks/built-in-playbooks';
import { playbooks } from '../playbooks/tables';
import { memberships } from '../tenancy/tables';
import type { OutcomeGroup, OutcomeGrouping, Outcomes, outcomesInput } from './model';
import { canReadOutcomes } from './policy';

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
 * One statement, which reads the calls of the time once. Whether a caller rang again is seen among the calls of that
 * caller with the client, a day past the end; abandoned calls count there, though nobody could do anything in them.
 * (Callers are told apart by their numbers; the hash in front of them only makes sorting quick.)
 */
async function loadRows(tx: ReadTx, { from, to, by, clientId }: Wanted, now: Date): Promise<Row[]> {
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})`;
  const moods = (column: SQL) =>
    sql`json_build_object('calm', ${count(sql`${column} = 'calm'`)}, 'upset', ${count(sql`${column} = 'upset'`)},
      'angry', ${count(sql`${column} = 'angry'`)}, 'abusive', ${count(sql`${column} = 'abusive'`)},
      'unknown', ${count(sql`${column} is null`)})`;
  const order = sql`array['calm', 'upset', 'angry', 'abusive']`;
  // Instants are worked out here: in the statement it would be done anew for every call.
  const [aDayAgo, aDayLater] = [after(now, -DAY).toISOString(), after(new Date(to), DAY).toISOString()];
  const isOfClient = clientId === undefined ? sql`true` : sql`c.client_id = ${clientId}`;
  const rows = await tx.db.execute<Row>(sql`
    with heard as (
      select ${keyOf[by]} as key, c.id, c.answered_at is not null as is_answered, c.ring_at < ${to}::timestamptz as is_within,
        c.mood_at_start, c.mood, c.abuse_count > 0 as is_abusive,
        floor(date_part('epoch', c.ended_at - c.answered_at))::integer as seconds,
        case when c.is_ani_valid and c.ring_at <= ${aDayAgo}::timestamptz then coalesce(
          lead(c.ring_at) over (partition by hashtext(c.ani), c.ani, c.client_id order by c.ring_at)
            <= c.ring_at + interval '24 hours', false)
        end as rang_again
      from calls c
      where c.organization_id = ${tx.actor.organizationId} and ${isOfClient}
        and c.ring_at >= ${from}::timestamptz and c.ring_at < ${aDayLater}::timestamptz
    ), promised as (
      select p.call_id, count(*) as given, ${count(sql`p.state = 'kept'`)} as kept,
        ${count(sql`p.state = 'broken'`)} as broken, ${count(sql`p.state = 'open'`)} as open
      from promises p
      where p.organization_id = ${tx.actor.organizationId} and p.reason = 'call' and p.created_at >= ${from}::timestamptz
      group by p.call_id
    )
    select key::text, json_build_object(
      'calls', count(*),
      'moodIn', ${moods(sql`mood_at_start`)},
      'moodOut', ${moods(sql`mood`)},
      'calmed', json_build_object(
        'count', ${count(sql`array_position(${order}, mood) < array_position(${order}, mood_at_start)`)},
        'of', ${count(sql`mood_at_start <> 'calm' and mood is not null`)}),
      'rangAgain', json_build_object('count', ${count(sql`rang_again`)}, 'of', count(rang_again)),
      'abusive', json_build_object('count', ${count(sql`is_abusive`)}, 'of', count(*)),
      'medianSeconds', percentile_disc(0.5) within group (order by seconds),
      'p90Seconds', percentile_disc(0.9) within group (order by seconds),
      'timed', count(seconds),
      'promises', json_build_object('given', coalesce(sum(given), 0), 'kept', coalesce(sum(kept), 0),
        'broken', coalesce(sum(broken), 0), 'open', coalesce(sum(open), 0))
    ) as figures
    from heard left join promised on promised.call_id = heard.id
    where is_answered and is_within
    group by key order by count(*) desc, key limit ${MOST_GROUPS + 1}`);
  return [...rows];
}

type Names = Map<string, string>;

const byId = (rows: readonly { id: string; name: string }[]): Names =>
  new Map(rows.map(({ id, name }) => [id, name]));

async function loadPlaybookNames(tx: ReadTx, keys: string[]): Promise<Names> {
  const own = keys.filter((key) => builtInPlaybook(key) === undefined);
  const rows = await tx.db
    .select({ id: playbooks.id, name: playbooks.name })
    .from(playbooks)
    .where(within(tx, playbooks, inArray(sql`${playbooks.id}::text`, own)));
  const names = byId(rows);
  for (const key of keys) {
    const builtIn = builtInPlaybook(key);
    if (builtIn !== undefined) names.set(key, builtIn.content.name);
  }
  return names;
}

/** The headline of the version in use; of a draft that was never published, the draft's. */
async function loadHeadlines(tx: ReadTx, keys: string[]): Promise<Names> {
  const rows = await tx.db
    .select({
      id: briefings.id,
      name: sql<string>`coalesce(${briefingVersions.content}, ${briefings.draft})->>'headline'`,
    })
    .from(briefings)
    .leftJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .where(within(tx, briefings, inArray(briefings.id, keys)));
  return byId(rows);
}

async function loadOperatorNames(tx: ReadTx, keys: string[]): Promise<Names> {
  const rows = await tx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(within(tx, memberships, inArray(memberships.id, keys)));
  return byId(rows);
}

const loadNames = { playbook: loadPlaybookNames, briefing: loadHeadlines, operator: loadOperatorNames };

/** What came of the answered calls of a time, side by side; of 501 groups and more, the 500 with the most calls. */
export async function getOutcomes(actor: Actor, wanted: Wanted): Promise<Outcomes> {
  requireAllowed(canReadOutcomes(actor));
  return readTx(actor, async (tx, clock) => {
    const rows = await loadRows(tx, wanted, await clock());
    const shown = rows.slice(0, MOST_GROUPS);
    const keys = shown.flatMap(({ key }) => (key === null ? [] : [key]));
    const names = keys.length === 0 ? new Map<string, string>() : await loadNames[wanted.by](tx, keys);
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
