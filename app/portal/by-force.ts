import type { BriefingSummary } from '@/domain/briefings/model';

/** Published briefings by whether operators go by them at `now`. A window is open-ended where it has no end. */
export function byForce(published: readonly BriefingSummary[], now: Date) {
  const hasBegun = ({ startsAt }: BriefingSummary) => startsAt === null || startsAt <= now;
  const hasEnded = ({ endsAt }: BriefingSummary) => endsAt !== null && endsAt <= now;
  return {
    inForce: published.filter((row) => hasBegun(row) && !hasEnded(row)),
    coming: published.filter((row) => !hasBegun(row) && !hasEnded(row)),
    over: published.filter(hasEnded),
  };
}
