import { Temporal } from 'temporal-polyfill';
import { DAY } from '../../kernel/duration';

/** What a wall clock shows, as the milliseconds that UTC would show the same at: 2026-03-29T02:30 on any wall is one number. */
export type Wall = number;

export type ZoneClock = {
  /**
   * The instant at which the wall shows this time. A time that the clocks skip is as much later as they jump (02:30
   * becomes 03:30, and 02:00 the very moment of the jump); one that comes twice counts the first time. That is Temporal's
   * "compatible", and the rule of RFC 5545, section 3.3.5.
   */
  toInstant(wall: Wall): number;
  toWall(instant: number): Wall;
};

type Stretch = { startsAt: number; endsAt: number; offset: number };

const MARGIN = 5 * DAY;
const NANOSECONDS = 1_000_000;

/**
 * The wall clock of a time zone. Quick around the instants between `from` and `until`, right everywhere.
 * @param from milliseconds since 1970, as all instants here
 */
export function zoneClock(timeZone: string, from: number, until: number): ZoneClock {
  const stretches = stretchesOf(timeZone, from - MARGIN, until + MARGIN);
  const slow = (wall: Wall) => slowInstant(timeZone, wall);
  return {
    toInstant(wall) {
      // At the ends of what was looked up somebody else has to say: walls are less than a day off UTC.
      if (wall < from - MARGIN + DAY || wall > until + MARGIN - DAY) return slow(wall);
      const shown = stretches.find(
        ({ startsAt, endsAt, offset }) => wall - offset >= startsAt && wall - offset < endsAt,
      );
      if (shown !== undefined) return wall - shown.offset;
      // Skipped: counted on the clock that hung there before the jump.
      const before = stretches.findLast(({ endsAt, offset }) => wall - offset >= endsAt);
      return before === undefined ? slow(wall) : wall - before.offset;
    },
    toWall(instant) {
      const at = stretches.find(({ startsAt, endsAt }) => instant >= startsAt && instant < endsAt);
      return instant + (at?.offset ?? offsetAt(zoned(timeZone, instant)));
    },
  };
}

/** From one change of the clocks to the next. */
function stretchesOf(timeZone: string, from: number, until: number): Stretch[] {
  const found: Stretch[] = [];
  let start = zoned(timeZone, from);
  while (start.epochMilliseconds < until) {
    const change = start.getTimeZoneTransition('next');
    const isBeyond = change === null || change.epochMilliseconds >= until;
    const endsAt = isBeyond ? until : change.epochMilliseconds;
    found.push({ startsAt: start.epochMilliseconds, endsAt, offset: offsetAt(start) });
    if (isBeyond) return found;
    start = change;
  }
  return found;
}

function zoned(timeZone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

function offsetAt(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / NANOSECONDS;
}

function slowInstant(timeZone: string, wall: Wall): number {
  return zoned('UTC', wall).toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}
