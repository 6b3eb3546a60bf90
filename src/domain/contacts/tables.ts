import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { ChatFormat, ContactChannel, QuietHours } from './model';

/** A person of a client who may be told. Removed ones stay for the record. */
export const contacts = pgTable(
  'contacts',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    title: text().notNull(),
    /** IANA name; null: the client's. */
    timeZone: text(),
    /** When what is not urgent waits; null: never. */
    quietHours: jsonb().$type<QuietHours>(),
    /** Who signs in as this contact, for messages in the product and on their devices. */
    membershipId: uuid(),
    /** Stands in everywhere for this removed contact. */
    replacedById: uuid(),
    /** Random; in the address of this contact's calendar feed. A new one ends the old address. */
    calendarKey: text(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('contacts_client').on(t.organizationId, t.clientId, t.name, t.id),
    index('contacts_calendar_key')
      .on(t.calendarKey)
      .where(sql`calendar_key is not null`),
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
    /** An e-mail address, an E.164 number, a URL, or for `app` and `push` nothing: the contact's membership counts. */
    address: text().notNull(),
    /** How long after the step began this one is tried; 0: at once. */
    delaySeconds: integer().notNull().default(0),
    /** Whose incoming webhook a `chat` address is. */
    format: text().$type<ChatFormat>(),
    /** Signs what is posted to a `webhook` address. */
    sealedSecret: text(),
    verifiedAt: instant(),
    codeHash: text(),
    codeSentAt: instant(),
    codeTries: integer().notNull().default(0),
    /** The person answered STOP: nothing goes there until START. */
    stoppedAt: instant(),
    /** Why it failed for good last, in words; null since it worked. */
    failure: text(),
    failedAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('contact_methods_contact').on(t.organizationId, t.contactId, t.position),
    index('contact_methods_address').on(t.address),
    foreignKey({
      columns: [t.organizationId, t.contactId],
      foreignColumns: [contacts.organizationId, contacts.id],
    }),
  ],
);
