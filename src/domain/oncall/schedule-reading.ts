import type { Override, Rotation, ScheduleFacts } from './model';
import { rotationTurns, type Turns } from './rotation-turns';
import { spanStretches } from './span-stretches';
import { zoneClock } from './zone-clock';

/** A schedule made ready to be asked about the time from one instant to another; milliseconds since 1970. */
export type ScheduleReading = {
  peopleAt(instant: number): string[];
  /** Every instant after the first and before the last at which somebody else may be on call, by time. */
  changes(): number[];
};

type Reader = { turns: Turns; rotation: Rotation; stretches: { startsAt: number; endsAt: number }[] | null };

/** The one reading of the rules; what they are is told at `onCallAt`. */
export function scheduleReading(facts: ScheduleFacts, from: number, until: number): ScheduleReading {
  const clock = zoneClock(facts.timeZone, from, until);
  const holidays = new Set(facts.holidays);
  const readers = facts.rotations.map((rotation): Reader => {
    const { spans } = rotation;
    const stretches = spans.length === 0 ? null : spanStretches(spans, clock, holidays, from, until);
    return { rotation, turns: rotationTurns(rotation, clock), stretches };
  });
  return {
    peopleAt(instant) {
      const coverage = facts.coverages
        .filter((one) => isWithin(instant, one))
        .reduce<Coverage | undefined>((last, one) => (isLater(one, last) ? one : last), undefined);
      const inForce = facts.overrides.filter((one) => isWithin(instant, one) && isLater(one, coverage));
      const planned =
        coverage === undefined
          ? readers.flatMap((reader) => onTurn(reader, instant))
          : coverage.shifts.flatMap((shift) => (isWithin(instant, shift) ? [shift.contactId] : []));
      return withOverrides(planned, inForce);
    },
    changes() {
      const found = new Set<number>();
      const add = (instant: number) => {
        if (instant > from && instant < until) found.add(instant);
      };
      const addEnds = (span: Span) => [span.startsAt, span.endsAt].forEach((at) => add(Number(at)));
      facts.overrides.forEach(addEnds);
      for (const coverage of facts.coverages) [coverage, ...coverage.shifts].forEach(addEnds);
      for (const { stretches, turns, rotation } of readers) {
        stretches?.forEach(addEnds);
        // One person alone hands over to nobody.
        const last = rotation.contactIds.length === 1 ? 0 : Number.POSITIVE_INFINITY;
        for (let n = Math.max(0, turns.numberAt(from)); n <= last && turns.startOf(n) < until; n += 1) {
          add(turns.startOf(n));
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

type Coverage = ScheduleFacts['coverages'][number];
type Span = { startsAt: Date | number; endsAt: Date | number };
type InForce = Pick<Override, 'kind' | 'contactId' | 'replacedContactId'>;

function isWithin(instant: number, { startsAt, endsAt }: Span): boolean {
  return Number(startsAt) <= instant && instant < Number(endsAt);
}

function isLater(one: { createdAt: Date }, other: { createdAt: Date } | undefined): boolean {
  return other === undefined || one.createdAt > other.createdAt;
}

function onTurn({ turns, stretches }: Reader, instant: number): string[] {
  if (stretches?.some((stretch) => isWithin(instant, stretch)) === false) return [];
  const number = turns.numberAt(instant);
  const whose = number < 0 ? undefined : turns.whose(number);
  return whose === undefined ? [] : [whose];
}

/** Removes, then replaces, then adds; each person once, in the order in which the rotations name them. */
function withOverrides(planned: readonly string[], inForce: readonly InForce[]): string[] {
  const of = (kind: InForce['kind']) => inForce.filter((override) => override.kind === kind);
  const removed = of('remove').map(({ replacedContactId }) => replacedContactId);
  const standIns = new Map(
    of('replace').map(({ contactId, replacedContactId }) => [replacedContactId, contactId]),
  );
  const kept = planned.filter((id) => !removed.includes(id)).map((id) => standIns.get(id) ?? id);
  const added = of('add').flatMap(({ contactId }) => contactId ?? []);
  return [...new Set([...kept, ...added])];
}
