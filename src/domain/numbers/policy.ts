import { hasRole, type Actor } from '../../kernel/actor';

export function canEditDids(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

export function canManageConnections(actor: Actor): boolean {
  return hasRole(actor, 'admin') && actor.kind === 'member';
}
