import { hasRole, type Actor } from '../../kernel/actor';

/** A source's secret opens a door into a client's drafts, so people hand it out: the client's admin, or leads for it. */
export function canManageSources(actor: Actor, client: { clientId: string }): boolean {
  if (actor.kind !== 'member') return false;
  if (hasRole(actor, 'client_admin')) return actor.clientId === client.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}
