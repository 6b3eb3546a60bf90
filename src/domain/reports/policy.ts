import { hasRole, type Actor } from '../../kernel/actor';

/** Who sees what everybody does: a matter of supervision, not of colleagues. */
export function canReadWall(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Figures about people's work are for those who answer for it, never for colleagues or clients. */
export function canReadOutcomes(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** How a client's calls were answered, and what became of promises and escalations: for its own people too. */
export function canReadReports(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin', 'author', 'responsible_contact', 'client_admin');
}

/** What is billed: for those who write and those who pay the bill. */
export function canReadBilling(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin', 'client_admin');
}

/** Whoever answers for an incident: account managers, and the client's own people, whom the walls keep to theirs. */
export function canReadIncidents(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin', 'author', 'responsible_contact', 'client_admin');
}

/** Whoever reads the incident may have the hand-back made. */
export function canRequestPack(actor: Actor): boolean {
  return canReadIncidents(actor);
}

/** Packs are made by the worker alone. */
export function canMakePack(actor: Actor): boolean {
  return actor.kind === 'engine';
}

type Receiver = {
  /** null: all clients. */
  clientId: string | null;
  /** Whoever asks gets it themselves. */
  isOwn: boolean;
};

/** The staff who answer for clients, and the client's own admin, say who gets the account; everybody else asks for their own. */
export function canSetSubscription(actor: Actor, { clientId, isOwn }: Receiver): boolean {
  if (hasRole(actor, 'account_manager', 'admin')) return true;
  if (clientId === null || actor.clientId !== clientId) return false;
  return hasRole(actor, 'client_admin') || (isOwn && hasRole(actor, 'author', 'responsible_contact'));
}

/** Inside the walls, which keep a client's people to their own. */
export function canReadAccounts(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin', 'author', 'responsible_contact', 'client_admin');
}

/** Only the worker gives accounts. */
export function canDeliverAccounts(actor: Actor): boolean {
  return actor.kind === 'engine';
}

/** What needs somebody is what they themselves can do: a matter of people, not of programs. */
export function canReadHome(actor: Actor): boolean {
  return actor.kind === 'member';
}
