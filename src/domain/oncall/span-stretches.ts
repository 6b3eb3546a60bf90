import { DAY, HOUR, MINUTE } from '../../kernel/duration';
import type { DayKind, WeekSpan } from './model';
import type { ZoneClock } from './zone-clock';

/** From an instant to another, the second excluded; milliseconds since 1970. */
type Stretch = { startsAt: number; endsAt: number };

/**
 * When spans of the week apply, as far as that touches the time from `from` to `until`. Each begins on its days at
 * `from` and ends at the next `to`, also over midnight; from = to is a whole day. On a date of `holidays` only spans that
 * name `holiday` begin; what began the day before runs to its end.
 */
export function spanStretches(
  spans: readonly WeekSpan[],
  clock: ZoneClock,
  holidays: ReadonlySet<string>,
  from: number,
  until: number,
): Stretch[] {
  const found: Stretch[] = [];
  // Days before and one after: a span may last a day, and clocks that move around midnight carry a wall time into another day.
  const lastDay = midnight(clock.toWall(until)) + DAY;
  for (let day = midnight(clock.toWall(from)) - 2 * DAY; day <= lastDay; day += DAY) {
    const kind = kindOf(day, holidays);
    for (const span of spans) {
      if (!span.days.includes(kind)) continue;
      const begin = timeOf(span.from);
      const end = timeOf(span.to);
      const startsAt = clock.toInstant(day + begin);
      const endsAt = clock.toInstant(day + end + (end <= begin ? DAY : 0));
      if (startsAt < endsAt && endsAt > from && startsAt <= until) found.push({ startsAt, endsAt });
    }
  }
  return found;
}

function midnight(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}

function kindOf(day: number, holidays: ReadonlySet<string>): DayKind {
  const date = new Date(day);
  if (holidays.size > 0 && holidays.has(date.toISOString().slice(0, 10))) return 'holiday';
  return date.getUTCDay() === 0 ? 7 : date.getUTCDay();
}

function timeOf(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
}
