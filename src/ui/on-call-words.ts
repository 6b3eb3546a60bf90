import type { Gap, Rotation } from '@/domain/oncall/model';
import { DAY } from '@/kernel/duration';
import { instantOf, wallTimeOf } from './zoned-time';

/** As far as gaps are looked for. */
const DAYS_AHEAD = 31;

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "2026-11-28" as "Sat 28 Nov". */
export function dateWords(date: string): string {
  const parts = day.formatToParts(Date.parse(`${date}T00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}`;
}

/** The date that a wall of the zone shows: "2026-11-28". */
export function dateOf(at: Date, zone: string): string {
  return wallTimeOf(at.toISOString(), zone).slice(0, 10);
}

/** "18:00" on the wall of the zone. */
export function timeOf(at: Date, zone: string): string {
  return wallTimeOf(at.toISOString(), zone).slice(11, 16);
}

/** The first instant of a date on the wall of the zone. */
export function dayStart(date: string, zone: string): Date {
  return new Date(instantOf(`${date}T00:00`, zone)?.instant ?? `${date}T00:00Z`);
}

/** So many days later on the calendar. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** "Sat 28 Nov 18:00": dates and times of schedules are those of the schedule's own wall. */
export function momentWords(at: Date, zone: string): string {
  return `${dateWords(dateOf(at, zone))} ${timeOf(at, zone)}`;
}

/** "Sat 28 Nov 18:00 to Sun 29 Nov 08:00", or "Sat 28 Nov 18:00 to 22:00". */
export function spanWords({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string): string {
  const isOneDay = dateOf(startsAt, zone) === dateOf(endsAt, zone);
  return `${momentWords(startsAt, zone)} to ${isOneDay ? timeOf(endsAt, zone) : momentWords(endsAt, zone)}`;
}

/**
 * "Nobody from Sat 28 Nov 18:00 to Sun 29 Nov 08:00". What ends where the look ahead ends has no end that is known.
 * @param at when it was looked
 */
export function gapWords(gap: Gap, zone: string, at: Date): string {
  const { startsAt, endsAt } = gap;
  const isOpen = endsAt.getTime() - at.getTime() >= DAYS_AHEAD * DAY;
  const isNow = startsAt <= at;
  if (isOpen && isNow) return `Nobody now and in the next ${DAYS_AHEAD} days`;
  if (isOpen)
    return `Nobody from ${momentWords(startsAt, zone)} on, for the rest of the next ${DAYS_AHEAD} days`;
  return isNow ? `Nobody now, until ${momentWords(endsAt, zone)}` : `Nobody from ${spanWords(gap, zone)}`;
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Jana Weiss and Tom Becker". */
export function peopleWords(names: readonly string[]): string {
  return and.format(names);
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

function ordinal(n: number): string {
  const last = n % 10;
  const suffix = n > 3 && n < 21 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${n}${suffix}`;
}

/** "every 2 weeks on Monday at 08:00": when turns of a rotation change. `null` where its first hand-over is no date. */
export function handoverWords({
  unit,
  every,
  startsAt,
}: Pick<Rotation, 'unit' | 'every' | 'startsAt'>): string | null {
  const first = new Date(`${startsAt}Z`);
  if (Number.isNaN(first.getTime()) || !Number.isInteger(every) || every < 1) return null;
  const length = every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
  const time = startsAt.slice(11, 16);
  if (unit === 'hour') return length;
  if (unit === 'day') return `${length} at ${time}`;
  if (unit === 'week') return `${length} on ${weekday.format(first)} at ${time}`;
  const date = first.getUTCDate();
  const short = date > 28 ? ' (on the last day of shorter months)' : '';
  return `${length} on the ${ordinal(date)}${short} at ${time}`;
}
