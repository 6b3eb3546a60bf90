import { hasRole, isStaff, type Actor } from '../../kernel/actor';

/** Operators call back, and account managers and admins may too. */
export function canWorkCallbacks(actor: Actor): boolean {
  return isStaff(actor);
}

/** An operator gives back their own; account managers and admins take one from whoever forgot it. */
export function canReleaseCallback(actor: Actor, callback: { claimedById: string | null }): boolean {
  if (!canWorkCallbacks(actor)) return false;
  return (
    callback.claimedById === null ||
    callback.claimedById === actor.id ||
    hasRole(actor, 'account_manager', 'admin')
  );
}

/** The walls keep a client's people to the callbacks of their own callers. */
export function canReadCallbacks(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}

/** Operators give promises; account managers and admins may too. */
export function canGivePromise(actor: Actor): boolean {
  return isStaff(actor);
}

/** Whoever of the answering service saw to it says so, whoever's it was. */
export function canKeepPromise(actor: Actor): boolean {
  return isStaff(actor);
}

/** The walls keep a client's people to what their own callers were promised. */
export function canReadPromises(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}
