// The quick reading of a schedule against a slow one that steps from hand-over to hand-over, and against its own walk.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Rotation, ScheduleFacts, WeekSpan } from '../../src/domain/oncall/model';
import { onCallAt } from '../../src/domain/oncall/on-call-at';
import { outlook } from '../../src/domain/oncall/outlook';
import { segmentsBetween, shiftsBetween } from '../../src/domain/oncall/shifts-between';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'America/Havana',
  'UTC',
];
const people = ['Ada', 'Ben', 'Cem', 'Dora', 'Eli'];

/** The obvious way: from the first hand-over, one after the other. */
function onTurnByStepping({ unit, every, startsAt, contactIds }: Rotation, timeZone: string, at: Date) {
  const first = Temporal.PlainDateTime.from(startsAt);
  const instantOf = (plain: Temporal.PlainDateTime) =>
    plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
  let turn: string | undefined;
  for (let n = 0; ; n += 1) {
    const handover =
      unit === 'hour'
        ? instantOf(first).add({ hours: n * every })
        : instantOf(first.add({ [`${unit}s`]: n * every }, { overflow: 'constrain' }));
    if (handover.epochMilliseconds > at.getTime()) return turn;
    turn = contactIds[n % contactIds.length];
  }
}

/** Every span of every day around, as people would look it up in a calendar. */
function appliesByCalendar(
  spans: WeekSpan[],
  timeZone: string,
  holidays: readonly string[],
  at: Date,
): boolean {
  if (spans.length === 0) return true;
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return [-3, -2, -1, 0, 1, 2].some((days) => {
    const date = today.add({ days });
    const kind = holidays.includes(date.toString()) ? 'holiday' : date.dayOfWeek;
    return spans.some((span) => {
      if (!span.days.includes(kind)) return false;
      const instantOf = (day: Temporal.PlainDate, time: string) =>
        day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
          .epochMilliseconds;
      const end = span.to > span.from ? date : date.add({ days: 1 });
      return instantOf(date, span.from) <= at.getTime() && at.getTime() < instantOf(end, span.to);
    });
  });
}

function onCallByStepping(facts: ScheduleFacts, at: Date): string[] {
  const holds = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => startsAt <= at && at < endsAt;
  const coverage = facts.coverages
    .filter(holds)
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  const overrides = facts.overrides.filter(
    (one) => holds(one) && (coverage === undefined || one.createdAt > coverage.createdAt),
  );
  let list =
    coverage?.shifts.filter(holds).map(({ contactId }) => contactId) ??
    facts.rotations
      .filter(({ spans }) => appliesByCalendar(spans, facts.timeZone, facts.holidays, at))
      .flatMap((rotation) => onTurnByStepping(rotation, facts.timeZone, at) ?? []);
  for (const { kind, replacedContactId } of overrides)
    if (kind === 'remove') list = list.filter((id) => id !== replacedContactId);
  const before = list;
  list = before.map((id) => {
    const standIn = overrides.findLast((one) => one.kind === 'replace' && one.replacedContactId === id);
    return standIn?.contactId ?? id;
  });
  for (const { kind, contactId } of overrides)
    if (kind === 'add' && contactId !== null) list = [...list, contactId];
  return [...new Set(list)];
}

const minuteOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const span = fc.record({
  days: fc.uniqueArray(fc.constantFrom<WeekSpan['days'][number]>(1, 2, 3, 4, 5, 6, 7, 'holiday'), {
    minLength: 1,
    maxLength: 8,
  }),
  from: minuteOfDay,
  to: minuteOfDay,
});
const someDate = fc
  .tuple(fc.constantFrom(2024, 2026), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day }).toString());
const rotation: fc.Arbitrary<Rotation> = fc.record({
  name: fc.constant('Duty'),
  unit: fc.constantFrom('hour', 'day', 'week', 'month'),
  every: fc.integer({ min: 1, max: 13 }),
  startsAt: fc.tuple(someDate, minuteOfDay).map(([date, time]) => `${date}T${time}`),
  contactIds: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 5 }),
  spans: fc.array(span, { maxLength: 3 }),
});

