import { hasRole, type Actor } from '../../kernel/actor';

/** Only the worker hands messages to providers. */
export function canCarryDeliveries(actor: Actor): boolean {
  return actor.kind === 'engine';
}

/** An endpoint is told what happens: all of it by whoever leads the service, one client's by that client's admin. */
export function canManageEndpoints(actor: Actor, endpoint: { clientId: string | null }): boolean {
  if (hasRole(actor, 'client_admin')) return actor.clientId !== null && actor.clientId === endpoint.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** One's own messages and devices: they belong to a person, never to a program. */
export function canKeepInbox(actor: Actor): boolean {
  return actor.kind === 'member';
}
