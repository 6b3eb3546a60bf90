import type { Override, Shift } from './model';

type Leaving = { contactId: string; standInId: string | null };
type People = Pick<Override, 'kind' | 'contactId' | 'replacedContactId'>;

/** An override once somebody is no contact any more; null: it says nothing any more. */
export function overrideWithout<Change extends People>(
  change: Change,
  { contactId, standInId }: Leaving,
): Change | null {
  const { contactId: whoIs, replacedContactId: whoIsNot } = change;
  if (whoIs !== contactId && whoIsNot !== contactId) return change;
  if (standInId === null) return null;
  const [next, replaced] = [whoIs, whoIsNot].map((id) => (id === contactId ? standInId : id));
  // Whoever stood in for the stand-in: they are on call themselves.
  if (next !== null && next === replaced) return null;
  return { ...change, contactId: next ?? null, replacedContactId: replaced ?? null };
}

/** The shifts of a coverage likewise. */
export function shiftsWithout(shifts: readonly Shift[], { contactId, standInId }: Leaving): Shift[] {
  return shifts.flatMap((shift) => {
    if (shift.contactId !== contactId) return [shift];
    return standInId === null ? [] : [{ ...shift, contactId: standInId }];
  });
}
