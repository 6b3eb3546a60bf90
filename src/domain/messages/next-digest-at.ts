import { Temporal } from 'temporal-polyfill';

/**
 * When the next digest goes out: the first of the client's wall times after `now`, in its time zone; null where there
 * are none. A wall time that the clocks skip that night is as much later as they jump (02:30 becomes 03:30); one that
 * comes twice counts the first time only. That is Temporal's "compatible", and the rule of RFC 5545, section 3.3.5.
 * @param digestTimes such as "12:00"
 * @param timeZone an IANA name
 */
export function nextDigestAt(digestTimes: readonly string[], timeZone: string, now: Date): Date | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  // The day before and two after: clocks that move around midnight carry a wall time into another day.
  const found = [-1, 0, 1, 2].flatMap((days) =>
    digestTimes.map((time) => instantOf(today.add({ days }), time, timeZone)),
  );
  const later = found.filter((at) => at > now.getTime());
  return later.length === 0 ? null : new Date(Math.min(...later));
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  return day.toPlainDateTime(plainTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}