/** Around the nights on which clocks change, month's ends and leap days, and anywhere else. */
const nights = [
  '2024-02-29',
  '2024-03-31',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...nights), fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 }))
    .map(([night, minutes]) => after(new Date(`${night}T00:00:00Z`), minutes * MINUTE)),
  fc.date({ min: new Date('2024-01-01'), max: new Date('2027-03-01'), noInvalidDate: true }),
);
const factsNear = (at: Date): fc.Arbitrary<ScheduleFacts> => {
  const near = fc.integer({ min: -72, max: 72 }).map((hours) => after(at, hours * HOUR));
  const stretch = fc
    .tuple(near, fc.integer({ min: 1, max: 72 }))
    .map(([startsAt, hours]) => ({ startsAt, endsAt: after(startsAt, hours * HOUR) }));
  const person = fc.constantFrom(...people);
  const createdAt = fc.integer({ min: 0, max: 20 }).map((n) => new Date(n));
  const override = fc
    .tuple(
      fc.constantFrom('add' as const, 'remove' as const, 'replace' as const),
      person,
      person,
      stretch,
      createdAt,
    )
    .map(([kind, one, other, when, made]) => ({
      kind,
      contactId: kind === 'remove' ? null : one,
      replacedContactId: kind === 'add' ? null : other,
      ...when,
      createdAt: made,
    }));
  const shift = fc.tuple(person, stretch).map(([contactId, when]) => ({ contactId, ...when }));
  const coverage = fc
    .tuple(stretch, fc.array(shift, { maxLength: 4 }), createdAt)
    .map(([when, shifts, made]) => ({ ...when, shifts, createdAt: made }));
  const date = near.map((day) => day.toISOString().slice(0, 10));
  return fc.record({
    timeZone: fc.constantFrom(...zones),
    rotations: fc.array(rotation, { maxLength: 3 }),
    overrides: fc.array(override, { maxLength: 4 }),
    // Two of one schedule never overlap.
    coverages: fc.array(coverage, { maxLength: 1 }),
    holidays: fc.array(date, { maxLength: 3 }),
  });
};
const asked = instant.chain((at) => fc.record({ at: fc.constant(at), facts: factsNear(at) }));

it('says the same as stepping from hand-over to hand-over', () => {
  fc.assert(
    fc.property(asked, ({ facts, at }) => {
      expect(onCallAt(facts, at)).toEqual(onCallByStepping(facts, at));
    }),
    { numRuns: 400 },
  );
});

it('walks through the same people as it finds at any instant', () => {
  fc.assert(
    fc.property(asked, fc.array(fc.nat(6 * 24 * 60), { maxLength: 12 }), ({ facts, at }, minutes) => {
      const [from, until] = [after(at, -3 * DAY), after(at, 3 * DAY)];
      const { shifts, gaps } = shiftsBetween(facts, from, until);
      for (const instants of minutes.map((n) => after(from, n * MINUTE)).filter((one) => one < until)) {
        const there = (one: { startsAt: Date; endsAt: Date }) =>
          one.startsAt <= instants && instants < one.endsAt;
        const onCall = onCallAt(facts, instants);
        expect(
          shifts
            .filter(there)
            .map(({ contactId }) => contactId)
            .toSorted(),
        ).toEqual(onCall.toSorted());
        expect(gaps.some(there)).toBe(onCall.length === 0);
      }
    }),
    { numRuns: 300 },
  );
});

it('leaves no instant out: shifts of one person never touch, and every moment is a shift or a gap', () => {
  fc.assert(
    fc.property(asked, ({ facts, at }) => {
      const [from, until] = [at, after(at, 5 * DAY)];
      const segments = segmentsBetween(facts, from, until);
      expect(segments[0]?.startsAt).toBe(from.getTime());
      expect(segments.at(-1)?.endsAt).toBe(until.getTime());
      for (const [n, segment] of segments.entries()) {
        expect(segment.startsAt).toBeLessThan(segment.endsAt);
        if (n > 0) expect(segments[n - 1]?.endsAt).toBe(segment.startsAt);
      }
      const { shifts } = shiftsBetween(facts, from, until);
      for (const person of people) {
        const own = shifts.filter(({ contactId }) => contactId === person);
        for (const [n, shift] of own.entries()) {
          const before = own[n - 1];
          if (before !== undefined) expect(before.endsAt.getTime()).toBeLessThan(shift.startsAt.getTime());
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('knows until when it stays so', () => {
  fc.assert(
    fc.property(asked, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ facts, at }, share) => {
      const { now, until, next } = outlook(facts, at);
      expect(now).toEqual(onCallAt(facts, at));
      const end = until ?? after(at, 31 * DAY);
      const between = new Date(at.getTime() + Math.floor(share * (end.getTime() - at.getTime())));
      expect(onCallAt(facts, between).toSorted()).toEqual(now.toSorted());
      if (until !== null) {
        expect(onCallAt(facts, until)).toEqual(next);
        expect(next.toSorted()).not.toEqual(now.toSorted());
      }
    }),
    { numRuns: 150 },
  );
});
