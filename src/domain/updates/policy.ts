import { hasRole, isStaff, type Actor } from '../../kernel/actor';

/** The client's people read what their own contacts reported and their callers were told; the walls keep them to it. */
export function canReadUpdates(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}

/** Whoever speaks with callers puts on record what they said yes to, and that they take it back. */
export function canRecordConsent(actor: Actor): boolean {
  return isStaff(actor);
}

/** What callers are told in the client's name: its own authors write it, and the answering service on its behalf. */
export function canWriteSettledWords(actor: Actor, words: { clientId: string }): boolean {
  if (hasRole(actor, 'author', 'client_admin')) return actor.clientId === words.clientId;
  return hasRole(actor, 'account_manager', 'admin');
}

/** Whoever writes the words may say that those who wait for them are told now. */
export function canReleaseCallers(actor: Actor, callers: { clientId: string }): boolean {
  return canWriteSettledWords(actor, callers);
}

/** Only the worker tells callers, and reminds. */
export function canTellCallers(actor: Actor): boolean {
  return actor.kind === 'engine';
}
