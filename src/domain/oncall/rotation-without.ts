import type { Rotation } from './model';
import { rotationTurns } from './rotation-turns';
import { zoneClock } from './zone-clock';

/**
 * A rotation once somebody is no contact any more. A stand-in takes over every one of their turns. Without one the others
 * follow each other as before: whoever has the turn now keeps it until the next hand-over, and the turn of the one who
 * leaves goes to whoever comes next. Null: nobody is left.
 */
export function rotationWithout(
  rotation: Rotation,
  { contactId, standInId }: { contactId: string; standInId: string | null },
  timeZone: string,
  now: Date,
): Rotation | null {
  const { contactIds } = rotation;
  if (!contactIds.includes(contactId)) return rotation;
  if (standInId !== null) {
    const replaced = contactIds.map((id) => (id === contactId ? standInId : id));
    const isAlone = replaced.every((id) => id === standInId);
    return { ...rotation, contactIds: isAlone ? [standInId] : replaced };
  }
  const others = contactIds.filter((id) => id !== contactId);
  if (others.length === 0) return null;
  const instant = now.getTime();
  const turn = rotationTurns(rotation, zoneClock(timeZone, instant, instant)).numberAt(instant);
  if (turn < 0) return { ...rotation, contactIds: others };

  // The number of the turn stays what it is; so the others are put where that number finds whom it should find.
  const place = turn % contactIds.length;
  const after = [...contactIds.keys()].map((n) => (place + n) % contactIds.length);
  const heir = after.find((n) => contactIds[n] !== contactId) ?? 0;
  const first = contactIds.slice(0, heir).filter((id) => id !== contactId).length;
  const shift = first - (turn % others.length) + others.length;
  const turned = others.map((_, n) => others[(n + shift) % others.length] ?? '');
  return { ...rotation, contactIds: turned };
}
