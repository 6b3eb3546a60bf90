import { and, desc, eq, gt, isNull, lt, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import type { Coverage, listOverridesInput, Override } from './model';
import { canReadSchedules } from './policy';
import { effectiveEnd, endsAfter } from './queries';
import { loadSchedule } from './schedule-queries';
import { onCallCoverages, onCallOverrides, onCallSchedules } from './tables';

type Table = typeof onCallOverrides | typeof onCallCoverages;

/** What was called off before it began never was. */
const wasInForce = (table: Table) => gt(effectiveEnd(table), table.startsAt);

function selectOverrides(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      id: onCallOverrides.id,
      scheduleId: onCallOverrides.scheduleId,
      clientId: onCallOverrides.clientId,
      kind: onCallOverrides.kind,
      contactId: onCallOverrides.contactId,
      replacedContactId: onCallOverrides.replacedContactId,
      startsAt: onCallOverrides.startsAt,
      endsAt: effectiveEnd(onCallOverrides),
      note: onCallOverrides.note,
      createdByName: onCallOverrides.createdByName,
    })
    .from(onCallOverrides)
    .innerJoin(
      onCallSchedules,
      and(
        eq(onCallSchedules.organizationId, onCallOverrides.organizationId),
        eq(onCallSchedules.id, onCallOverrides.scheduleId),
        isNull(onCallSchedules.removedAt),
      ),
    )
    .where(within(tx, onCallOverrides, wasInForce(onCallOverrides), ...conditions));
}

/** Newest first, those that are over too; never those that were called off before they began. */
export async function listOverrides(
  actor: Actor,
  input: z.output<typeof listOverridesInput>,
): Promise<Page<Override>> {
  requireAllowed(canReadSchedules(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await selectOverrides(
      tx,
      input.scheduleId === undefined ? undefined : eq(onCallOverrides.scheduleId, input.scheduleId),
      input.endsAfter === undefined ? undefined : endsAfter(onCallOverrides, new Date(input.endsAfter)),
      beforeId === undefined ? undefined : lt(onCallOverrides.id, beforeId),
    )
      .orderBy(desc(onCallOverrides.id))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.id]);
  });
}

/** Those of a schedule that touch a time, the earliest first; at most 500. */
export async function loadOverrides(
  tx: ReadTx,
  scheduleId: string,
  from: Date,
  until?: Date,
): Promise<Override[]> {
  return selectOverrides(
    tx,
    eq(onCallOverrides.scheduleId, scheduleId),
    endsAfter(onCallOverrides, from),
    until === undefined ? undefined : lt(onCallOverrides.startsAt, until),
  )
    .orderBy(onCallOverrides.startsAt, onCallOverrides.id)
    .limit(500);
}

export async function findOverride(tx: ReadTx, overrideId: string): Promise<Override | undefined> {
  const [row] = await selectOverrides(tx, eq(onCallOverrides.id, overrideId));
  return row;
}

async function selectCoverages(tx: ReadTx, ...conditions: (SQL | undefined)[]): Promise<Coverage[]> {
  const rows = await tx.db
    .select({
      id: onCallCoverages.id,
      scheduleId: onCallCoverages.scheduleId,
      clientId: onCallCoverages.clientId,
      startsAt: onCallCoverages.startsAt,
      endsAt: effectiveEnd(onCallCoverages),
      shifts: onCallCoverages.shifts,
      note: onCallCoverages.note,
      createdByName: onCallCoverages.createdByName,
    })
    .from(onCallCoverages)
    .innerJoin(
      onCallSchedules,
      and(
        eq(onCallSchedules.organizationId, onCallCoverages.organizationId),
        eq(onCallSchedules.id, onCallCoverages.scheduleId),
        isNull(onCallSchedules.removedAt),
      ),
    )
    .where(within(tx, onCallCoverages, wasInForce(onCallCoverages), ...conditions))
    .orderBy(onCallCoverages.startsAt, onCallCoverages.id)
    .limit(500);
  return rows.map(({ shifts, ...row }) => ({
    ...row,
    shifts: shifts.map(({ contactId, startsAt, endsAt }) => ({
      contactId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
  }));
}

/** Those of a schedule that touch a time, the earliest first; at most 500. */
export async function loadCoverages(
  tx: ReadTx,
  scheduleId: string,
  from: Date,
  until?: Date,
): Promise<Coverage[]> {
  return selectCoverages(
    tx,
    eq(onCallCoverages.scheduleId, scheduleId),
    endsAfter(onCallCoverages, from),
    until === undefined ? undefined : lt(onCallCoverages.startsAt, until),
  );
}

export async function findCoverage(tx: ReadTx, coverageId: string): Promise<Coverage | undefined> {
  const [row] = await selectCoverages(tx, eq(onCallCoverages.id, coverageId));
  return row;
}

/** Those of a schedule that are not over, the earliest first. */
export async function listCoverages(actor: Actor, scheduleId: string): Promise<Coverage[]> {
  requireAllowed(canReadSchedules(actor));
  return readTx(actor, async (tx, clock) => {
    requireFound(await loadSchedule(tx, scheduleId), 'schedule');
    return loadCoverages(tx, scheduleId, await clock());
  });
}
