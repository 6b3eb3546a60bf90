import { asc, desc, eq, getTableColumns, inArray, lt, ne, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { numberToReach } from '../calls/told-queries';
import { clients } from '../clients/tables';
import type {
  listPromisesInput,
  PromiseCard,
  promiseIdInput,
  PromiseRecord,
  PromiseStanding,
  PromiseState,
} from './model';
import { canReadPromises } from './policy';
import { loadPromiseEvents, loadPromiseTries } from './promise-event-queries';
import { promises } from './tables';
import { zoneOfCaller } from './zone-of-number';

const {
  organizationId,
  wordingKey,
  claimedAt,
  claimedById,
  claimedByName,
  nextTryAt,
  rule,
  remindStage,
  remindAt,
  remindClaimedUntil,
  ...columns
} = getTableColumns(promises);

function selectRows(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      ...columns,
      clientName: clients.name,
      clientTimeZone: clients.timeZone,
      // Often written down only after the promise was made.
      callerName: sql<string>`coalesce(nullif(${promises.callerName}, ''), ${calls.callerName})`,
      callerPhone: sql<string | null>`coalesce(${promises.callerPhone}, ${numberToReach})`,
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
    .where(within(tx, promises, ...conditions));
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];

const toCard = (row: Row): PromiseCard => ({ ...row, callerTimeZone: zoneOfCaller(row, row.dueAt) });

const isGivenInCall = eq(promises.reason, 'call');

export async function loadPromise(tx: ReadTx, id: string): Promise<PromiseCard | undefined> {
  return (await loadPromises(tx, [id]))[0];
}

/** By deadline. */
export async function loadPromises(tx: ReadTx, ids: readonly string[]): Promise<PromiseCard[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(tx, inArray(promises.id, [...ids])).orderBy(
    asc(promises.dueAt),
    asc(promises.id),
  );
  return rows.map(toCard);
}

/**
 * What a desk holds: the open ones that are due first, the actor's own, and all that were given in the calls in the
 * actor's hands; at most 200 of each.
 */
export async function loadOpenPromises(tx: ReadTx): Promise<PromiseCard[]> {
  const inHands = sql`${calls.answeredById} = ${tx.actor.id}::uuid and ${calls.state} in ('live', 'wrap_up')`;
  const asked = [[isOpen], [isOpen, eq(promises.ownerId, tx.actor.id)], [inHands]].map((conditions) =>
    selectRows(tx, isGivenInCall, ...conditions)
      .orderBy(asc(promises.dueAt), asc(promises.id))
      .limit(200),
  );
  const found = (await Promise.all(asked)).flat().map(toCard);
  return [...new Map(found.map((promise) => [promise.id, promise])).values()];
}

/** The promise, held until the transaction ends. */
export async function lockPromise(tx: ReadTx, id: string): Promise<PromiseCard | undefined> {
  const [row] = await selectRows(tx, eq(promises.id, id)).for('update', { of: promises });
  return row && toCard(row);
}

/** Those of one call that are open, in the order in which they were given; at most 50. */
export async function loadOpenPromisesOf(tx: ReadTx, callId: string): Promise<PromiseCard[]> {
  const rows = await selectRows(tx, isGivenInCall, eq(promises.callId, callId), eq(promises.state, 'open'))
    .orderBy(asc(promises.createdAt), asc(promises.id))
    .limit(50);
  return rows.map(toCard);
}

/** What was promised in these calls and not called off: what is open first, by deadline, then what ended last; at most 20. */
export async function loadPromisesOfCalls(tx: ReadTx, callIds: readonly string[]): Promise<PromiseCard[]> {
  if (callIds.length === 0) return [];
  const rows = await selectRows(
    tx,
    isGivenInCall,
    inArray(promises.callId, [...callIds]),
    ne(promises.state, 'cancelled'),
  )
    .orderBy(sql`${promises.endedAt} desc nulls first`, asc(promises.dueAt), asc(promises.id))
    .limit(20);
  return rows.map(toCard);
}

/** A promise with its ledger and the tries to reach the caller. */
export async function getPromise(
  actor: Actor,
  { promiseId }: z.output<typeof promiseIdInput>,
): Promise<PromiseRecord> {
  requireAllowed(canReadPromises(actor));
  return readTx(actor, async (tx) => {
    const promise = requireFound(await loadPromise(tx, promiseId), 'promise');
    const [events, tries] = await Promise.all([
      loadPromiseEvents(tx, promiseId),
      loadPromiseTries(tx, promiseId),
    ]);
    return { promise, events, tries };
  });
}

/** By deadline, the earliest first unless asked otherwise. */
export async function listPromises(
  actor: Actor,
  input: z.output<typeof listPromisesInput>,
): Promise<Page<PromiseCard>> {
  requireAllowed(canReadPromises(actor));
  const place = input.cursor === undefined ? undefined : decodeInstantCursor(input.cursor, 1);
  const isLatestFirst = input.order === 'latest';
  const direction = isLatestFirst ? desc : asc;
  return readTx(actor, async (tx, clock) => {
    const isOfStanding = input.standing === undefined ? [] : standingIs(input.standing, await clock());
    // The page first and what belongs to each row afterwards: joined, all promises of a client would be sorted.
    const page = tx.db
      .select({ id: promises.id })
      .from(promises)
      .where(
        within(
          tx,
          promises,
          input.from === 'calls' ? isGivenInCall : undefined,
          input.clientId === undefined ? undefined : eq(promises.clientId, input.clientId),
          input.callId === undefined ? undefined : eq(promises.callId, input.callId),
          input.owner === undefined ? undefined : eq(promises.owner, input.owner),
          input.state === undefined ? undefined : stateIs(input.state),
          ...isOfStanding,
          place === undefined ? undefined : isBehind(place, isLatestFirst),
        ),
      )
      .orderBy(direction(promises.dueAt), direction(promises.id))
      .limit(input.limit + 1);
    const rows = await selectRows(tx, inArray(promises.id, page)).orderBy(
      direction(promises.dueAt),
      direction(promises.id),
    );
    return toPage(rows.map(toCard), input.limit, (last) => [last.dueAt.toISOString(), last.id]);
  });
}

const isBehind = ([at, id]: [Date, ...string[]], isLatestFirst: boolean): SQL =>
  isLatestFirst
    ? sql`(${promises.dueAt}, ${promises.id}) < (${at.toISOString()}, ${id})`
    : sql`(${promises.dueAt}, ${promises.id}) > (${at.toISOString()}, ${id})`;

// Word for word the conditions of the indexes promises_open and promises_kept_late.
const isOpen = sql`${promises.state} = 'open'`;
const isKeptLate = sql`${promises.state} = 'kept' and ${promises.endedAt} > ${promises.dueAt}`;

const stateIs = (state: PromiseState): SQL => (state === 'open' ? isOpen : eq(promises.state, state));

function standingIs(standing: PromiseStanding, now: Date): SQL[] {
  if (standing === 'overdue') return [isOpen, lt(promises.dueAt, now)];
  if (standing === 'kept_late') return [isKeptLate];
  return [stateIs(standing)];
}
