import type { Override } from './model';

type Changes = Pick<Override, 'contactId' | 'replacedContactId' | 'startsAt' | 'endsAt'>;

/**
 * The first of `others` that cannot stand beside this one: their times overlap, and both add, remove or replace the same
 * person, so that nobody could tell which of the two is meant.
 */
export function overrideConflict<Other extends Changes>(
  asked: Changes,
  others: readonly Other[],
): Other | undefined {
  const people = peopleOf(asked);
  return others.find(
    (other) =>
      other.startsAt < asked.endsAt &&
      asked.startsAt < other.endsAt &&
      peopleOf(other).some((id) => people.includes(id)),
  );
}

function peopleOf({ contactId, replacedContactId }: Changes): string[] {
  return [contactId, replacedContactId].flatMap((id) => id ?? []);
}
