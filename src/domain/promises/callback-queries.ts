import { asc, eq, getTableColumns, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { numberToReach } from '../calls/told-queries';
import { clients } from '../clients/tables';
import { liveClaim } from './callback-state';
import { mostOpenCallbacks, type Callback, type CallbackSide, type listCallbacksInput } from './model';
import { canReadCallbacks } from './policy';
import { loadWordsToSay } from './say-queries';
import { promises } from './tables';
import type { Say } from './words-to-say';
import { zoneOfCaller } from './zone-of-number';

type Row = Omit<typeof promises.$inferSelect, 'callerPhone'> & {
  clientName: string;
  clientTimeZone: string;
  callerPhone: string;
};

const phone = sql<string>`coalesce(${promises.callerPhone}, ${numberToReach}, '')`;
// Word for word the condition of the index promises_open.
const isOpen = sql`${promises.state} = 'open'`;

function selectCallbacks(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      ...getTableColumns(promises),
      clientName: clients.name,
      clientTimeZone: clients.timeZone,
      // Often written down only after the promise was made.
      callerName: sql<string>`coalesce(nullif(${promises.callerName}, ''), ${calls.callerName})`,
      callerPhone: phone,
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

function ofSide(side: CallbackSide | undefined): SQL | undefined {
  if (side === undefined) return undefined;
  return side === 'client' ? eq(promises.owner, 'client') : ne(promises.owner, 'client');
}

async function withWords(tx: ReadTx, rows: readonly Row[], now: Date): Promise<Callback[]> {
  const says = await loadWordsToSay(tx, rows, now);
  return rows.map((row, position) =>
    toCallback(row, says[position] ?? { words: null, isAwaitingApproval: false }, now),
  );
}

function toCallback(row: Row, say: Say, now: Date): Callback {
  const claim = liveClaim(row, now);
  return {
    id: row.id,
    clientId: row.clientId,
    clientName: row.clientName,
    clientTimeZone: row.clientTimeZone,
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
    callerTimeZone: zoneOfCaller(row, now),
    owner: row.owner,
    dueAt: row.dueAt,
    state: row.state,
    tries: row.tries,
    claimedById: claim?.byId ?? null,
    claimedByName: claim?.byName ?? null,
    assignedToId: row.assignedToId,
    assignedToName: row.assignedToName,
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

/**
 * What a desk holds, by deadline: those that the answering service has to make, and, so that a desk knows who rings in,
 * those of the client's people; of each as many as mostOpenCallbacks says.
 */
export async function loadOpenCallbacks(tx: ReadTx, now: Date): Promise<Callback[]> {
  const [service, client] = await Promise.all(
    (['service', 'client'] as const).map((side) =>
      selectCallbacks(tx, isOpen, ofSide(side))
        .orderBy(asc(promises.dueAt), asc(promises.id))
        .limit(mostOpenCallbacks[side]),
    ),
  );
  const rows = [...(service ?? []), ...(client ?? [])];
  rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  return withWords(tx, rows, now);
}

/** For whom one client's people or the service still have to call one of these numbers, by deadline; at most 10. */
export async function loadOpenCallbacksTo(
  tx: ReadTx,
  clientId: string,
  numbers: readonly string[],
  now: Date,
): Promise<Callback[]> {
  if (numbers.length === 0) return [];
  const rows = await selectCallbacks(
    tx,
    isOpen,
    eq(promises.clientId, clientId),
    sql`${phone} = any(${sql.param([...numbers])}::text[])`,
  )
    .orderBy(asc(promises.dueAt), asc(promises.id))
    .limit(10);
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
    // The page first and what belongs to each row afterwards: joined, all promises of a client would be sorted.
    const page = tx.db
      .select({ id: promises.id })
      .from(promises)
      .where(
        within(
          tx,
          promises,
          eq(promises.kind, 'callback'),
          input.clientId === undefined ? undefined : eq(promises.clientId, input.clientId),
          input.causeId === undefined ? undefined : eq(promises.causeId, input.causeId),
          ofSide(input.side),
          input.state === 'open' ? isOpen : undefined,
          input.state === undefined || input.state === 'open' ? undefined : eq(promises.state, input.state),
          place === undefined
            ? undefined
            : sql`(${promises.dueAt}, ${promises.id}) > (${place[0].toISOString()}, ${place[1]})`,
        ),
      )
      .orderBy(asc(promises.dueAt), asc(promises.id))
      .limit(input.limit + 1);
    const rows = await selectCallbacks(tx, inArray(promises.id, page)).orderBy(
      asc(promises.dueAt),
      asc(promises.id),
    );
    const callbacks = await withWords(tx, rows, await clock());
    return toPage(callbacks, input.limit, (last) => [last.dueAt.toISOString(), last.id]);
  });
}
