import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import type { Contact, listContactsInput } from './model';
import { contactMethods, contacts } from './tables';

const contactColumns = {
  id: contacts.id,
  clientId: contacts.clientId,
  name: contacts.name,
  title: contacts.title,
};

async function withMethods(tx: ReadTx, rows: Omit<Contact, 'methods'>[]): Promise<Contact[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const methods = await tx.db
    .select({
      id: contactMethods.id,
      contactId: contactMethods.contactId,
      channel: contactMethods.channel,
      address: contactMethods.address,
    })
    .from(contactMethods)
    .where(
      within(tx, contactMethods, inArray(contactMethods.contactId, ids), isNull(contactMethods.removedAt)),
    )
    .orderBy(contactMethods.position);
  return rows.map((row) => ({
    ...row,
    methods: methods
      .filter((method) => method.contactId === row.id)
      .map(({ contactId: _, ...method }) => method),
  }));
}

/** Those of `ids` that still are contacts, with their methods in the order in which they are tried. */
export async function loadContacts(tx: ReadTx, ids: string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select(contactColumns)
    .from(contacts)
    .where(within(tx, contacts, inArray(contacts.id, ids), isNull(contacts.removedAt)));
  return withMethods(tx, rows);
}

export async function loadContact(tx: ReadTx, id: string): Promise<Contact | undefined> {
  return (await loadContacts(tx, [id]))[0];
}

/** By name. */
export async function listContacts(
  actor: Actor,
  input: z.output<typeof listContactsInput>,
): Promise<Page<Contact>> {
  const [name, id] = input.cursor === undefined ? [] : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(contactColumns)
      .from(contacts)
      .where(
        within(
          tx,
          contacts,
          isNull(contacts.removedAt),
          input.clientId === undefined ? undefined : eq(contacts.clientId, input.clientId),
          name === undefined || id === undefined
            ? undefined
            : or(gt(contacts.name, name), and(eq(contacts.name, name), gt(contacts.id, id))),
        ),
      )
      .orderBy(contacts.name, contacts.id)
      .limit(input.limit + 1);
    return toPage(await withMethods(tx, rows), input.limit, (last) => [last.name, last.id]);
  });
}
