import { after, HOUR } from '../../kernel/duration';
import { wallClock } from '../../kernel/local-time';
import { callingHours, type Callback } from './model';

/**
 * Whether somebody may be rung up where that clock hangs: from 08:00 until before 20:00.
 * @param timeZone an IANA name: where the person to be called lives
 */
export function isInCallingHours(at: Date, timeZone: string): boolean {
  const { time } = wallClock(at, timeZone);
  return time >= callingHours.from && time < callingHours.to;
}

/** Whether it is night where the caller lives, and there is a morning before the deadline, or the deadline has passed. */
export function waitsForMorning(
  { dueAt, callerTimeZone }: Pick<Callback, 'dueAt' | 'callerTimeZone'>,
  now: Date,
): boolean {
  if (isInCallingHours(now, callerTimeZone)) return false;
  // No night is longer than twelve hours by the clock; where the clocks go back in it, by one more.
  return dueAt <= now || dueAt > after(now, 13 * HOUR) || isInCallingHours(dueAt, callerTimeZone);
}
