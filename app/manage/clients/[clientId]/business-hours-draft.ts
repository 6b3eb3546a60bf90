import type { BusinessHours } from '@/domain/clients/model';

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** What stands in the seven fields, Monday first: "09:00–12:00, 13:00–17:00", or '' for a day off. */
export type HoursText = readonly string[];

export function hoursText(hours: BusinessHours | null): HoursText {
  return weekdays.map((_, at) =>
    (hours ?? [])
      .filter(({ day }) => day === at + 1)
      .map(({ from, to }) => `${from}–${to === '00:00' ? '24:00' : to}`)
      .sort()
      .join(', '),
  );
}

export type ReadHours = { hours: BusinessHours; problems: { field: string; words: string }[] };

const SPAN = /^(\d{1,2})(?::(\d{2}))?\s*[–—-]\s*(\d{1,2})(?::(\d{2}))?$/;

/** The spans that the fields name; what cannot be read is a problem of its day (`hours.0` is Monday). */
export function readHours(text: HoursText): ReadHours {
  const read: ReadHours = { hours: [], problems: [] };
  text.forEach((words, at) => {
    const spans = words.split(/[,;]/).filter((part) => part.trim() !== '');
    const found = spans.map((part) => readSpan(part.trim()));
    const problem = found.some((span) => span === null)
      ? 'Write hours such as 09:00–17:00, or nothing for a day off.'
      : found.some((span) => span !== null && span.to !== '00:00' && span.from >= span.to)
        ? 'Each span must end after it begins. A night belongs to two days: 22:00–24:00 and 00:00–06:00.'
        : spans.length > 3
          ? 'A day has at most three spans.'
          : null;
    if (problem !== null) read.problems.push({ field: `hours.${at}`, words: problem });
    else read.hours.push(...found.filter((span) => span !== null).map((span) => ({ ...span, day: at + 1 })));
  });
  return read;
}

function readSpan(part: string): { from: string; to: string } | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = SPAN.exec(part) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  if (from >= '24:00' || to > '24:00' || fromMinute >= '60' || toMinute >= '60') return null;
  return { from, to: to === '24:00' ? '00:00' : to };
}
