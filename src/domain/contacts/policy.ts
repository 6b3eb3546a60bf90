import { hasRole, type Actor } from '../../kernel/actor';

/** A client keeps its own contacts in order; so does its account manager. */
export function canEditContacts(actor: Actor, contact: { clientId: string }): boolean {
  if (hasRole(actor, 'client_admin')) return actor.clientId === contact.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** Besides, whoever signs in as a contact proves their own addresses and says when they are not to be disturbed. */
export function canTendContact(
  actor: Actor,
  contact: { clientId: string; membershipId: string | null },
): boolean {
  const isOwn = contact.clientId === actor.clientId && contact.membershipId === actor.id;
  return canEditContacts(actor, contact) || (actor.kind === 'member' && isOwn);
}

/** As whom one is told oneself: people are contacts, programs are not. */
export function canReadOwnCard(actor: Actor): boolean {
  return actor.kind === 'member';
}
