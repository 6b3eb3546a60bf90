import { and, desc, eq, getTableColumns, gt, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, HOUR } from '../../kernel/duration';
import { briefingInForce } from '../briefings/version-queries';
import { clients } from '../clients/tables';
import type { NotedCall } from './alike-calls';
import type { listSurgesInput, Surge } from './model';
import { surges } from './tables';

const surgeColumns = {
  id: surges.id,
  clientId: surges.clientId,
  clientName: clients.name,
  state: surges.state,
  calls: surges.calls,
  words: surges.words,
  detectedAt: surges.detectedAt,
  briefingId: surges.briefingId,
};

function selectSurges(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select(surgeColumns)
    .from(surges)
    .innerJoin(
      clients,
      and(eq(clients.organizationId, surges.organizationId), eq(clients.clientId, surges.clientId)),
    )
    .where(within(tx, surges, ...conditions));
}

export async function loadSurge(tx: ReadTx, surgeId: string): Promise<Surge | undefined> {
  const [surge] = await selectSurges(tx, eq(surges.id, surgeId));
  return surge;
}

/** The surge, held until the transaction ends. */
export async function lockSurge(tx: ReadTx, surgeId: string): Promise<Surge | undefined> {
  const [surge] = await selectSurges(tx, eq(surges.id, surgeId)).for('update', { of: surges });
  return surge;
}

/** One look at a client's calls at a time. */
export async function lockCalls(tx: ReadTx, clientId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`surge ${clientId}`}, 0))`);
}

export async function findOpenSurge(tx: ReadTx, clientId: string): Promise<Surge | undefined> {
  const [surge] = await selectSurges(tx, eq(surges.clientId, clientId), eq(surges.state, 'open'));
  return surge;
}

/** Surges that wait for somebody, the newest first; at most 100. */
export async function listSurges(actor: Actor, input: z.output<typeof listSurgesInput>): Promise<Surge[]> {
  return readTx(actor, async (tx) =>
    selectSurges(
      tx,
      eq(surges.state, 'open'),
      input.clientId === undefined ? undefined : eq(surges.clientId, input.clientId),
    )
      .orderBy(desc(surges.detectedAt), desc(surges.id))
      .limit(100),
  );
}

/** The briefing that operators speak from for this client at an instant; null: none. */
export async function findBriefingInForce(tx: ReadTx, clientId: string, at: Date): Promise<string | null> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const rows = await tx.db.execute<{ briefing_id: string }>(
    briefingInForce(sql`${tx.actor.organizationId}::uuid`, sql`${clientId}::uuid`, now),
  );
  return rows[0]?.briefing_id ?? null;
}

/** What somebody drafted or dismissed is left alone for so long. */
const QUIET = 4 * HOUR;

/** From when on calls count: those before the end of an earlier surge belong to that one; null: not now. */
export async function loadWatchStart(tx: ReadTx, clientId: string, now: Date): Promise<Date | null> {
  const { endedAt, detectedAt, state } = getTableColumns(surges);
  const anHourAgo = after(now, -HOUR);
  const recent = await tx.db
    .select({ endedAt, detectedAt, state })
    .from(surges)
    .where(
      within(
        tx,
        surges,
        eq(surges.clientId, clientId),
        or(
          gt(endedAt, anHourAgo),
          and(inArray(state, ['drafted', 'dismissed']), gt(detectedAt, after(now, -QUIET))),
        ),
      ),
    )
    .limit(100);
  if (recent.some((surge) => surge.state !== 'covered' && surge.detectedAt > after(now, -QUIET))) return null;
  const ends = recent.flatMap((surge) => (surge.endedAt === null ? [] : [surge.endedAt.getTime()]));
  return new Date(Math.max(anHourAgo.getTime(), ...ends));
}

type NotedRow = { call_id: string; rang: number; caller: string; text: string; words: string[] };

/**
 * Calls without a briefing, with what was noted: up to three notes and the wished solution; the newest first. Without
 * those of surges that turned out to be an incident; of those that were dismissed, the calls count as ordinary.
 */
export async function loadNotedCalls(
  tx: ReadTx,
  clientId: string,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<NotedCall[]> {
  const rows = await tx.db.execute<NotedRow>(sql`
    select c.id as call_id, (extract(epoch from c.ring_at) * 1000)::double precision as rang,
      coalesce(case when c.is_ani_valid then c.ani end, c.caller_phone, c.id::text) as caller,
      said.text, tsvector_to_array(to_tsvector('english', said.text)) as words
    from calls c
    cross join lateral (
      select string_agg(text, '; ' order by at, id) as text from (
        select left(n.text, 400) as text, n.at, n.id from notes n
        where n.organization_id = c.organization_id and n.call_id = c.id and n.kind in ('point', 'question')
        order by n.at, n.id limit 3) first
    ) noted
    cross join lateral (select concat_ws('; ', noted.text, nullif(left(c.requested_solution, 400), '')) as text) said
    where c.organization_id = ${tx.actor.organizationId} and c.client_id = ${clientId} and c.briefing_id is null
      and c.ring_at > ${from.toISOString()} and c.ring_at <= ${to.toISOString()} and said.text <> ''
      and not exists (select from surges s where s.organization_id = c.organization_id and s.client_id = c.client_id
        and s.state in ('drafted', 'covered') and c.ring_at <= s.ended_at
        and c.ring_at > s.detected_at - interval '1 hour')
    order by c.ring_at desc
    limit ${limit}`);
  return rows.map((row) => ({
    callId: row.call_id,
    caller: row.caller,
    at: new Date(row.rang),
    text: row.text,
    words: row.words,
  }));
}
