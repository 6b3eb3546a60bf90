import { asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { OverflowWindow } from './model';
import { canReadOverflow } from './policy';
import { overflowWindows } from './tables';

function selectWindows(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      id: overflowWindows.id,
      clientId: overflowWindows.clientId,
      clientName: clients.name,
      startsAt: overflowWindows.startsAt,
      endsAt: overflowWindows.endsAt,
      note: overflowWindows.note,
      openedByName: overflowWindows.openedByName,
    })
    .from(overflowWindows)
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${overflowWindows.organizationId}
        and ${clients.clientId} = ${overflowWindows.clientId}`,
    )
    .where(within(tx, overflowWindows, ...conditions))
    .orderBy(asc(overflowWindows.startsAt), asc(overflowWindows.id))
    .limit(200);
}

/** Nothing is stored when a window ends by itself: it is over once its end has passed. */
const isNotOver = (now: Date) => [isNull(overflowWindows.closedAt), gt(overflowWindows.endsAt, now)];

/** Windows that are open or still to come (nobody plans more than 14 days ahead), the earliest first; at most 200. */
export async function loadDeskOverflow(tx: ReadTx, now: Date): Promise<OverflowWindow[]> {
  return selectWindows(tx, ...isNotOver(now));
}

/** The same of one client. */
export async function loadClientOverflow(tx: ReadTx, clientId: string, now: Date): Promise<OverflowWindow[]> {
  return selectWindows(tx, eq(overflowWindows.clientId, clientId), ...isNotOver(now));
}

/** One window, held until the transaction ends; with `isOver` where there is nothing left to close. */
export async function lockOverflow(
  tx: ReadTx,
  overflowId: string,
  now: Date,
): Promise<(OverflowWindow & { isOver: boolean }) | undefined> {
  const [window] = await selectWindows(tx, eq(overflowWindows.id, overflowId)).for('update', {
    of: overflowWindows,
  });
  if (window === undefined) return undefined;
  const [open] = await selectWindows(tx, eq(overflowWindows.id, overflowId), ...isNotOver(now));
  return { ...window, isOver: open === undefined };
}

/** Who has switched its phones over, or will; of a client's people: their own company. */
export async function listOverflow(actor: Actor): Promise<OverflowWindow[]> {
  requireAllowed(canReadOverflow(actor));
  return readTx(actor, async (tx, clock) => loadDeskOverflow(tx, await clock()));
}
