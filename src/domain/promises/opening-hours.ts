import { Temporal } from 'temporal-polyfill';
import type { BusinessHours } from '../clients/model';

/**
 * When people of a company work, by the walls of its zone. Without spans every day is whole, but for the holidays. A wall
 * time that the clocks skip is as much later as they jump, and one that comes twice counts the first time (Temporal's
 * "compatible"; RFC 5545, section 3.3.5): so a span of a night may be an hour shorter or longer than it says.
 */
export type OpeningHours = {
  /** IANA name */
  timeZone: string;
  spans: BusinessHours | null;
  /** Dates such as 2026-12-25: closed. */
  holidays: readonly string[];
};

type Span = { opensAt: number; closesAt: number };

/** The days around an instant that are looked through: a promise is given at most 90 days ahead. */
const MOST_DAYS = 100;

export function isOpenAt(hours: OpeningHours, at: Date): boolean {
  return spansOf(hours, localDay(hours, at)).some(
    ({ opensAt, closesAt }) => opensAt <= at.getTime() && at.getTime() < closesAt,
  );
}

/**
 * The last stretch of work that begins before an instant and ends after another one; null: there is none.
 * @returns its beginning and its end, the latter not after `before`
 */
export function lastSpanBefore(
  hours: OpeningHours,
  before: Date,
  notBefore: Date,
): { opensAt: Date; closesAt: Date } | null {
  let day = localDay(hours, before);
  const first = localDay(hours, notBefore);
  for (let n = 0; n < MOST_DAYS && Temporal.PlainDate.compare(day, first) >= 0; n += 1) {
    const span = spansOf(hours, day).findLast(
      ({ opensAt, closesAt }) => opensAt < before.getTime() && closesAt > notBefore.getTime(),
    );
    if (span !== undefined) {
      const closesAt = Math.min(span.closesAt, before.getTime());
      return { opensAt: new Date(span.opensAt), closesAt: new Date(closesAt) };
    }
    day = day.subtract({ days: 1 });
  }
  return null;
}

/** When work begins next, after an instant and before another one; null: not until then. */
export function nextOpeningAt(hours: OpeningHours, after: Date, until: Date): Date | null {
  let day = localDay(hours, after);
  const last = localDay(hours, until);
  for (let n = 0; n < MOST_DAYS && Temporal.PlainDate.compare(day, last) <= 0; n += 1) {
    const span = spansOf(hours, day).find(({ opensAt }) => opensAt > after.getTime());
    if (span !== undefined) return span.opensAt < until.getTime() ? new Date(span.opensAt) : null;
    day = day.add({ days: 1 });
  }
  return null;
}

function localDay({ timeZone }: OpeningHours, at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The stretches of one calendar day, the earliest first. `to` 00:00 is the end of the day. */
function spansOf({ timeZone, spans, holidays }: OpeningHours, day: Temporal.PlainDate): Span[] {
  if (holidays.includes(day.toString())) return [];
  const instantOf = (date: Temporal.PlainDate, time: string) =>
    date
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  const own = spans?.filter((span) => span.day === day.dayOfWeek) ?? [{ from: '00:00', to: '00:00' }];
  return own
    .map(({ from, to }) => ({
      opensAt: instantOf(day, from),
      closesAt: to === '00:00' ? instantOf(day.add({ days: 1 }), to) : instantOf(day, to),
    }))
    .filter(({ opensAt, closesAt }) => opensAt < closesAt)
    .sort((a, b) => a.opensAt - b.opensAt);
}
