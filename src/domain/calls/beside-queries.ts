import { and, desc, eq, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { after, DAY } from '../../kernel/duration';
import type { CallBeside, CallCard } from './model';
import { calls } from './tables';

const MOST_EARLIER = 10;
const MOST_ALIKE = 5;
/** So many of the newest calls are looked at, however many there are. */
const MOST_COMPARED = 500;
/** So many of them, the likeliest, are measured. */
const MOST_LIKELY = 40;
const LEAST_LIKENESS = 0.3;

/** The first points of a call's log, in one text. */
const firstPoints = sql<string>`(select coalesce(string_agg(first.text, ' '), '') from (
  select left(n.text, 300) as text from notes n
  where n.organization_id = ${calls.organizationId} and n.call_id = ${calls.id} and n.kind <> 'correction'
  order by n.at, n.id limit 3) first)`;

const issue = sql<string>`coalesce(nullif(${calls.issue}, ''), (
  select left(n.text, 300) from notes n
  where n.organization_id = ${calls.organizationId} and n.call_id = ${calls.id} and n.kind = 'point'
  order by n.at, n.id limit 1), '')`;

const told = sql<string[]>`(select coalesce(jsonb_agg(first.text), '[]'::jsonb) from (
  select t.text from told_statements t
  where t.organization_id = ${calls.organizationId} and t.call_id = ${calls.id}
  order by t.at, t.statement_id limit 3) first)`;

const columns = {
  id: calls.id,
  ringAt: calls.ringAt,
  callerName: calls.callerName,
  answeredByName: calls.answeredByName,
  disposition: calls.disposition,
  mood: calls.mood,
  issue,
  told,
};

const callWords = sql<string>`left(concat_ws(' ', ${calls.issue}, ${firstPoints}), 400)`;

/** What tells this caller from others: their numbers, or the address they wrote from. Withheld numbers tell nothing. */
export function numbersOf({ ani, isAniValid, channel, callerPhone }: CallCard): string[] {
  const tells = isAniValid || channel === 'email';
  return [
    ...new Set([...(tells && ani !== '' ? [ani] : []), ...(callerPhone === null ? [] : [callerPhone])]),
  ];
}

function ofClient({ clientId }: CallCard): SQL {
  return clientId === null ? isNull(calls.clientId) : eq(calls.clientId, clientId);
}

/**
 * Earlier calls of the same caller to the same client, the newest first; at most 10: from this number, or from another
 * one with this one to call back.
 */
export async function loadEarlierCalls(tx: ReadTx, call: CallCard): Promise<CallBeside[]> {
  const numbers = numbersOf(call);
  if (numbers.length === 0) return [];
  const before = and(ofClient(call), lt(calls.ringAt, call.ringAt), ne(calls.id, call.id));
  const byAni = tx.db
    .select({ id: calls.id, ringAt: calls.ringAt })
    .from(calls)
    .where(within(tx, calls, inArray(calls.ani, numbers), before))
    .orderBy(desc(calls.ringAt))
    .limit(MOST_EARLIER);
  const byPhone = tx.db
    .select({ id: calls.id, ringAt: calls.ringAt })
    .from(calls)
    .where(within(tx, calls, inArray(calls.callerPhone, numbers), before))
    .orderBy(desc(calls.ringAt))
    .limit(MOST_EARLIER);
  const found = union(byAni, byPhone).as('found');
  const rows = await tx.db
    .select(columns)
    .from(found)
    .innerJoin(calls, eq(calls.id, found.id))
    .where(within(tx, calls))
    .orderBy(desc(calls.ringAt), desc(calls.id))
    .limit(MOST_EARLIER);
  return rows.map((row) => ({ ...row, likeness: 1 }));
}

/**
 * Other calls about something alike, the most alike first; at most 5: of the same briefing, or, without one, the same
 * client's of the day before. Compared are the matter as heard and the first points of the log.
 */
export async function loadAlikeCalls(tx: ReadTx, call: CallCard, words: string): Promise<CallBeside[]> {
  if (words.trim() === '') return [];
  const near =
    call.briefingId === null
      ? and(
          ofClient(call),
          isNull(calls.briefingId),
          sql`${calls.ringAt} > ${after(call.ringAt, -DAY).toISOString()}`,
        )
      : eq(calls.briefingId, call.briefingId);
  const numbers = numbersOf(call);
  const others =
    numbers.length === 0
      ? undefined
      : and(
          sql`${calls.ani} <> all(${sql.param(numbers)}::text[])`,
          or(isNull(calls.callerPhone), sql`${calls.callerPhone} <> all(${sql.param(numbers)}::text[])`),
        );
  const compared = tx.db
    .select({ id: calls.id, ringAt: calls.ringAt, words: callWords.as('words') })
    .from(calls)
    .where(within(tx, calls, near, ne(calls.id, call.id), others))
    .orderBy(desc(call.briefingId === null ? calls.ringAt : calls.id))
    .limit(MOST_COMPARED)
    .as('compared');
  // A rough look at all of them, which is quick, and the measure itself for those that it finds.
  const likely = tx.db
    .select({ id: compared.id, ringAt: compared.ringAt, words: compared.words })
    .from(compared)
    .where(sql`${compared.words} <> ''`)
    .orderBy(desc(roughLikeness(words, sql`${compared.words}`)))
    .limit(MOST_LIKELY)
    .as('likely');
  const likeness = sql<number>`likeness(${words}, ${likely.words})`;
  const alike = tx.db
    .select({ id: likely.id, likeness: likeness.as('likeness') })
    .from(likely)
    .orderBy(desc(likeness), desc(likely.ringAt), desc(likely.id))
    .limit(MOST_ALIKE)
    .as('alike');
  return tx.db
    .select({ ...columns, likeness: alike.likeness })
    .from(alike)
    .innerJoin(calls, eq(calls.id, alike.id))
    .where(within(tx, calls, sql`${alike.likeness} >= ${LEAST_LIKENESS}`))
    .orderBy(desc(alike.likeness), desc(calls.ringAt), desc(calls.id));
}

/** How many word stems two texts share, roughly; a fraction of the cost of likeness(), which also looks at the letters. */
function roughLikeness(words: string, others: SQL): SQL {
  const stems = sql`(select string_agg(quote_literal(lexeme), ' | ')::tsquery
    from unnest(to_tsvector('english', ${words})))`;
  return sql`coalesce(ts_rank(to_tsvector('english', ${others}), ${stems}), 0)`;
}

/** What a call is compared by: the matter as heard and the first points of its log; '' while nothing is written. */
export async function loadCallWords(tx: ReadTx, callId: string): Promise<string> {
  const [row] = await tx.db
    .select({ words: callWords })
    .from(calls)
    .where(within(tx, calls, eq(calls.id, callId)));
  return row?.words.trim() ?? '';
}
