import { Temporal } from 'temporal-polyfill';
import type { ResultPeriod } from './model';

export type Period = { from: string; to: string; startsAt: Date; endsAt: Date };

/**
 * The weeks (from Monday) or months of a time, both days included, by the clock of a time zone. The first and the last
 * end where the time does; a day is as long as it is there.
 */
export function periodsOf(
  { from, to, by }: { from: string; to: string; by: ResultPeriod },
  timeZone: string,
): Period[] {
  const last = Temporal.PlainDate.from(to);
  const begins = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  const periods: Period[] = [];
  let first = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(first, last) <= 0) {
    const next =
      by === 'week' ? first.add({ days: 8 - first.dayOfWeek }) : first.with({ day: 1 }).add({ months: 1 });
    const after = Temporal.PlainDate.compare(next, last) > 0 ? last.add({ days: 1 }) : next;
    periods.push({
      from: first.toString(),
      to: after.subtract({ days: 1 }).toString(),
      startsAt: begins(first),
      endsAt: begins(after),
    });
    first = after;
  }
  return periods;
}
