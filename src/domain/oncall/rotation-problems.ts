import type { Problem } from '../../kernel/errors';
import type { Rotation } from './model';

/** What is wrong with rotations besides their shape; none: nothing. @param known contacts of the schedule's client */
export function rotationProblems(rotations: readonly Rotation[], known: ReadonlySet<string>): Problem[] {
  return rotations.flatMap(({ startsAt, contactIds }, n) => {
    const isDay = !Number.isNaN(Date.parse(`${startsAt}Z`)) && isWritten(startsAt);
    const strangers = contactIds.flatMap((id, position) =>
      known.has(id)
        ? []
        : [{ field: `rotations.${n}.contactIds.${position}`, words: 'Choose contacts of this client.' }],
    );
    return isDay
      ? strangers
      : [{ field: `rotations.${n}.startsAt`, words: 'There is no such day.' }, ...strangers];
  });
}

/** JavaScript takes 31 February for 3 March. */
function isWritten(startsAt: string): boolean {
  return new Date(`${startsAt}Z`).toISOString().startsWith(startsAt);
}
