import { hasRole, isStaff, type Actor } from '../../kernel/actor';
import type { ApprovalRule } from '../clients/model';

/** The client's own authors, and the answering service on the client's behalf. */
export function canWriteBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  if (hasRole(actor, 'author', 'client_admin')) return actor.clientId === briefing.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** A program outside may begin a draft for its client, and bring it up to date until somebody takes it over. */
export function canReceiveBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return actor.kind === 'source' && actor.clientId === briefing.clientId;
}

/**
 * Who may approve what somebody submitted, by the client's rule: every writer; every writer but the one who submitted
 * it; or account managers and admins.
 */
export function canApproveBriefing(
  actor: Actor,
  briefing: { clientId: string; approvalRule: ApprovalRule; submittedById: string | null },
): boolean {
  if (!canWriteBriefing(actor, briefing)) return false;
  switch (briefing.approvalRule) {
    case 'author':
      return true;
    case 'second_person':
      return briefing.submittedById !== null && briefing.submittedById !== actor.id;
    case 'account_manager':
      return hasRole(actor, 'account_manager', 'admin');
  }
}

/** Whose own words count as approved: of authors where the client trusts them, of account managers where they approve. */
export function canPublishUnreviewed(
  actor: Actor,
  briefing: { clientId: string; approvalRule: ApprovalRule },
): boolean {
  switch (briefing.approvalRule) {
    case 'author':
      return canWriteBriefing(actor, briefing);
    case 'second_person':
      return false;
    case 'account_manager':
      return canWriteBriefing(actor, briefing) && hasRole(actor, 'account_manager', 'admin');
  }
}

/** In an emergency every writer publishes at once; it stays marked until somebody has approved. */
export function canPublishBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

export function canSubmitBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

export function canResolveBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

/** Taking words back never waits for anybody. */
export function canWithdrawBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

/** Only a person can have read something. */
export function canConfirmBriefing(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** The worker reminds authors of the update they announced. */
export function canRemindAuthor(actor: Actor): boolean {
  return actor.kind === 'engine';
}
