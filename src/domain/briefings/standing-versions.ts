/**
 * Of a briefing's versions, those that are in force or still come into force, in that order: the newest that has begun,
 * and of the later ones each that starts before every newer one. (The rule of version-in-force.ts.)
 */
export function standingVersions<Version extends { version: number; startsAt: Date | null }>(
  versions: readonly Version[],
  now: Date,
): Version[] {
  const standing: Version[] = [];
  for (const next of versions.toSorted((a, b) => b.version - a.version)) {
    const { startsAt } = next;
    if (startsAt === null || startsAt <= now) return [next, ...standing];
    const earliest = standing[0]?.startsAt ?? null;
    if (earliest === null || startsAt < earliest) standing.unshift(next);
  }
  return standing;
}
