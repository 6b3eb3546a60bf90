import { between, eq, gte, type SQL } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { localDateOf } from './local-date-of';
import type { Holiday } from './model';
import { canReadSchedules } from './policy';
import { clientHolidays } from './tables';

/** A client's holidays from today on, by date; at most 200. */
export async function listHolidays(actor: Actor, clientId: string): Promise<Holiday[]> {
  requireAllowed(canReadSchedules(actor));
  return readTx(actor, async (tx, clock) => {
    const [client] = await tx.db
      .select({ timeZone: clients.timeZone })
      .from(clients)
      .where(within(tx, clients, eq(clients.clientId, clientId)));
    const today = localDateOf(await clock(), requireFound(client, 'client').timeZone);
    return selectHolidays(tx, eq(clientHolidays.clientId, clientId), gte(clientHolidays.date, today));
  });
}

/** @param from a date such as 2026-11-22 @param until the last date */
export async function loadHolidays(
  tx: ReadTx,
  clientId: string,
  from: string,
  until: string,
): Promise<Holiday[]> {
  return selectHolidays(tx, eq(clientHolidays.clientId, clientId), between(clientHolidays.date, from, until));
}

function selectHolidays(tx: ReadTx, ...conditions: SQL[]): Promise<Holiday[]> {
  return tx.db
    .select({ date: clientHolidays.date, name: clientHolidays.name })
    .from(clientHolidays)
    .where(within(tx, clientHolidays, ...conditions))
    .orderBy(clientHolidays.date)
    .limit(200);
}
