import { Temporal } from 'temporal-polyfill';

/** The dates from the first to the last, both included: "2026-03-28", "2026-03-29". */
export function datesBetween({ from, to }: { from: string; to: string }): string[] {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
  return Array.from({ length: days + 1 }, (_, day) => first.add({ days: day }).toString());
}

/**
 * The instants at which these days begin where the clock of a time zone hangs, and at the end the one at which the day
 * after the last begins. A day lasts 23 or 25 hours where the clocks change on it; it begins at the first instant that
 * bears its date, also where midnight is skipped, and lasts no time at all where the whole day is (Samoa, 30 December 2011).
 */
export function reportDays(span: { from: string; to: string }, timeZone: string): Date[] {
  const after = Temporal.PlainDate.from(span.to).add({ days: 1 }).toString();
  return [...datesBetween(span), after].map(
    (date) => new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds),
  );
}
