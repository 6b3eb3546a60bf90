import { and, asc, eq, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { briefings, briefingVersions, wordingApprovals } from '../briefings/tables';
import { calls } from '../calls/tables';
import { numberToReach } from '../calls/told-queries';
import { clients } from '../clients/tables';
import { liveClaim } from './callback-state';
import type { Callback, listCallbacksInput } from './model';
import { canReadCallbacks } from './policy';
import { wordsToSay, type PublishedBriefing, type Say } from './words-to-say';
import { promises } from './tables';

type Row = Omit<typeof promises.$inferSelect, 'callerPhone'> & { clientName: string; callerPhone: string };

function selectCallbacks(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      ...getTableColumns(promises),
      clientName: clients.name,
      // Often written down only after the promise was made.
      callerName: sql<string>`coalesce(nullif(${promises.callerName}, ''), ${calls.callerName})`,
      callerPhone: sql<string>`coalesce(${promises.callerPhone}, ${numberToReach}, '')`,
    })
    .from(promises)
    .innerJoin(
      calls,
      sql`${calls.organizationId} = ${promises.organizationId} and ${calls.id} = ${promises.callId}`,
    )
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${promises.organizationId} and ${clients.clientId} = ${promises.clientId}`,
    )
    .where(within(tx, promises, eq(promises.kind, 'callback'), ...conditions));
}

/** The newest version of each of these briefings, with the approvals of these wordings. */
async function loadPublished(
  tx: ReadTx,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<PublishedBriefing[]> {
  if (wanted.size === 0) return [];
  const ids = [...wanted.keys()];
  const newest = await tx.db
    .select({ id: briefings.id, state: briefings.state, content: briefingVersions.content })
    .from(briefings)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .where(within(tx, briefings, inArray(briefings.id, ids)));
  const ofWanted = [...wanted].map(([briefingId, keys]) =>
    and(eq(wordingApprovals.briefingId, briefingId), inArray(wordingApprovals.key, [...new Set(keys)])),
  );
  const approvals = await tx.db
    .select({
      briefingId: wordingApprovals.briefingId,
      key: wordingApprovals.key,
      text: wordingApprovals.text,
    })
    .from(wordingApprovals)
    .where(within(tx, wordingApprovals, or(...ofWanted)));
  return newest.map((one) => ({
    ...one,
    approved: approvals.filter(({ briefingId }) => briefingId === one.id),
  }));
}

/** What to say to each: a few questions for all of them together, however many there are. */
async function withWords(tx: ReadTx, rows: readonly Row[], now: Date): Promise<Callback[]> {
  const wanted = new Map<string, string[]>();
  for (const { briefingId, wordingKey } of rows) {
    if (wordingKey !== null && briefingId !== null)
      wanted.set(briefingId, [...(wanted.get(briefingId) ?? []), wordingKey]);
  }
  const published = new Map((await loadPublished(tx, wanted)).map((one) => [one.id, one]));
  const told = new Map<string, Say>();
  return rows.map((row) => {
    const place = `${row.briefingId} ${row.wordingKey ?? ''}`;
    const briefing = row.briefingId === null ? undefined : published.get(row.briefingId);
    if (row.reason === 'call') return toCallback(row, { words: row.what, isAwaitingApproval: false }, now);
    const say = told.get(place) ?? wordsToSay(briefing, row.wordingKey, now);
    told.set(place, say);
    return toCallback(row, say, now);
  });
}

function toCallback(row: Row, say: Say, now: Date): Callback {
  const claim = liveClaim(row, now);
  return {
    id: row.id,
    clientId: row.clientId,
    clientName: row.clientName,
    callId: row.callId,
    reason: row.reason,
    causeId: row.causeId,
    briefingId: row.briefingId,
    what: row.what,
    before: row.before,
    sayNow: say.words,
    isAwaitingApproval: say.isAwaitingApproval,
    callerName: row.callerName,
    callerPhone: row.callerPhone,
    dueAt: row.dueAt,
    state: row.state,
    tries: row.tries,
    claimedById: claim?.byId ?? null,
    claimedByName: claim?.byName ?? null,
    nextTryAt: row.nextTryAt,
    endedAt: row.endedAt,
    endedByName: row.endedByName,
  };
}

/** The callback, held until the transaction ends: two operators never work on it at the same instant. */
export async function lockCallback(tx: ReadTx, id: string, now: Date): Promise<Callback | undefined> {
  const rows = await selectCallbacks(tx, eq(promises.id, id)).for('update', { of: promises });
  return (await withWords(tx, rows, now))[0];
}

export async function loadCallback(tx: ReadTx, id: string, now: Date): Promise<Callback | undefined> {
  return (await withWords(tx, await selectCallbacks(tx, eq(promises.id, id)), now))[0];
}

/** All that are still to be made, by deadline; at most `limit`. */
export async function loadOpenCallbacks(tx: ReadTx, now: Date, limit = 200): Promise<Callback[]> {
  const rows = await selectCallbacks(tx, sql`${promises.state} = 'open'`)
    .orderBy(asc(promises.dueAt), asc(promises.id))
    .limit(limit);
  return withWords(tx, rows, now);
}

/** By deadline, the earliest first. */
export async function listCallbacks(
  actor: Actor,
  input: z.output<typeof listCallbacksInput>,
): Promise<Page<Callback>> {
  requireAllowed(canReadCallbacks(actor));
  const place = input.cursor === undefined ? undefined : decodeInstantCursor(input.cursor, 1);
  return readTx(actor, async (tx, clock) => {
    const rows = await selectCallbacks(
      tx,
      input.clientId === undefined ? undefined : eq(promises.clientId, input.clientId),
      input.causeId === undefined ? undefined : eq(promises.causeId, input.causeId),
      // Word for word the condition of the index promises_open.
      input.state === 'open' ? sql`${promises.state} = 'open'` : undefined,
      input.state === undefined || input.state === 'open' ? undefined : eq(promises.state, input.state),
      place === undefined
        ? undefined
        : sql`(${promises.dueAt}, ${promises.id}) > (${place[0].toISOString()}, ${place[1]})`,
    )
      .orderBy(asc(promises.dueAt), asc(promises.id))
      .limit(input.limit + 1);
    const callbacks = await withWords(tx, rows, await clock());
    return toPage(callbacks, input.limit, (last) => [last.dueAt.toISOString(), last.id]);
  });
}
