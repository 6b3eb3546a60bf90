import type { Contact } from '@/domain/contacts/model';

/** Somebody who can be put on call. */
export type OnCallChoice = Pick<Contact, 'id' | 'name' | 'title'>;

/** What somebody is called who was removed since. */
export const REMOVED_WORDS = 'Removed contact';

/** A contact's name by id. */
export function namesOf(choices: readonly OnCallChoice[]): (contactId: string) => string {
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  return (contactId) => names.get(contactId) ?? REMOVED_WORDS;
}
