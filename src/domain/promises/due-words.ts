import { after, DAY } from '../../kernel/duration';
import { wallClock } from '../../kernel/local-time';

/**
 * A deadline as it is said to a caller: "today by 17:00 (Berlin)", "tomorrow by 09:00 (Berlin)", "by Tue 31 Mar, 09:00
 * (Berlin)".
 * @param zone the IANA name of the client's zone: its clocks are meant
 */
export function dueWords(dueAt: Date, now: Date, zone: string): string {
  const due = wallClock(dueAt, zone);
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  if (due.date === wallClock(now, zone).date) return `today by ${due.time} (${place})`;
  if (due.date === nextDate(now, zone)) return `tomorrow by ${due.time} (${place})`;
  return `by ${due.weekday}, ${due.time} (${place})`;
}

/** The calendar day after today's: a day of the clocks, which may last 23 or 25 hours. */
function nextDate(now: Date, zone: string): string {
  const today = wallClock(now, zone).date;
  const later = wallClock(after(now, DAY), zone).date;
  return later === today ? wallClock(after(now, 1.25 * DAY), zone).date : later;
}
