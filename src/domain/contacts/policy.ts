import { hasRole, type Actor } from '../../kernel/actor';

/** A client keeps its own contacts in order; so does its account manager. */
export function canEditContacts(actor: Actor, contact: { clientId: string }): boolean {
  if (hasRole(actor, 'client_admin')) return actor.clientId === contact.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}
