import type { BriefingSummary } from '@/domain/briefings/model';
import { precedence } from '@/domain/briefings/precedence';

const ranked = ({ id, severity, publishedAt }: BriefingSummary) => ({
  briefingId: id,
  content: { severity },
  publishedAt: publishedAt ?? new Date(0),
});

/** Published briefings by whether operators go by them at `now`. A window is open-ended where it has no end. */
export function byForce(published: readonly BriefingSummary[], now: Date) {
  const hasBegun = ({ startsAt }: BriefingSummary) => startsAt === null || startsAt <= now;
  const hasEnded = ({ endsAt }: BriefingSummary) => endsAt !== null && endsAt <= now;
  return {
    /** The one that a call brings up first comes first. */
    inForce: published
      .filter((row) => hasBegun(row) && !hasEnded(row))
      .sort((one, other) => precedence(ranked(one), ranked(other))),
    coming: published.filter((row) => !hasBegun(row) && !hasEnded(row)),
    over: published.filter(hasEnded),
  };
}

/** Briefings that were never published, by whether they wait for somebody's approval. */
export function byReview(drafts: readonly BriefingSummary[]) {
  return {
    waiting: drafts.filter(({ review }) => review === 'submitted'),
    writing: drafts.filter(({ review }) => review !== 'submitted'),
  };
}
