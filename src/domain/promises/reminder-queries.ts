import { asc, eq, lte } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadHolidays } from '../oncall/holiday-queries';
import { localDateOf } from '../oncall/local-date-of';
import type { PromiseOwner, RemindStage } from './model';
import { nextReminder } from './next-reminder';
import type { OpeningHours } from './opening-hours';
import { promises } from './tables';

/** When a client's people work between two instants. */
export async function loadOpeningHours(
  tx: ReadTx,
  clientId: string,
  from: Date,
  until: Date,
): Promise<OpeningHours> {
  const [client] = await tx.db
    .select({ timeZone: clients.timeZone, spans: clients.businessHours })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  const { timeZone, spans } = requireFound(client, 'client');
  const dates = [localDateOf(from, timeZone), localDateOf(until, timeZone)] as const;
  const holidays = await loadHolidays(tx, clientId, ...dates);
  return { timeZone, spans, holidays: holidays.map(({ date }) => date) };
}

/** What somebody is told first of a promise that is given now, as its row keeps it. */
export async function loadFirstReminder(
  tx: ReadTx,
  promise: { clientId: string; owner: PromiseOwner; givenAt: Date; dueAt: Date },
): Promise<{ remindStage: RemindStage | null; remindAt: Date | null }> {
  const { clientId, givenAt, dueAt } = promise;
  const hours = await loadOpeningHours(tx, clientId, givenAt, dueAt);
  const first = nextReminder({ ...promise, hours }, givenAt);
  return { remindStage: first?.stage ?? null, remindAt: first?.at ?? null };
}

export type RemindedRow = Pick<
  typeof promises.$inferSelect,
  'id' | 'clientId' | 'owner' | 'ownerId' | 'assignedToId' | 'dueAt' | 'createdAt' | 'remindStage'
>;

/** As many at once: a recall calls back everybody who heard the statement by the same time. */
const MOST_TOGETHER = 1_000;

/**
 * The promise, if somebody is to be reminded of it now, and the others of the same cause that are due at the same time;
 * locked. Each turn of one of them finds the same rows in the same order, so that no two wait for each other.
 */
export async function lockReminded(tx: WriteTx, promiseId: string): Promise<RemindedRow[]> {
  const [turn] = await tx.db
    .select({ causeId: promises.causeId, dueAt: promises.dueAt })
    .from(promises)
    .where(within(tx, promises, eq(promises.id, promiseId)));
  if (turn === undefined) return [];
  return tx.db
    .select({
      id: promises.id,
      clientId: promises.clientId,
      owner: promises.owner,
      ownerId: promises.ownerId,
      assignedToId: promises.assignedToId,
      dueAt: promises.dueAt,
      createdAt: promises.createdAt,
      remindStage: promises.remindStage,
    })
    .from(promises)
    .where(
      within(
        tx,
        promises,
        eq(promises.causeId, turn.causeId),
        eq(promises.dueAt, turn.dueAt),
        eq(promises.state, 'open'),
        lte(promises.remindAt, tx.now),
      ),
    )
    .orderBy(asc(promises.id))
    .limit(MOST_TOGETHER)
    .for('update');
}
