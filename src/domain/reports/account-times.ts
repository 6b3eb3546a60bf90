import { Temporal } from 'temporal-polyfill';
import type { Cadence } from './model';

/** When somebody is given an account: a wall time of a zone, each day or each week. */
export type AccountTimes = {
  cadence: Cadence;
  /** 1 Monday to 7 Sunday; of weekly ones. */
  weekday: number | null;
  /** Such as 18:00. */
  time: string;
  /** IANA name */
  timeZone: string;
};

/**
 * The first of these times after `now`. A wall time that the clocks skip that night is as much later as they jump; one
 * that comes twice counts the first time only (RFC 5545, section 3.3.5), so that each day has one account and no two
 * accounts tell of the same hour.
 */
export function nextAccountAt(times: AccountTimes, now: Date): Date {
  const later = accountsAround(times, now).filter((at) => at > now.getTime());
  return new Date(Math.min(...later));
}

/** The last of these times that is not after `now`. */
export function lastAccountAt(times: AccountTimes, now: Date): Date {
  const gone = accountsAround(times, now).filter((at) => at <= now.getTime());
  return new Date(Math.max(...gone));
}

/** Two days more than needed: clocks that move around midnight carry a wall time into another day. */
const daysAround: Record<Cadence, number> = { daily: 2, weekly: 9 };

function accountsAround({ cadence, weekday, time, timeZone }: AccountTimes, now: Date): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const wallTime = Temporal.PlainTime.from(time);
  const days = daysAround[cadence];
  return Array.from({ length: 2 * days + 1 }, (_, n) => today.add({ days: n - days }))
    .filter(({ dayOfWeek }) => cadence === 'daily' || dayOfWeek === weekday)
    .map(
      (day) =>
        day.toPlainDateTime(wallTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
          .epochMilliseconds,
    );
}
