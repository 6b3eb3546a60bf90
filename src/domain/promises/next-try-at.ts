import { Temporal } from 'temporal-polyfill';
import { after, MINUTE } from '../../kernel/duration';
import { isInCallingHours } from './calling-hours';
import { callingHours, type TryOutcome } from './model';

export type TryInVain = {
  /** How often nobody was reached, this time included. */
  tries: number;
  outcome: Extract<TryOutcome, 'voicemail' | 'no_answer'>;
  dueAt: Date;
  now: Date;
  /** Where the caller lives, an IANA name. */
  timeZone: string;
};

/**
 * When a caller who was not reached is called again: after 10 minutes (after a voicemail 30: they may call back), then
 * 30, then an hour, then every two; not past the deadline while it lies ahead, and within calling hours where they
 * live, unless none of those are left before the deadline.
 */
export function nextTryAt({ tries, outcome, dueAt, now, timeZone }: TryInVain): Date {
  const later = after(now, waitMinutes(tries, outcome) * MINUTE);
  const isAhead = dueAt > now;
  const wanted = isAhead && dueAt < later ? dueAt : later;
  const opening = nextOpening(wanted, timeZone);
  return isAhead && opening > dueAt ? wanted : opening;
}

function waitMinutes(tries: number, outcome: TryInVain['outcome']): number {
  const wait = [10, 30, 60][tries - 1] ?? 120;
  return outcome === 'voicemail' ? Math.max(wait, 30) : wait;
}

/** The instant itself, where people may be rung up, else the next morning's first. */
function nextOpening(at: Date, timeZone: string): Date {
  if (isInCallingHours(at, timeZone)) return at;
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const opening = Temporal.PlainTime.from(callingHours.from);
  const mornings = [0, 1, 2].map(
    (days) =>
      today.add({ days }).toPlainDateTime(opening).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
        .epochMilliseconds,
  );
  return new Date(mornings.find((morning) => morning > at.getTime()) ?? at.getTime());
}
