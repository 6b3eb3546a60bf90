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

type InHand = { answeredById: string | null; handoverToId: string | null };

/** Whoever has the call offers it to a colleague; an account manager may do it for somebody who cannot. */
export function canTransferCall(actor: Actor, call: Pick<InHand, 'answeredById'>): boolean {
  return isStaff(actor) && (call.answeredById === actor.id || hasRole(actor, 'account_manager', 'admin'));
}

/** Whether it was offered to this very person is a matter of the moment: take-call.ts says so in words. */
export function canTakeCall(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** Either side. */
export function canCancelTransfer(actor: Actor, call: InHand): boolean {
  return canTransferCall(actor, call) || (isStaff(actor) && call.handoverToId === actor.id);
}
