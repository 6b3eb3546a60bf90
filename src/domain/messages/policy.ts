import { clientRoles, hasRole, isStaff, type Actor } from '../../kernel/actor';

/** Inside the walls, which keep a client's people to their own. */
export function canReadMessages(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, ...clientRoles);
}

/** Staff hand messages over; a client's people check in and have read them. */
export function canReleaseMessages(actor: Actor, client: { clientId: string }): boolean {
  return isStaff(actor) || (hasRole(actor, ...clientRoles) && actor.clientId === client.clientId);
}

/** A second pair of eyes: a person, and not the one who closed or corrected the call. */
export function canReviewMessage(actor: Actor, message: { createdById: string }): boolean {
  return (
    actor.kind === 'member' && hasRole(actor, 'account_manager', 'admin') && actor.id !== message.createdById
  );
}

export function canDeliverDigests(actor: Actor): boolean {
  return actor.kind === 'engine';
}
