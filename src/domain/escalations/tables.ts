import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { calls } from '../calls/tables';
import type { Urgency } from '../calls/model';
import { clients } from '../clients/tables';
import type { EscalationState, Policy, TimelineType } from './model';

/** One policy a client; escalations that run keep the one they began with. */
export const escalationPolicies = pgTable(
  'escalation_policies',
  {
    organizationId: organizationColumn(),
    clientId: uuid().notNull(),
    policy: jsonb().$type<Policy>().notNull(),
    updatedAt: instant().notNull(),
    updatedByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.clientId] }),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** Telling the responsible contact, until someone acknowledges. `nextStepDueAt` is what the engine looks for. */
export const escalations = pgTable(
  'escalations',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    callId: uuid(),
    state: text().$type<EscalationState>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    summary: text().notNull(),
    policy: jsonb().$type<Policy>().notNull(),
    cycle: integer().notNull(),
    step: integer().notNull(),
    nextStepDueAt: instant(),
    claimedUntil: instant(),
    startedAt: instant().notNull(),
    startedById: text().notNull(),
    startedByName: text().notNull(),
    acknowledgedAt: instant(),
    acknowledgedByName: text(),
    acknowledgedVia: text(),
    resolvedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('escalations_due')
      .on(t.nextStepDueAt)
      .where(sql`next_step_due_at is not null`),
    index('escalations_list').on(t.organizationId, t.state, t.id),
    index('escalations_client').on(t.organizationId, t.clientId, t.id),
    index('escalations_call').on(t.organizationId, t.callId),
    index('escalations_starter').on(t.organizationId, t.startedById, t.state),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** The timeline: what happened to an escalation, in words; append-only. */
export const escalationEvents = pgTable(
  'escalation_events',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    escalationId: uuid().notNull(),
    at: instant().notNull(),
    type: text().$type<TimelineType>().notNull(),
    words: text().notNull(),
    byName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('escalation_events_escalation').on(t.organizationId, t.escalationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.escalationId],
      foreignColumns: [escalations.organizationId, escalations.id],
    }),
  ],
);
