import type { ReviewState } from './model';

type Reviewable = { reviewState: ReviewState; reviewWantedAt: Date | null };

/**
 * What an escalation that ended, or is stuck, is marked with for its account managers. One that they have looked at
 * comes back with its next ending; one that waits keeps its place.
 */
export function wantedReview(
  { reviewState, reviewWantedAt }: Reviewable,
  now: Date,
): { reviewState: 'wanted'; reviewWantedAt: Date } {
  return {
    reviewState: 'wanted',
    reviewWantedAt: reviewState === 'wanted' && reviewWantedAt !== null ? reviewWantedAt : now,
  };
}
