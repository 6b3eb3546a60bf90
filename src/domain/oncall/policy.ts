import { hasRole, type Actor } from '../../kernel/actor';

type Owned = { clientId: string };

/** A client plans its own duty; so does its account manager. Overrides, coverages and holidays are part of the plan. */
export function canEditSchedules(actor: Actor, schedule: Owned): boolean {
  if (hasRole(actor, 'client_admin')) return actor.clientId === schedule.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** Everybody with a role reads who is on call; the walls keep a client's people to their own. */
export function canReadSchedules(actor: Actor): boolean {
  return actor.role !== null;
}

/** The address of a calendar opens it to whoever has it: for the person it shows, and for whoever plans. */
export function canShareCalendar(actor: Actor, contact: Owned & { membershipId: string | null }): boolean {
  const isOwn = actor.kind === 'member' && contact.membershipId === actor.id;
  return isOwn || canEditSchedules(actor, contact);
}

/** Reads the shifts of one contact, behind the key of that contact's calendar. */
export function canReadFeed(actor: Actor): boolean {
  return actor.kind === 'link';
}
