import { eq, gt, inArray, isNull } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Problem } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { localMoment } from '../../kernel/local-time';
import { announceSchedule } from './announce-schedule';
import { overrideWithout, shiftsWithout } from './without-contact';
import { shiftsWithin } from './coverage-shifts';
import type { Schedule, ScheduleFacts } from './model';
import { loadScheduleFacts } from './queries';
import { rotationWithout } from './rotation-without';
import { segmentsBetween, shiftsBetween } from './shifts-between';
import { onCallCoverages, onCallOverrides, onCallSchedules } from './tables';

type Leaving = { contactId: string; standInId: string | null };

/**
 * Takes somebody who is no contact any more out of a schedule, which is held already, or puts their stand-in there. What
 * they did until now stays on record. Inside a larger write, which ends without a trace if it does not want the holes.
 * @returns `problems`: the places that are left empty, in words; `places`: how many were changed
 */
export async function replaceInSchedule(
  tx: WriteTx,
  schedule: Schedule,
  leaving: Leaving,
): Promise<{ problems: Problem[]; places: number }> {
  const { id: scheduleId, clientId, timeZone } = schedule;
  const known = (await loadScheduleFacts(tx, [scheduleId], tx.now)).get(scheduleId);
  if (known === undefined) return { problems: [], places: 0 };
  const emptied: Problem[] = [];
  const rotations = schedule.rotations.flatMap((rotation) => {
    const changed = rotationWithout(rotation, leaving, timeZone, tx.now);
    if (changed !== null) return [changed];
    const words = `In “${schedule.name}”, nobody would be left in the rotation “${rotation.name}”.`;
    emptied.push({ field: 'contactId', words });
    return [];
  });
  const turned = schedule.rotations.filter(({ contactIds }) => contactIds.includes(leaving.contactId)).length;
  if (turned > 0) {
    await tx.db
      .update(onCallSchedules)
      .set({ rotations, version: schedule.version + 1 })
      .where(within(tx, onCallSchedules, eq(onCallSchedules.id, scheduleId)));
  }
  const facts = factsWithout({ ...known.facts, rotations }, leaving);
  const overrides = await replaceOverrides(tx, schedule, leaving, facts);
  const coverages = await replaceCoverages(tx, schedule, leaving);
  const places = turned + overrides.places + coverages.places;
  if (places > 0) await announceSchedule(tx, { scheduleId, clientId }, turned > 0 ? null : tx.now);
  return { problems: [...emptied, ...overrides.problems, ...coverages.problems], places };
}

function factsWithout(facts: ScheduleFacts, leaving: Leaving): ScheduleFacts {
  return {
    ...facts,
    overrides: facts.overrides.flatMap((override) => overrideWithout(override, leaving) ?? []),
    coverages: facts.coverages.map((coverage) => ({
      ...coverage,
      shifts: shiftsWithout(coverage.shifts, leaving),
    })),
  };
}

const laterOf = (one: Date, other: Date) => (one > other ? one : other);

async function replaceOverrides(tx: WriteTx, schedule: Schedule, leaving: Leaving, facts: ScheduleFacts) {
  const ahead = await tx.db
    .select()
    .from(onCallOverrides)
    .where(isAhead(tx, onCallOverrides, schedule.id))
    .orderBy(onCallOverrides.id)
    .limit(500)
    .for('update');
  const rows = ahead.filter(
    ({ contactId, replacedContactId }) =>
      contactId === leaving.contactId || replacedContactId === leaving.contactId,
  );
  await cancel(tx, onCallOverrides, rows);
  const problems: Problem[] = [];
  for (const row of rows) {
    const startsAt = laterOf(row.startsAt, tx.now);
    const changed = overrideWithout(row, leaving);
    // As old as the one it follows: a coverage that was made since goes on standing before it.
    if (changed !== null) await tx.db.insert(onCallOverrides).values({ ...changed, id: newId(), startsAt });
    if (changed !== null || leaving.standInId !== null || row.contactId !== leaving.contactId) continue;
    const isHole = segmentsBetween(facts, startsAt, row.endsAt).some(({ people }) => people.length === 0);
    if (row.kind === 'replace' || isHole) {
      const [from, until] = [startsAt, row.endsAt].map((at) => localMoment(at, schedule.timeZone));
      const what = row.kind === 'replace' ? 'stands in for somebody' : 'is on call besides';
      const words = `In “${schedule.name}”, this contact ${what} from ${from} until ${until}.`;
      problems.push({ field: 'contactId', words });
    }
  }
  return { problems, places: rows.length };
}

async function replaceCoverages(tx: WriteTx, schedule: Schedule, leaving: Leaving) {
  const ahead = await tx.db
    .select()
    .from(onCallCoverages)
    .where(isAhead(tx, onCallCoverages, schedule.id))
    .orderBy(onCallCoverages.id)
    .limit(500)
    .for('update');
  const rows = ahead.filter(({ shifts }) => shifts.some((shift) => shift.contactId === leaving.contactId));
  await cancel(tx, onCallCoverages, rows);
  const problems: Problem[] = [];
  for (const row of rows) {
    const times = { startsAt: laterOf(row.startsAt, tx.now), endsAt: row.endsAt };
    const before = shiftsWithin(
      times,
      row.shifts.map(({ contactId, startsAt, endsAt }) => ({
        contactId,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
      })),
    );
    const shifts = shiftsWithout(before, leaving);
    const written = shifts.map(({ contactId, startsAt, endsAt }) => ({
      contactId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
    await tx.db.insert(onCallCoverages).values({ ...row, id: newId(), ...times, shifts: written });
    const missing = before.filter((shift) => !shifts.includes(shift) && isAlone(shift, shifts));
    for (const shift of leaving.standInId === null ? missing : []) {
      const [from, until] = [shift.startsAt, shift.endsAt].map((at) => localMoment(at, schedule.timeZone));
      const words = `In “${schedule.name}”, nobody would cover the shift from ${from} until ${until}.`;
      problems.push({ field: 'contactId', words });
    }
  }
  return { problems, places: rows.length };
}

/** Whether some of a shift's time is in no other shift. */
function isAlone(
  shift: { startsAt: Date; endsAt: Date },
  others: readonly { contactId: string; startsAt: Date; endsAt: Date }[],
): boolean {
  const coverage = { ...shift, shifts: others, createdAt: shift.startsAt };
  const facts = { timeZone: 'UTC', rotations: [], overrides: [], coverages: [coverage], holidays: [] };
  return shiftsBetween(facts, shift.startsAt, shift.endsAt).gaps.length > 0;
}

type Table = typeof onCallOverrides | typeof onCallCoverages;

/** Neither over nor cancelled; bounded by how many may be made. */
const isAhead = (tx: WriteTx, table: Table, scheduleId: string) =>
  within(tx, table, eq(table.scheduleId, scheduleId), isNull(table.cancelledAt), gt(table.endsAt, tx.now));

async function cancel(tx: WriteTx, table: Table, rows: readonly { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.db
    .update(table)
    .set({ cancelledAt: tx.now })
    .where(within(tx, table, inArray(table.id, ids)));
}
