import { hasRole, isStaff, type Actor } from '../../kernel/actor';

/** Playbooks and call types alike: operators work by them. */
export function canReadPlaybooks(actor: Actor): boolean {
  return isStaff(actor);
}

/** Names to choose from, for a briefing. The walls leave a client's people the built-in ones. */
export function canListPlaybookNames(actor: Actor): boolean {
  return actor.role !== null;
}

export function canEditPlaybooks(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

export function canEditCallTypes(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}
