import { Temporal } from 'temporal-polyfill';
import { after, HOUR } from '../../kernel/duration';

/** A caller who wished to be called is called within so long of the matter being settled. */
const WITHIN = 4 * HOUR;

const OPENS = Temporal.PlainTime.from('08:00');
const CLOSES = Temporal.PlainTime.from('20:00');

/**
 * By when a caller is called back whose matter was settled just now: within four hours, between 08:00 and 20:00 on the wall
 * of `timeZone`. What is settled too late in the day is called about by noon of the next. (A wall time that the clocks
 * skip, or that comes twice: Temporal's "compatible".)
 */
export function settledCallbackDueAt(now: Date, timeZone: string): Date {
  const due = after(now, WITHIN);
  const wall = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(timeZone);
  const time = wall.toPlainTime();
  const isIn = Temporal.PlainTime.compare(time, OPENS) >= 0 && Temporal.PlainTime.compare(time, CLOSES) <= 0;
  const begun = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const isBegunIn = Temporal.PlainTime.compare(begun.toPlainTime(), OPENS) >= 0;
  if (isIn && isBegunIn) return due;
  const isBeforeMorning = Temporal.PlainTime.compare(begun.toPlainTime(), OPENS) < 0;
  const day = begun.toPlainDate().add({ days: isBeforeMorning ? 0 : 1 });
  const noon = day.toPlainDateTime(Temporal.PlainTime.from('12:00')).toZonedDateTime(timeZone);
  return new Date(noon.epochMilliseconds);
}
