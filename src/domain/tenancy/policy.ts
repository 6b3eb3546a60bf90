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
