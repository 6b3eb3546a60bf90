import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DAY } from '../../kernel/duration';
import { DomainError, requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { requireClient } from '../tenancy/queries';
import { calendarShifts } from './calendar-shifts';
import { loadCoverages, loadOverrides } from './change-queries';
import { loadHolidays } from './holiday-queries';
import { localDateOf } from './local-date-of';
import type {
  calendarInput,
  ClientScheduleStatus,
  onCallInput,
  ScheduleCalendar,
  ScheduleStatus,
} from './model';
import { outlook } from './outlook';
import { canReadSchedules } from './policy';
import { loadScheduleFacts } from './queries';
import { loadOnCallPeople } from './schedule-queries';
import { shiftsBetween } from './shifts-between';
import { onCallSchedules } from './tables';

const MOST_SCHEDULES = 200;
const LONGEST_CALENDAR = 62 * DAY;

/** Who is responsible for a client at an instant, schedule by schedule, by name; unless told, now. */
export async function getOnCall(
  actor: Actor,
  { clientId, at }: z.output<typeof onCallInput>,
): Promise<ScheduleStatus[]> {
  requireAllowed(canReadSchedules(actor));
  return readTx(actor, async (tx, clock) => {
    await requireClient(tx, clientId);
    const found = await selectIds(tx, clientId);
    return loadStatuses(tx, found, at === undefined ? await clock() : new Date(at));
  });
}

/** The same of all clients that the actor sees, by client and name; at most 200 schedules. */
export async function listOnCall(actor: Actor): Promise<ClientScheduleStatus[]> {
  requireAllowed(canReadSchedules(actor));
  return readTx(actor, async (tx, clock) => loadStatuses(tx, await selectIds(tx), await clock()));
}

async function selectIds(tx: ReadTx, clientId?: string): Promise<{ id: string; clientName: string }[]> {
  return tx.db
    .select({ id: onCallSchedules.id, clientName: clients.name })
    .from(onCallSchedules)
    .innerJoin(
      clients,
      and(
        eq(clients.organizationId, onCallSchedules.organizationId),
        eq(clients.clientId, onCallSchedules.clientId),
      ),
    )
    .where(
      within(
        tx,
        onCallSchedules,
        isNull(onCallSchedules.removedAt),
        clientId === undefined ? undefined : eq(onCallSchedules.clientId, clientId),
      ),
    )
    .orderBy(asc(clients.name), asc(onCallSchedules.name), asc(onCallSchedules.id))
    .limit(MOST_SCHEDULES);
}

async function loadStatuses(
  tx: ReadTx,
  found: readonly { id: string; clientName: string }[],
  at: Date,
): Promise<ClientScheduleStatus[]> {
  const ids = found.map(({ id }) => id);
  const facts = await loadScheduleFacts(tx, ids, at);
  const known = found.flatMap(({ id, clientName }) => {
    const one = facts.get(id);
    return one === undefined ? [] : [{ ...one, clientName, ahead: outlook(one.facts, at) }];
  });
  const people = await loadOnCallPeople(
    tx,
    known.flatMap(({ ahead }) => [...ahead.now, ...ahead.next]),
  );
  const named = (contactIds: readonly string[]) => contactIds.flatMap((id) => people.get(id) ?? []);
  return known.map(({ schedule, clientName, ahead: { now, until, next, gaps } }) => ({
    schedule,
    clientName,
    at,
    now: named(now),
    until,
    next: named(next),
    gaps,
  }));
}

/** All shifts and gaps of a schedule from one instant to another, and what made them so; at most 62 days. */
export async function getCalendar(
  actor: Actor,
  input: z.output<typeof calendarInput>,
): Promise<ScheduleCalendar> {
  requireAllowed(canReadSchedules(actor));
  const [from, to] = [new Date(input.from), new Date(input.to)];
  const length = to.getTime() - from.getTime();
  if (length <= 0 || length > LONGEST_CALENDAR) {
    const words = 'A calendar shows at most 62 days, from an instant to a later one.';
    throw new DomainError('INVALID', words, [{ field: 'to', words }]);
  }
  return readTx(actor, async (tx) => {
    const { schedule, facts } = requireFound(
      (await loadScheduleFacts(tx, [input.scheduleId], from)).get(input.scheduleId),
      'schedule',
    );
    const shifts = calendarShifts(facts, from, to);
    const dates = [from, to].map((at) => localDateOf(at, schedule.timeZone));
    const [people, overrides, coverages, holidays] = await Promise.all([
      loadOnCallPeople(
        tx,
        shifts.map(({ contactId }) => contactId),
      ),
      loadOverrides(tx, schedule.id, from, to),
      loadCoverages(tx, schedule.id, from, to),
      loadHolidays(tx, schedule.clientId, dates[0] ?? '', dates[1] ?? ''),
    ]);
    return {
      schedule,
      from,
      to,
      shifts: shifts.map((shift) => ({ ...shift, name: people.get(shift.contactId)?.name ?? '' })),
      gaps: shiftsBetween(facts, from, to).gaps,
      overrides,
      coverages,
      holidays,
    };
  });
}
