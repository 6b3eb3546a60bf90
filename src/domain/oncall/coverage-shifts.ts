import type { Problem } from '../../kernel/errors';
import type { Shift } from './model';

type Window = { startsAt: Date; endsAt: Date };

/** What is wrong with the shifts of a coverage; none: nothing. @param known contacts of the schedule's client */
export function shiftProblems(
  window: Window,
  shifts: readonly Shift[],
  known: ReadonlySet<string>,
): Problem[] {
  return shifts.flatMap(({ contactId, startsAt, endsAt }, n) => {
    const field = `shifts.${n}`;
    if (!known.has(contactId))
      return [{ field: `${field}.contactId`, words: 'Choose a contact of this client.' }];
    if (endsAt <= startsAt) return [{ field: `${field}.endsAt`, words: 'It has to end after it begins.' }];
    if (startsAt < window.startsAt || endsAt > window.endsAt) {
      return [{ field: `${field}.startsAt`, words: 'A shift lies within the time of the coverage.' }];
    }
    return [];
  });
}

/** What of the shifts lies in a window. */
export function shiftsWithin(window: Window, shifts: readonly Shift[]): Shift[] {
  return shifts.flatMap(({ contactId, ...shift }) => {
    const startsAt = shift.startsAt < window.startsAt ? window.startsAt : shift.startsAt;
    const endsAt = shift.endsAt > window.endsAt ? window.endsAt : shift.endsAt;
    return startsAt < endsAt ? [{ contactId, startsAt, endsAt }] : [];
  });
}
