import { severities, type BriefingSummary } from '@/domain/briefings/model';

/** The order in which a call brings them up: the most severe first, of equals the one published last. */
function firstSeen(one: BriefingSummary, other: BriefingSummary): number {
  const bySeverity = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return bySeverity || (other.publishedAt?.getTime() ?? 0) - (one.publishedAt?.getTime() ?? 0);
}

/** Published briefings by whether operators go by them at `now`. A window is open-ended where it has no end. */
export function byForce(published: readonly BriefingSummary[], now: Date) {
  const hasBegun = ({ startsAt }: BriefingSummary) => startsAt === null || startsAt <= now;
  const hasEnded = ({ endsAt }: BriefingSummary) => endsAt !== null && endsAt <= now;
  return {
    inForce: published.filter((row) => hasBegun(row) && !hasEnded(row)).sort(firstSeen),
    coming: published.filter((row) => !hasBegun(row) && !hasEnded(row)),
    over: published.filter(hasEnded),
  };
}
