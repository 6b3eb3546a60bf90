import { DAY } from '@/kernel/duration';
import { dateOf, dayStart, daysLater } from './on-call-words';

/** So many weeks a calendar shows, from a Monday on. */
export const WEEKS_SHOWN = 4;
export const DAYS_SHOWN = WEEKS_SHOWN * 7;

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return daysLater(date, -((weekday + 6) % 7));
}

/** The Monday from which a calendar shows: the one that the address names, or this week's. */
export function firstShown(week: string | null, now: Date, zone: string): string {
  const isDate =
    week !== null && /^\d{4}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(`${week}T00:00Z`));
  return mondayOf(isDate ? week : dateOf(now, zone));
}

/** From the first instant of a date to the last of those shown. */
export function shownSpan(firstDate: string, zone: string): { from: string; to: string } {
  return {
    from: dayStart(firstDate, zone).toISOString(),
    to: dayStart(daysLater(firstDate, DAYS_SHOWN), zone).toISOString(),
  };
}

/** "Week 48": ISO 8601, the week that holds the year's first Thursday is the first. */
export function weekNumber(monday: string): number {
  const thursday = daysLater(monday, 3);
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00Z`) - newYear) / DAY / 7) + 1;
}
