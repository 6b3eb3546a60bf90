import type { Briefing } from '@/domain/briefings/model';
import { canApproveBriefing, canPublishUnreviewed } from '@/domain/briefings/policy';

/** Whoever is at the editor, as the policies know them. */
export type Author = Parameters<typeof canApproveBriefing>[0];

type Reviewed = Pick<
  Briefing,
  'clientId' | 'approvalRule' | 'submittedById' | 'review' | 'state' | 'unapprovedSince'
>;

/** What this person can do next with the draft: publish it, ask for approval, or wait for that. */
export type ApprovalStep = 'publish' | 'submit' | 'wait';

/** `emergency`: published at once, approved afterwards. */
export type PublishMode = 'publish' | 'submit' | 'emergency';

export function approvalStep(author: Author, briefing: Reviewed): ApprovalStep {
  if (canPublishUnreviewed(author, briefing) || briefing.review === 'approved') return 'publish';
  return briefing.review === 'submitted' ? 'wait' : 'submit';
}

/** What lies before this person to approve: the submitted draft, what was published in an emergency, or nothing. */
export function toApprove(author: Author, briefing: Reviewed): 'draft' | 'published' | null {
  if (isOver(briefing) || !canApproveBriefing(author, briefing)) return null;
  if (briefing.review === 'submitted') return 'draft';
  return briefing.unapprovedSince === null ? null : 'published';
}

/** Nothing can be done with a briefing any more but read it. */
export function isOver({ state }: Pick<Briefing, 'state'>): boolean {
  return state === 'resolved' || state === 'withdrawn';
}
