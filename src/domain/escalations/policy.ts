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

export function canResolveEscalation(actor: Actor, escalation: Owned): boolean {
  if (hasRole(actor, 'responsible_contact', 'client_admin')) return isOfClient(actor, escalation);
  return hasRole(actor, 'account_manager', 'admin');
}

export function canCancelEscalation(actor: Actor): boolean {
  return isStaff(actor);
}

export function canSetPolicy(actor: Actor, policy: Owned): boolean {
  if (hasRole(actor, 'client_admin')) return isOfClient(actor, policy);
  return hasRole(actor, 'account_manager', 'admin');
}

export function canAdvanceEscalation(actor: Actor): boolean {
  return actor.kind === 'engine';
}
