import { after, DAY } from '../../kernel/duration';

type Clock = { day: string; time: string; date: string };

function clockIn(at: Date, zone: string): Clock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('day')} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
    date: `${part('weekday')} ${part('day')} ${part('month')}`,
  };
}

/**
 * A deadline as it is said to a caller: "today by 17:00 (Berlin)", "tomorrow by 09:00 (Berlin)", "by Tue 31 Mar, 09:00
 * (Berlin)".
 * @param zone the IANA name of the client's zone: its clocks are meant
 */
export function dueWords(dueAt: Date, now: Date, zone: string): string {
  const due = clockIn(dueAt, zone);
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  if (due.day === clockIn(now, zone).day) return `today by ${due.time} (${place})`;
  if (due.day === nextDay(now, zone)) return `tomorrow by ${due.time} (${place})`;
  return `by ${due.date}, ${due.time} (${place})`;
}

/** The calendar day after today's: a day of the clocks, which may last 23 or 25 hours. */
function nextDay(now: Date, zone: string): string {
  const today = clockIn(now, zone).day;
  const later = clockIn(after(now, DAY), zone).day;
  return later === today ? clockIn(after(now, 1.25 * DAY), zone).day : later;
}
