import { and, between, eq, gt, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { after, DAY } from '../../kernel/duration';
import type { Schedule, ScheduleFacts } from './model';
import { clientHolidays, onCallCoverages, onCallOverrides, onCallSchedules } from './tables';

/** How far around an instant the facts of a schedule are whole: what people look at, and what the engine looks ahead. */
const DAYS_BEHIND = 16;
const DAYS_AHEAD = 110;

export const scheduleColumns = {
  id: onCallSchedules.id,
  clientId: onCallSchedules.clientId,
  name: onCallSchedules.name,
  timeZone: onCallSchedules.timeZone,
  rotations: onCallSchedules.rotations,
  isHandoverTold: onCallSchedules.isHandoverTold,
  version: onCallSchedules.version,
};

/** When an override or a coverage ends: what was cancelled while it ran ended then. */
export function effectiveEnd(table: typeof onCallOverrides | typeof onCallCoverages) {
  return sql`least(${table.endsAt}, ${table.cancelledAt})`.mapWith(table.endsAt);
}

/** Whether it ends, as it is or because it was cancelled, later than an instant. */
export function endsAfter(table: typeof onCallOverrides | typeof onCallCoverages, at: Date): SQL | undefined {
  return and(gt(table.endsAt, at), or(isNull(table.cancelledAt), gt(table.cancelledAt, at)));
}

/**
 * Those of `ids` that still are schedules, with all that decides who is on call. The facts are whole from 16 days before
 * `around` to 110 days after it. What was cancelled while it ran counts until then.
 * @param ids at most 200
 */
export async function loadScheduleFacts(
  tx: ReadTx,
  ids: readonly string[],
  around: Date,
): Promise<Map<string, { schedule: Schedule; facts: ScheduleFacts }>> {
  if (ids.length === 0) return new Map();
  const wanted = [...ids];
  const from = after(around, -DAYS_BEHIND * DAY);
  const until = after(around, DAYS_AHEAD * DAY);
  const overrideEnd = effectiveEnd(onCallOverrides);
  const coverageEnd = effectiveEnd(onCallCoverages);
  const [schedules, overrides, coverages, holidays] = await Promise.all([
    tx.db
      .select(scheduleColumns)
      .from(onCallSchedules)
      .where(
        within(tx, onCallSchedules, inArray(onCallSchedules.id, wanted), isNull(onCallSchedules.removedAt)),
      ),
    tx.db
      .select({
        scheduleId: onCallOverrides.scheduleId,
        kind: onCallOverrides.kind,
        contactId: onCallOverrides.contactId,
        replacedContactId: onCallOverrides.replacedContactId,
        startsAt: onCallOverrides.startsAt,
        endsAt: overrideEnd,
        createdAt: onCallOverrides.createdAt,
      })
      .from(onCallOverrides)
      .where(
        within(
          tx,
          onCallOverrides,
          inArray(onCallOverrides.scheduleId, wanted),
          lt(onCallOverrides.startsAt, until),
          gt(onCallOverrides.endsAt, from),
          gt(overrideEnd, onCallOverrides.startsAt),
        ),
      )
      .orderBy(onCallOverrides.createdAt, onCallOverrides.id),
    tx.db
      .select({
        scheduleId: onCallCoverages.scheduleId,
        startsAt: onCallCoverages.startsAt,
        endsAt: coverageEnd,
        shifts: onCallCoverages.shifts,
        createdAt: onCallCoverages.createdAt,
      })
      .from(onCallCoverages)
      .where(
        within(
          tx,
          onCallCoverages,
          inArray(onCallCoverages.scheduleId, wanted),
          lt(onCallCoverages.startsAt, until),
          gt(onCallCoverages.endsAt, from),
          gt(coverageEnd, onCallCoverages.startsAt),
        ),
      )
      .orderBy(onCallCoverages.createdAt, onCallCoverages.id),
    tx.db
      .select({ scheduleId: onCallSchedules.id, date: clientHolidays.date })
      .from(clientHolidays)
      .innerJoin(
        onCallSchedules,
        and(
          eq(onCallSchedules.organizationId, clientHolidays.organizationId),
          eq(onCallSchedules.clientId, clientHolidays.clientId),
        ),
      )
      .where(
        within(
          tx,
          clientHolidays,
          inArray(onCallSchedules.id, wanted),
          // A day more on both sides: dates are those of the schedule's own wall.
          between(clientHolidays.date, dateOf(after(from, -2 * DAY)), dateOf(after(until, 2 * DAY))),
        ),
      )
      .orderBy(clientHolidays.date),
  ]);
  const ofSchedule = <Row extends { scheduleId: string }>(rows: Row[], id: string) =>
    rows.filter((row) => row.scheduleId === id);
  return new Map(
    schedules.map((schedule) => [
      schedule.id,
      {
        schedule,
        facts: {
          timeZone: schedule.timeZone,
          rotations: schedule.rotations,
          overrides: ofSchedule(overrides, schedule.id),
          coverages: ofSchedule(coverages, schedule.id).map((coverage) => ({
            ...coverage,
            shifts: coverage.shifts.map(toShift),
          })),
          holidays: ofSchedule(holidays, schedule.id).map(({ date }) => date),
        },
      },
    ]),
  );
}

function toShift(shift: { contactId: string; startsAt: string; endsAt: string }) {
  return { contactId: shift.contactId, startsAt: new Date(shift.startsAt), endsAt: new Date(shift.endsAt) };
}

function dateOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
