/*
 * Wall time of a place and instants, by the time zone rules that the browser itself carries.
 * A wall time is the text of a `datetime-local` field: "2026-03-29T18:00", seconds only where there are any.
 */

const DAY = 86_400_000;

/** `twice`: the clocks went back over it, the earlier instant was taken. `missing`: they went forward over it. */
export type ClockReading = { instant: string; reading: 'once' | 'twice' | 'missing' };

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** What the clock shows at an instant, as milliseconds of a clock that runs in UTC. */
function clockFace(at: number, timeZone: string): number {
  const shown = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? '00';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`);
}

function offsetAt(at: number, timeZone: string): number {
  return clockFace(at, timeZone) - Math.floor(at / 1000) * 1000;
}

/** The text of a `datetime-local` field that shows `instant` (RFC 3339) in `timeZone`. */
export function wallTimeOf(instant: string, timeZone: string): string {
  const text = new Date(clockFace(Date.parse(instant), timeZone)).toISOString().slice(0, 19);
  return text.endsWith(':00') ? text.slice(0, 16) : text;
}

/**
 * The instant at which the clocks of `timeZone` show `wallTime`; null where the text is no date and time.
 * An hour that happens twice gives its first pass; one that is skipped moves on by the length of the jump
 * (02:30 becomes 03:30), which is the rule of RFC 5545, section 3.3.5, and of Temporal's "compatible".
 */
export function instantOf(wallTime: string, timeZone: string): ClockReading | null {
  const face = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(face)) return null;
  const before = offsetAt(face - DAY, timeZone);
  const offsets = new Set([before, offsetAt(face + DAY, timeZone)]);
  const found = [...offsets]
    .filter((offset) => offsetAt(face - offset, timeZone) === offset)
    .map((offset) => face - offset)
    .sort((a, b) => a - b);
  const [first] = found;
  if (first === undefined) return { instant: new Date(face - before).toISOString(), reading: 'missing' };
  return { instant: new Date(first).toISOString(), reading: found.length > 1 ? 'twice' : 'once' };
}
