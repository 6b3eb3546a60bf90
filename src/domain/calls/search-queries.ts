import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { formatPhone } from '../../kernel/phone';
import { briefings, briefingVersions } from '../briefings/tables';
import { clients } from '../clients/tables';
import { foldedWords } from './folded-words';
import type { SearchHit, searchInput } from './model';
import { canReadCalls } from './policy';
import { searchExcerpt } from './search-excerpt';
import { calls, notes } from './tables';

type Search = z.output<typeof searchInput>;

const MOST_NOTES = 3_000;
const MOST_BRIEFINGS = 300;
/** Of a combined search: briefings are few, and what stands in one is what everybody is told. */
const BRIEFINGS_BESIDE_CALLS = 5;

/**
 * Which calls, and which words were found in each. The gate looks into the words alone; everything that is shown is read
 * through the tenant's own walls afterwards.
 */
async function loadFoundIds(tx: ReadTx, search: Search): Promise<Map<string, string[]>> {
  const rows = await tx.db.execute<{ call_id: string; words: string[] }>(sql`
    select call_id, to_jsonb(words) as words from gate.search_calls(${search.q.replaceAll('\0', ' ')}, ${search.clientId ?? null}::uuid,
      ${search.from ?? null}::timestamptz, ${search.to ?? null}::timestamptz, ${search.limit}::integer)`);
  return new Map(rows.map((row) => [row.call_id, row.words]));
}

async function loadTexts(tx: ReadTx, callIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.db
    .select({ callId: notes.callId, text: notes.text })
    .from(notes)
    .where(within(tx, notes, inArray(notes.callId, [...callIds])))
    .orderBy(notes.callId, asc(notes.at))
    .limit(MOST_NOTES);
  const texts = new Map<string, string[]>();
  for (const { callId, text } of rows) texts.set(callId, [...(texts.get(callId) ?? []), text]);
  return texts;
}

async function loadFoundCalls(tx: ReadTx, search: Search): Promise<SearchHit[]> {
  const found = await loadFoundIds(tx, search);
  const ids = [...found.keys()];
  if (ids.length === 0) return [];
  const [rows, texts] = await Promise.all([
    tx.db
      .select({
        id: calls.id,
        clientId: calls.clientId,
        clientName: clients.name,
        callerName: calls.callerName,
        ani: calls.ani,
        issue: calls.issue,
        requestedSolution: calls.requestedSolution,
        at: calls.ringAt,
      })
      .from(calls)
      .leftJoin(
        clients,
        sql`${clients.organizationId} = ${calls.organizationId} and ${clients.clientId} = ${calls.clientId}`,
      )
      .where(within(tx, calls, inArray(calls.id, ids))),
    loadTexts(tx, ids),
  ]);
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ callerName, ani, issue, requestedSolution, ...call }) => ({
      ...call,
      kind: 'call',
      title: [callerName, formatPhone(ani)].filter((part) => part !== '').join(', '),
      excerpt: searchExcerpt(
        [issue, ...(texts.get(call.id) ?? []), requestedSolution],
        found.get(call.id) ?? [],
      ),
    }));
}

/**
 * Published briefings in whose headline, opening or statements every word stands, or nearly stands in the headline. A
 * service has a few hundred at a time, so these are read; of more than that, the newest.
 */
async function loadFoundBriefings(tx: ReadTx, search: Search): Promise<SearchHit[]> {
  const words = foldedWords(search.q).folded.trim();
  if (words === '') return [];
  const published = tx.db
    .select({
      id: briefings.id,
      clientId: briefings.clientId,
      clientName: sql<string>`${clients.name}`.as('client_name'),
      title: sql<string>`${briefingVersions.content}->>'headline'`.as('title'),
      statements: sql<
        string[]
      >`jsonb_build_array(${briefingVersions.content}->'opening') || jsonb_path_query_array(${briefingVersions.content}, '$.statements[*].text')`.as(
        'statements',
      ),
      at: briefings.publishedAt,
    })
    .from(briefings)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${briefings.organizationId} and ${clients.clientId} = ${briefings.clientId}`,
    )
    .where(
      within(
        tx,
        briefings,
        eq(briefings.state, 'published'),
        search.clientId === undefined ? undefined : eq(briefings.clientId, search.clientId),
      ),
    )
    .orderBy(desc(briefings.publishedAt), desc(briefings.id))
    .limit(MOST_BRIEFINGS)
    .as('published');
  const rows = await tx.db
    .select()
    .from(published)
    .where(
      sql`(select bool_and(strpos(text, ' ' || word) > 0 or char_length(word) > 3 and word_similarity(word, headline) >= 0.5)
        from fold_words(${published.title}) headline, fold_words(${published.title} || ' ' || ${published.statements}::text) text,
          unnest(string_to_array(${words}, ' ')) word)`,
    )
    .orderBy(desc(published.at), desc(published.id))
    .limit(search.limit);
  return rows.map(({ statements, at, ...briefing }) => ({
    ...briefing,
    kind: 'briefing',
    excerpt: searchExcerpt(statements, words.split(' ')),
    at: at ?? new Date(0),
  }));
}

/** Calls by the words of caller, matter and log, the best first: see the gate in drizzle/0008_search.sql. */
export async function searchCalls(actor: Actor, search: Search): Promise<SearchHit[]> {
  requireAllowed(canReadCalls(actor));
  return readTx(actor, (tx) => loadFoundCalls(tx, search));
}

/** Published briefings, then calls, in which the words of a text stand, mistyped ones too; at most `limit` together. */
export async function searchEverything(actor: Actor, search: Search): Promise<SearchHit[]> {
  requireAllowed(canReadCalls(actor));
  return readTx(actor, async (tx) => {
    const inBriefings =
      search.kind === 'call'
        ? []
        : await loadFoundBriefings(tx, {
            ...search,
            limit: search.kind === 'briefing' ? search.limit : Math.min(search.limit, BRIEFINGS_BESIDE_CALLS),
          });
    const inCalls = search.kind === 'briefing' ? [] : await loadFoundCalls(tx, search);
    return [...inBriefings, ...inCalls].slice(0, search.limit);
  });
}
