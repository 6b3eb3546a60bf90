import { hasRole, type Actor } from '../../kernel/actor';

/** A client says itself when its calls come here; the answering service may say so for it. */
export function canSwitchOverflow(actor: Actor, client: { clientId: string }): boolean {
  if (hasRole(actor, 'author', 'client_admin')) return actor.clientId === client.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** Everybody with a role reads who has switched over; the walls keep a client's people to their own. */
export function canReadOverflow(actor: Actor): boolean {
  return actor.role !== null;
}
