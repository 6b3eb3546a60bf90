import { DAY, HOUR } from '../../kernel/duration';
import type { Rotation } from './model';
import type { Wall, ZoneClock } from './zone-clock';

/** The turns of one rotation, counted from 0 at its first hand-over. Instants are milliseconds since 1970. */
export type Turns = {
  /** -1 before the first one. */
  numberAt(instant: number): number;
  startOf(number: number): number;
  whose(number: number): string | undefined;
};

/** About so long; only to guess a number, which is then put right. */
const lengths = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30.436875 * DAY };

/**
 * Hours are elapsed time from the first hand-over, so that no turn is longer or shorter when the clocks change. Days,
 * weeks and months hand over at a wall time; months that are too short for the day of the first one, on their last day.
 */
export function rotationTurns(rotation: Rotation, clock: ZoneClock): Turns {
  const { unit, every, contactIds } = rotation;
  const firstWall = Date.parse(`${rotation.startsAt}Z`);
  const first = clock.toInstant(firstWall);
  const length = lengths[unit] * every;

  function startOf(number: number): number {
    if (number === 0) return first;
    if (unit === 'hour') return first + number * length;
    return clock.toInstant(
      unit === 'month' ? monthsLater(firstWall, number * every) : firstWall + number * length,
    );
  }

  return {
    startOf,
    numberAt(instant) {
      if (instant < first) return -1;
      let number = Math.floor((instant - first) / length);
      while (startOf(number) > instant) number -= 1;
      while (startOf(number + 1) <= instant) number += 1;
      return number;
    },
    whose: (number) => contactIds[number % contactIds.length],
  };
}

function monthsLater(wall: Wall, months: number): Wall {
  const at = new Date(wall);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(at.getUTCDate(), lastDay);
  return Date.UTC(year, month, day, at.getUTCHours(), at.getUTCMinutes());
}
