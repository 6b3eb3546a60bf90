import { hasRole, isStaff, type Actor } from '../../kernel/actor';

type Owned = { clientId: string | null };

function isOfClient(actor: Actor, { clientId }: Owned): boolean {
  return actor.clientId !== null && actor.clientId === clientId;
}

export function canStartEscalation(actor: Actor): boolean {
  return isStaff(actor);
}

/** Staff record what they heard; the client's people answer for their client; a link answers for its own message. */
export function canAcknowledgeEscalation(
  actor: Actor,
  escalation: Owned,
  link: { isAboutThis: boolean } = { isAboutThis: false },
): boolean {
  if (actor.kind === 'link') return link.isAboutThis;
  return isStaff(actor) || (actor.role !== null && isOfClient(actor, escalation));
}

/** Whether somebody may put on record what a contact said or did, and that the caller was put through. */
export function canRecordAnswer(actor: Actor): boolean {
  return isStaff(actor);
}

/** On to the next step before its time: whoever may acknowledge, but for a link, which can say "I can't". */
export function canSkipStep(actor: Actor, escalation: Owned): boolean {
  return actor.kind !== 'link' && canAcknowledgeEscalation(actor, escalation);
}

export function canResolveEscalation(actor: Actor, escalation: Owned): boolean {
  if (hasRole(actor, 'responsible_contact', 'client_admin')) return isOfClient(actor, escalation);
  return hasRole(actor, 'account_manager', 'admin');
}

/**
 * "It is settled", said with a report: whoever may resolve; the person behind a link, of whom it was asked; and staff who
 * put on record what a named contact said.
 */
export function canResolveByReport(
  actor: Actor,
  escalation: Owned,
  { isAboutThis, isRecorded }: { isAboutThis: boolean; isRecorded: boolean },
): boolean {
  if (actor.kind === 'link') return isAboutThis;
  return canResolveEscalation(actor, escalation) || (isRecorded && isStaff(actor));
}

export function canCancelEscalation(actor: Actor): boolean {
  return isStaff(actor);
}

/** What is over begins again: whoever reviews it. */
export function canReopenEscalation(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

export function canSetPolicy(actor: Actor, policy: Owned): boolean {
  if (hasRole(actor, 'client_admin')) return isOfClient(actor, policy);
  return hasRole(actor, 'account_manager', 'admin');
}

export function canAdvanceEscalation(actor: Actor): boolean {
  return actor.kind === 'engine';
}

/** Whoever was told by e-mail may answer in words of their own. */
export function canAddReply(actor: Actor, link: { isAboutThis: boolean }): boolean {
  return actor.kind === 'link' && link.isAboutThis;
}

/** Who looks after what the engine could not do by itself. */
export function canSeeEngine(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}
