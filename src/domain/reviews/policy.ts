import { clientRoles, hasRole, isStaff, type Actor } from '../../kernel/actor';
import type { ExportName, ViewScope } from './model';

/** Account managers look at what ended or is stuck, and judge it. */
export function canReviewEscalations(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Inside the walls, which keep a client's people to their own. */
export function canReadActions(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin', 'author', 'client_admin');
}

/** Who mends it says so: the client's people, or the account manager who saw to it. */
export function canCompleteAction(actor: Actor, action: { clientId: string }): boolean {
  if (hasRole(actor, 'author', 'client_admin')) return actor.clientId === action.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** Whoever may read the whole list: the verdicts are the account managers'. */
export function canExportList(actor: Actor, list: ExportName): boolean {
  if (list === 'escalations') return canReviewEscalations(actor);
  return isStaff(actor) || hasRole(actor, ...clientRoles);
}

export function canReadViews(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** Everybody of the staff keeps views of their own; those of the team are the account managers'. */
export function canSaveView(actor: Actor, view: { scope: ViewScope }): boolean {
  if (!canReadViews(actor)) return false;
  return view.scope === 'personal' || hasRole(actor, 'account_manager', 'admin');
}

export function canRemoveView(actor: Actor, view: { scope: ViewScope; membershipId: string }): boolean {
  if (view.scope === 'personal') return canReadViews(actor) && actor.id === view.membershipId;
  return canSaveView(actor, view);
}
