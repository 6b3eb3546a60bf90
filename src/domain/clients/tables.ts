import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationColumn } from '../../db/columns';
import { memberships, organizations } from '../tenancy/tables';
import type { ApprovalRule, MessageRule } from './model';

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
    /** The playbook where neither briefing nor call type names one; null: the answering service's. */
    playbookId: text(),
    /** What may be settled on the spot under every playbook, such as an appointment; one a line. */
    routineRemedies: jsonb().$type<string[]>().notNull().default([]),
    /** When and to whom a call's message goes. */
    messageRule: jsonb()
      .$type<MessageRule>()
      .notNull()
      .default({ mode: 'hold', digestTimes: [], contactIds: [] }),
    /** Whether a second pair of eyes looks at every message before it goes. */
    hasMessageReview: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.clientId] }),
    index('clients_name').on(t.organizationId, t.name, t.clientId),
  ],
);

/** Which clients an operator takes calls for; an operator without any takes all. */
export const assignments = pgTable(
  'assignments',
  {
    organizationId: organizationColumn(),
    membershipId: uuid().notNull(),
    clientId: uuid().notNull(),
    assignedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.membershipId, t.clientId] }),
    index('assignments_client').on(t.organizationId, t.clientId),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
