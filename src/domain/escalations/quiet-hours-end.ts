import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../contacts/model';

/**
 * When the quiet hours end in which an instant lies; null: it lies in none. They begin with `from` and end before `to`, on
 * the wall of `timeZone`; `from` after `to` runs over midnight. A wall time that the clocks skip is as much later as they
 * jump, and one that comes twice counts the first time (Temporal's "compatible"; RFC 5545, section 3.3.5).
 */
export function quietHoursEnd(quietHours: QuietHours | null, timeZone: string, at: Date): Date | null {
  if (quietHours === null) return null;
  const { from, to } = quietHours;
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const instantOf = (day: Temporal.PlainDate, time: string) =>
    day
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  for (const days of [-1, 0]) {
    const day = today.add({ days });
    const begins = instantOf(day, from);
    const ends = instantOf(from < to ? day : day.add({ days: 1 }), to);
    if (begins <= at.getTime() && at.getTime() < ends) return new Date(ends);
  }
  return null;
}
