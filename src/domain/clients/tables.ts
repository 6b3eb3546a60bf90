import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationColumn } from '../../db/columns';
import { organizations } from '../tenancy/tables';
import type { ApprovalRule } from './model';

/** A company whose phones are answered. Its own id is the wall around its people. */
export const clients = pgTable(
  'clients',
  {
    organizationId: organizationColumn().references(() => organizations.organizationId),
    clientId: uuid().notNull(),
    name: text().notNull(),
    /** IANA name */
    timeZone: text().notNull(),
    accountInfo: text().notNull(),
    greeting: text().notNull(),
    approvalRule: text().$type<ApprovalRule>().notNull().default('author'),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.clientId] }),
    index('clients_name').on(t.organizationId, t.name, t.clientId),
  ],
);
