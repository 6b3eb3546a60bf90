import type { Gap, ScheduleFacts, Shift } from './model';
import { scheduleReading } from './schedule-reading';

/** The same people from an instant to another, the second excluded; milliseconds since 1970. */
type Segment = { startsAt: number; endsAt: number; people: string[] };

/** The time from `from` to `until`, cut wherever somebody else may be on call. */
export function segmentsBetween(facts: ScheduleFacts, from: Date, until: Date): Segment[] {
  const [start, end] = [from.getTime(), until.getTime()];
  if (start >= end) return [];
  const reading = scheduleReading(facts, start, end);
  const points = [start, ...reading.changes()];
  return points.map((startsAt, n) => ({
    startsAt,
    endsAt: points[n + 1] ?? end,
    people: reading.peopleAt(startsAt),
  }));
}

/**
 * Who is on call when, from `from` to `until`: each person's shifts without a break, by their beginning, and the gaps in
 * which nobody is. What reaches beyond is cut off there.
 */
export function shiftsBetween(
  facts: ScheduleFacts,
  from: Date,
  until: Date,
): { shifts: Shift[]; gaps: Gap[] } {
  const segments = segmentsBetween(facts, from, until);
  const shifts = joined(segments.map((segment) => ({ ...segment, keys: segment.people })));
  return {
    shifts: shifts.map(({ key, ...shift }) => ({ contactId: key, ...shift })),
    gaps: gapsOf(segments),
  };
}

/** When nobody is on call. */
export function gapsOf(segments: readonly Segment[]): Gap[] {
  const empty = segments.map((segment) => ({ ...segment, keys: segment.people.length === 0 ? [''] : [] }));
  return joined(empty).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
}

/** What has the same key in one segment after the other is one; by their beginning. */
export function joined(
  segments: readonly { startsAt: number; endsAt: number; keys: readonly string[] }[],
): { key: string; startsAt: Date; endsAt: Date }[] {
  const found: { key: string; startsAt: number; endsAt: number }[] = [];
  let open = new Map<string, { key: string; startsAt: number; endsAt: number }>();
  for (const { startsAt, endsAt, keys } of segments) {
    const still: typeof open = new Map();
    for (const key of keys) {
      const one = open.get(key) ?? { key, startsAt, endsAt };
      if (!open.has(key)) found.push(one);
      one.endsAt = endsAt;
      still.set(key, one);
    }
    open = still;
  }
  return found.map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) }));
}
