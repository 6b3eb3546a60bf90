/** From `startsAt` on, until just before `endsAt`. */
type Span = { startsAt: Date; endsAt: Date };

/**
 * Whether there is an instant in both. A window that begins when another ends does not overlap it. Windows are
 * instants, so a night in which the clocks change is simply an hour shorter or longer.
 */
export function windowsOverlap(a: Span, b: Span): boolean {
  const startsAt = Math.max(a.startsAt.getTime(), b.startsAt.getTime());
  const endsAt = Math.min(a.endsAt.getTime(), b.endsAt.getTime());
  return startsAt < endsAt;
}
