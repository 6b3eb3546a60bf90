import { hasRole, type Actor } from '../../kernel/actor';

export function canEditClients(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}
