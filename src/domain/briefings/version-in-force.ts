/** What the rule needs to know of a version. */
type Publication = { version: number; publishedAt: Date; startsAt: Date | null; endsAt: Date | null };

/**
 * Which version of one briefing operators speak from at an instant.
 * Of the versions that are published and whose window has begun, the newest counts, and it alone: when its window is
 * over nothing older comes back. So a version that starts later leaves the present one in force until then.
 * A resolved briefing has none. (`briefingInForce` in queries.ts asks the database the same.)
 */
export function versionInForce<Version extends Publication>(
  briefing: { resolvedAt: Date | null; versions: readonly Version[] },
  now: Date,
): Version | null {
  if (briefing.resolvedAt !== null && briefing.resolvedAt <= now) return null;
  const begun = briefing.versions.filter(
    ({ publishedAt, startsAt }) => publishedAt <= now && (startsAt === null || startsAt <= now),
  );
  const newest = begun.reduce<Version | null>(
    (best, next) => (best === null || next.version > best.version ? next : best),
    null,
  );
  return newest !== null && (newest.endsAt === null || newest.endsAt > now) ? newest : null;
}
