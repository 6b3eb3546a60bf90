import { hasRole, isStaff, type Actor } from '../../kernel/actor';

export function canListMembers(actor: Actor): boolean {
  return hasRole(actor, 'admin', 'account_manager');
}

export function canCreateMember(actor: Actor): boolean {
  return hasRole(actor, 'admin');
}

/** Nobody locks themselves out. */
export function canDisableMember(actor: Actor, member: { id: string }): boolean {
  return hasRole(actor, 'admin') && member.id !== actor.id;
}

export function canStartSession(actor: Actor): boolean {
  return actor.kind === 'member';
}

/** Somebody sits at a desk: a person of the staff, never a program. */
export function canMarkPresent(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** How one's own desk is set up: keys and sound belong to a person, never to a program. */
export function canSavePreferences(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** Who is there, and free: for whoever may hand a call over. */
export function canListPresences(actor: Actor): boolean {
  return isStaff(actor);
}

export function canSetLanguages(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

export function canListSessions(actor: Actor): boolean {
  return actor.kind === 'member';
}

export function canRevokeSession(actor: Actor, session: { membershipId: string }): boolean {
  return actor.kind === 'member' && (session.membershipId === actor.id || hasRole(actor, 'admin'));
}

export function canManageApiKeys(actor: Actor): boolean {
  return hasRole(actor, 'admin') && actor.kind === 'member';
}

export function canRepeatRequests(actor: Actor): boolean {
  return actor.kind === 'api_key';
}

/** What the answering service lays down for all its clients; the wall shows it to everybody who works there. */
export function canReadServiceRules(actor: Actor): boolean {
  return isStaff(actor);
}

export function canSetServiceRules(actor: Actor): boolean {
  return hasRole(actor, 'admin');
}
