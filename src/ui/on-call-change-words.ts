import type { Override } from '@/domain/oncall/model';

/** "Jana Weiss instead of Tom Becker": what an override says. */
export function overrideWords(
  { kind, contactId, replacedContactId }: Pick<Override, 'kind' | 'contactId' | 'replacedContactId'>,
  nameOf: (contactId: string) => string,
): string {
  const who = contactId === null ? 'Somebody' : nameOf(contactId);
  const other = replacedContactId === null ? 'somebody' : nameOf(replacedContactId);
  switch (kind) {
    case 'add':
      return `${who} besides`;
    case 'remove':
      return `Without ${other}`;
    case 'replace':
      return `${who} instead of ${other}`;
  }
}
