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
import type { listPromisesInput, PromiseCard } from './model';
import { canReadPromises } from './policy';
import { promises } from './tables';

const {
  organizationId,
  reason,
  causeId,
  briefingId,
  before,
  wordingKey,
  tries,
  claimedAt,
  claimedById,
  claimedByName,
  nextTryAt,
  rule,
  ...columns
} = getTableColumns(promises);

/** Promises that operators gave in calls. */
function selectPromises(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
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
    .where(within(tx, promises, eq(promises.reason, 'call'), ...conditions));
}

export async function loadPromise(tx: ReadTx, id: string): Promise<PromiseCard | undefined> {
  const [row] = await selectPromises(tx, eq(promises.id, id));
  return row;
}

/**
 * What a desk holds: the open ones that are due first, the actor's own, and all that were given in the calls in the
 * actor's hands; at most 200 of each.
 */
export async function loadOpenPromises(tx: ReadTx): Promise<PromiseCard[]> {
  const isOpen = sql`${promises.state} = 'open'`;
  const inHands = sql`${calls.answeredById} = ${tx.actor.id}::uuid and ${calls.state} in ('live', 'wrap_up')`;
  const asked = [[isOpen], [isOpen, eq(promises.ownerId, tx.actor.id)], [inHands]].map((conditions) =>
    selectPromises(tx, ...conditions)
      .orderBy(asc(promises.dueAt), asc(promises.id))
      .limit(200),
  );
  const found = (await Promise.all(asked)).flat();
  return [...new Map(found.map((promise) => [promise.id, promise])).values()];
}

/** The promise, held until the transaction ends. */
export async function lockPromise(tx: ReadTx, id: string): Promise<PromiseCard | undefined> {
  const [row] = await selectPromises(tx, eq(promises.id, id)).for('update', { of: promises });
  return row;
}

/** Those of one call that are open, in the order in which they were given; at most 50. */
export async function loadOpenPromisesOf(tx: ReadTx, callId: string): Promise<PromiseCard[]> {
  return selectPromises(tx, eq(promises.callId, callId), eq(promises.state, 'open'))
    .orderBy(asc(promises.createdAt), asc(promises.id))
    .limit(50);
}

/** What was promised in these calls and not called off: what is open first, by deadline, then what ended last; at most 20. */
export async function loadPromisesOfCalls(tx: ReadTx, callIds: readonly string[]): Promise<PromiseCard[]> {
  if (callIds.length === 0) return [];
  return selectPromises(tx, inArray(promises.callId, [...callIds]), ne(promises.state, 'cancelled'))
    .orderBy(sql`${promises.endedAt} desc nulls first`, asc(promises.dueAt), asc(promises.id))
    .limit(20);
}

/** By deadline, the earliest first. */
export async function listPromises(
  actor: Actor,
  input: z.output<typeof listPromisesInput>,
): Promise<Page<PromiseCard>> {
  requireAllowed(canReadPromises(actor));
  const place = input.cursor === undefined ? undefined : decodeInstantCursor(input.cursor, 1);
  return readTx(actor, async (tx) => {
    // The page first and what belongs to each row afterwards: joined, all promises of a client would be sorted.
    const page = tx.db
      .select({ id: promises.id })
      .from(promises)
      .where(
        within(
          tx,
          promises,
          eq(promises.reason, 'call'),
          input.clientId === undefined ? undefined : eq(promises.clientId, input.clientId),
          input.callId === undefined ? undefined : eq(promises.callId, input.callId),
          // Word for word the condition of the index promises_open.
          input.state === 'open' ? sql`${promises.state} = 'open'` : undefined,
          input.state === undefined || input.state === 'open' ? undefined : eq(promises.state, input.state),
          place === undefined
            ? undefined
            : sql`(${promises.dueAt}, ${promises.id}) > (${place[0].toISOString()}, ${place[1]})`,
        ),
      )
      .orderBy(asc(promises.dueAt), asc(promises.id))
      .limit(input.limit + 1);
    const rows = await selectPromises(tx, inArray(promises.id, page)).orderBy(
      asc(promises.dueAt),
      asc(promises.id),
    );
    return toPage(rows, input.limit, (last) => [last.dueAt.toISOString(), last.id]);
  });
}
