/** "21 November 2026 at 21:45 CET": an instant on the wall clock of a time zone, with its zone. */
export function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** What the wall clock of a time zone shows at an instant: "Sun 29 Mar", "29 Mar 2026", "18:00". */
type WallClock = { weekday: string; date: string; time: string };

export function wallClock(at: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: `${part('weekday')} ${part('day')} ${part('month')}`,
    date: `${part('day')} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** "21:45": an instant on the wall clock of a time zone. */
export function localClock(at: Date, timeZone: string): string {
  return wallClock(at, timeZone).time;
}

/** "Sun 29 Mar, 18:00 (Europe/Berlin)": an instant near to now, as people where that clock hangs read it. */
export function localMoment(at: Date, timeZone: string): string {
  const { weekday, time } = wallClock(at, timeZone);
  return `${weekday}, ${time} (${timeZone})`;
}

/**
 * Reads instants off the wall clock of a time zone: "14:05" on the day of `day`, "30 March, 09:15" on another.
 * One reader for a whole log, because making one costs more than using it.
 */
export function localMoments(timeZone: string, day: Date): (at: Date) => string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' });
  const ownDay = date.format(day);
  return (at) => {
    const its = date.format(at);
    return its === ownDay ? time.format(at) : `${its}, ${time.format(at)}`;
  };
}
