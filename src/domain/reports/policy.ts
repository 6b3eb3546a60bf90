import { hasRole, type Actor } from '../../kernel/actor';

/** Who sees what everybody does: a matter of supervision, not of colleagues. */
export function canReadWall(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Figures about people's work are for those who answer for it, never for colleagues or clients. */
export function canReadOutcomes(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}
