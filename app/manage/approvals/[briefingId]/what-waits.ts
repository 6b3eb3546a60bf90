import type { Briefing, BriefingContent } from '@/domain/briefings/model';

export type What = { of: 'draft' | 'published'; content: BriefingContent };

/** What there is to approve: the submitted draft first, then what was published before anybody had approved. */
export function whatWaits({ review, draft, published, unapprovedSince }: Briefing): What | null {
  if (review === 'submitted') return { of: 'draft', content: draft };
  if (unapprovedSince !== null && published !== null) return { of: 'published', content: published };
  return null;
}

/** What a decision led to, for whoever made it. */
export function doneWords({ review, state, currentVersion }: Briefing, wasPublished: boolean): string {
  if (review === 'rejected') return 'Sent back. The author reads your words above the draft.';
  if (wasPublished && state === 'published') {
    return `Approved and published: version ${currentVersion} is on every operator’s screen.`;
  }
  return review === 'approved' ? 'Approved. Its author can publish it now.' : 'Approved.';
}
