import { hasRole, isStaff, type Actor } from '../../kernel/actor';

/** A switch reports calls; staff and their programs may enter one by hand. */
export function canRegisterCall(actor: Actor): boolean {
  return actor.kind === 'switch' || isStaff(actor);
}

export function canAnswerCall(actor: Actor): boolean {
  return isStaff(actor);
}

/** Notes, triage, statements, read-back and disposition: the log is the answering service's. */
export function canWorkCall(actor: Actor): boolean {
  return isStaff(actor);
}

/** The desk shows all clients' calls, so it is for staff. */
export function canUseDesk(actor: Actor): boolean {
  return isStaff(actor);
}

/** Everybody reads the calls of their tenant; the walls keep a client's people to their own. */
export function canReadCalls(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}
