import { hasRole, type Actor } from '../../kernel/actor';

export function canEditClients(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Who takes calls for whom. */
export function canAssignClients(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}
