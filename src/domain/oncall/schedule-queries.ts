import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { contacts } from '../contacts/tables';
import type { listSchedulesInput, OnCallPerson, Schedule } from './model';
import { canReadSchedules } from './policy';
import { scheduleColumns } from './queries';
import { onCallSchedules } from './tables';

/** By name. */
export async function listSchedules(
  actor: Actor,
  input: z.output<typeof listSchedulesInput>,
): Promise<Page<Schedule>> {
  requireAllowed(canReadSchedules(actor));
  const [name, id] = input.cursor === undefined ? [] : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(scheduleColumns)
      .from(onCallSchedules)
      .where(
        within(
          tx,
          onCallSchedules,
          isNull(onCallSchedules.removedAt),
          input.clientId === undefined ? undefined : eq(onCallSchedules.clientId, input.clientId),
          name === undefined || id === undefined
            ? undefined
            : or(
                gt(onCallSchedules.name, name),
                and(eq(onCallSchedules.name, name), gt(onCallSchedules.id, id)),
              ),
        ),
      )
      .orderBy(onCallSchedules.name, onCallSchedules.id)
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.name, last.id]);
  });
}

export async function getSchedule(actor: Actor, scheduleId: string): Promise<Schedule> {
  requireAllowed(canReadSchedules(actor));
  return readTx(actor, async (tx) => requireFound(await loadSchedule(tx, scheduleId), 'schedule'));
}

const isThere = (tx: ReadTx, scheduleId: string) =>
  within(tx, onCallSchedules, eq(onCallSchedules.id, scheduleId), isNull(onCallSchedules.removedAt));

export async function loadSchedule(tx: ReadTx, scheduleId: string): Promise<Schedule | undefined> {
  const [row] = await tx.db.select(scheduleColumns).from(onCallSchedules).where(isThere(tx, scheduleId));
  return row;
}

type LockedSchedule = Schedule & {
  nextCheckAt: Date | null;
  lastOnCall: string[];
  gapsToldUntil: Date | null;
};

/** The row, held until the transaction ends: two people who change one schedule do so one after the other. */
export async function lockSchedule(tx: ReadTx, scheduleId: string): Promise<LockedSchedule | undefined> {
  const { nextCheckAt, lastOnCall, gapsToldUntil } = onCallSchedules;
  const [row] = await tx.db
    .select({ ...scheduleColumns, nextCheckAt, lastOnCall, gapsToldUntil })
    .from(onCallSchedules)
    .where(isThere(tx, scheduleId))
    .for('update');
  return row;
}

/** All schedules of a client, held in one order until the transaction ends; a client has at most 50. */
export async function lockClientSchedules(tx: ReadTx, clientId: string): Promise<Schedule[]> {
  return tx.db
    .select(scheduleColumns)
    .from(onCallSchedules)
    .where(
      within(tx, onCallSchedules, eq(onCallSchedules.clientId, clientId), isNull(onCallSchedules.removedAt)),
    )
    .orderBy(onCallSchedules.id)
    .limit(200)
    .for('update');
}

/** The client, held until the transaction ends: what concerns all of its schedules is done by one at a time. */
export async function lockClient(tx: ReadTx, clientId: string): Promise<{ timeZone: string } | undefined> {
  const [client] = await tx.db
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)))
    .for('no key update');
  return client;
}

/**
 * Those of `ids` that are contacts of this client, held until the transaction ends: nobody is removed while somebody
 * puts them on call.
 */
export async function loadParticipants(
  tx: ReadTx,
  clientId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      within(
        tx,
        contacts,
        eq(contacts.clientId, clientId),
        inArray(contacts.id, [...new Set(ids)]),
        isNull(contacts.removedAt),
      ),
    )
    .orderBy(contacts.id)
    .for('share');
  return new Set(rows.map(({ id }) => id));
}

/** By id; those who were removed since keep their names in what they did. */
export async function loadOnCallPeople(
  tx: ReadTx,
  ids: readonly string[],
): Promise<Map<string, OnCallPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ contactId: contacts.id, name: contacts.name, title: contacts.title })
    .from(contacts)
    .where(within(tx, contacts, inArray(contacts.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.contactId, row]));
}
