import { hasRole, type Actor } from '../../kernel/actor';

/** The client's own authors, and the answering service on the client's behalf. */
export function canWriteBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  if (hasRole(actor, 'author', 'client_admin')) return actor.clientId === briefing.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

export function canPublishBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

export function canResolveBriefing(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}
