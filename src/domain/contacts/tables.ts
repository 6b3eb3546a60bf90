import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { ContactChannel } from './model';

/** A person of a client who may be told. Removed ones stay for the record. */
export const contacts = pgTable(
  'contacts',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    title: text().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('contacts_client').on(t.organizationId, t.clientId, t.name, t.id),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** One way to reach a contact; `position` is the order in which they are tried. */
export const contactMethods = pgTable(
  'contact_methods',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    contactId: uuid().notNull(),
    position: integer().notNull(),
    channel: text().$type<ContactChannel>().notNull(),
    address: text().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('contact_methods_contact').on(t.organizationId, t.contactId, t.position),
    foreignKey({
      columns: [t.organizationId, t.contactId],
      foreignColumns: [contacts.organizationId, contacts.id],
    }),
  ],
);
