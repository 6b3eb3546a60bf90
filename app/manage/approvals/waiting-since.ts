import type { BriefingSummary } from '@/domain/briefings/model';

/** Since when somebody should have looked: from the submission, or from the publication that nobody had approved. */
export function waitingSince({ review, submittedAt, unapprovedSince, updatedAt }: BriefingSummary): Date {
  const asked = review === 'submitted' ? submittedAt : null;
  const times = [asked, unapprovedSince].filter((at) => at !== null).map((at) => at.getTime());
  return times.length === 0 ? updatedAt : new Date(Math.min(...times));
}

export function longestWaitingFirst(briefings: readonly BriefingSummary[]): BriefingSummary[] {
  return briefings.toSorted(
    (one, other) =>
      waitingSince(one).getTime() - waitingSince(other).getTime() || (one.id < other.id ? -1 : 1),
  );
}
