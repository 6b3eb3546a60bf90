import { Temporal } from 'temporal-polyfill';

/** "2026-11-22": the date on the wall of a time zone at an instant. */
export function localDateOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
