import { clientRoles, hasRole, isStaff, type Actor } from '../../kernel/actor';
import type { Callback, PromiseCard } from './model';

/** As much as a screen knows of its reader. */
type Person = Pick<Actor, 'id' | 'role'>;

/** The staff of the answering service call back, and where the client's people said that they would, they do too. */
export function canWorkCallback(actor: Actor, { owner }: Pick<Callback, 'owner'>): boolean {
  return isStaff(actor) || (owner === 'client' && hasRole(actor, ...clientRoles));
}

/** People give back their own; account managers, admins and the client's own admin take one from whoever forgot it. */
export function canReleaseCallback(actor: Actor, callback: Pick<Callback, 'owner' | 'claimedById'>): boolean {
  if (!canWorkCallback(actor, callback)) return false;
  return (
    callback.claimedById === null ||
    callback.claimedById === actor.id ||
    hasRole(actor, 'account_manager', 'admin', 'client_admin')
  );
}

/** Whoever could give it back says whose turn it is. */
export function canHandOverCallback(
  actor: Actor,
  callback: Pick<Callback, 'owner' | 'claimedById'>,
): boolean {
  return canReleaseCallback(actor, callback);
}

/** The walls keep a client's people to the callbacks of their own callers. */
export function canReadCallbacks(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}

/** Operators give promises; account managers and admins may too. */
export function canGivePromise(actor: Actor): boolean {
  return isStaff(actor);
}

/** Whoever of the answering service saw to it says so, whoever's it was; the client's people of what is theirs to do. */
export function canKeepPromise(actor: Person, { owner }: Pick<PromiseCard, 'owner'>): boolean {
  return isStaff(actor) || (owner === 'client' && hasRole(actor, ...clientRoles));
}

/** Whoever could have kept it says that it was not kept. */
export function canBreakPromise(actor: Person, promise: Pick<PromiseCard, 'owner'>): boolean {
  return canKeepPromise(actor, promise);
}

/** Whoever could keep it speaks with the caller about it. */
export function canRenegotiatePromise(actor: Person, promise: Pick<PromiseCard, 'owner'>): boolean {
  return canKeepPromise(actor, promise);
}

/** Whoever gave it takes back what was given by mistake; so do account managers and admins. */
export function canCancelPromise(actor: Person, { createdById }: Pick<PromiseCard, 'createdById'>): boolean {
  return hasRole(actor, 'account_manager', 'admin') || (isStaff(actor) && createdById === actor.id);
}

export function canRemindPromise(actor: Actor): boolean {
  return actor.kind === 'engine';
}

/** The walls keep a client's people to what their own callers were promised. */
export function canReadPromises(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}
