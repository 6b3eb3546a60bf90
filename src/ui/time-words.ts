import { DAY, inWords, MINUTE, SECOND } from '@/kernel/duration';

function dayOf(at: Date, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(at);
}

/** "14:02", or "28 Mar, 14:02" when that is not today in the zone. `zone` is an IANA name; undefined: this computer's. */
export function clockWords(at: Date, now: Date, zone?: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at);
  if (dayOf(at, zone) === dayOf(now, zone)) return time;
  const isFar = Math.abs(at.getTime() - now.getTime()) > 300 * DAY;
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isFar ? { year: 'numeric' as const } : {}),
    timeZone: zone,
  }).format(at);
  return `${day}, ${time}`;
}

/** "28 Mar, 14:02 Berlin": whole in itself, for readers whose own clock and zone are not known. */
export function datedWords(at: Date, zone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return `${words.format(at)} ${zonePlace(zone)}`;
}

/** "3 min ago", "in 2 h", "just now". */
export function relativeWords(at: Date, now: Date): string {
  const span = now.getTime() - at.getTime();
  // Clocks of two machines differ by seconds: what is barely ahead has just happened.
  if (Math.abs(span) < MINUTE) return span > -15 * SECOND ? 'just now' : 'in under a minute';
  return span > 0 ? `${inWords(span)} ago` : `in ${inWords(-span)}`;
}

/** Whether the two zones show different wall clocks at this instant. */
export function clocksDiffer(at: Date, one: string, other: string): boolean {
  const wall = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at);
  return one !== other && wall(one) !== wall(other);
}

/** "Berlin" for Europe/Berlin: enough to tell two clocks apart. */
export function zonePlace(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** "0:07", "12:30", "1:02:03" since `from`. */
export function timerWords(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
