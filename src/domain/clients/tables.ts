import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organizationColumn } from '../../db/columns';
import { memberships, organizations } from '../tenancy/tables';
import {
  usualTargets,
  type ApprovalRule,
  type BusinessHours,
  type EscalationTargets,
  type MessageRule,
  type ProposedWords,
  type SettledWords,
} from './model';

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
    /** When the client's own people work, in wall times of its zone; null: round the clock. */
    businessHours: jsonb().$type<BusinessHours>(),
    /** What a caller is told when the matter is settled, as the client approved it; null: never told in writing. */
    settledWords: jsonb().$type<SettledWords>(),
    /** Words that wait for somebody to approve them. */
    settledWordsProposed: jsonb().$type<ProposedWords>(),
    /** How soon an escalation shall be delivered, acknowledged and resolved, by urgency. */
    escalationTargets: jsonb().$type<EscalationTargets>().notNull().default(usualTargets),
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
