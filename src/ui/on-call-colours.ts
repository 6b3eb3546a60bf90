import type { Rotation } from '@/domain/oncall/model';

/** A soft ground and a strong edge, light and dark. Red is left to gaps; the name always stands beside the colour. */
const colours = [
  'bg-sky-100 border-l-sky-700 dark:bg-sky-950 dark:border-l-sky-400',
  'bg-violet-100 border-l-violet-700 dark:bg-violet-950 dark:border-l-violet-400',
  'bg-emerald-100 border-l-emerald-700 dark:bg-emerald-950 dark:border-l-emerald-400',
  'bg-amber-100 border-l-amber-700 dark:bg-amber-950 dark:border-l-amber-400',
  'bg-fuchsia-100 border-l-fuchsia-700 dark:bg-fuchsia-950 dark:border-l-fuchsia-400',
  'bg-cyan-100 border-l-cyan-700 dark:bg-cyan-950 dark:border-l-cyan-400',
  'bg-lime-100 border-l-lime-700 dark:bg-lime-950 dark:border-l-lime-400',
  'bg-stone-200 border-l-stone-600 dark:bg-stone-800 dark:border-l-stone-400',
] as const;

/**
 * Each person's colour: by their place in the rotations, so that it stays from week to week; whoever is in none of them
 * (a stand-in) follows by id.
 */
export function personColours(
  rotations: readonly Pick<Rotation, 'contactIds'>[],
  others: readonly string[],
): (contactId: string) => string {
  const planned = rotations.flatMap(({ contactIds }) => contactIds);
  const order = [...new Set([...planned, ...others.toSorted()])];
  return (contactId) => colours[Math.max(0, order.indexOf(contactId)) % colours.length] ?? colours[0];
}
