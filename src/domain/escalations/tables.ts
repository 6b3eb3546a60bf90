import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { calls } from '../calls/tables';
import type { Urgency } from '../calls/model';
import { clients } from '../clients/tables';
import type {
  AcknowledgementChannel,
  EscalationState,
  Policy,
  ReviewState,
  TimelineType,
  Verdict,
} from './model';

/** One policy a client; escalations that run keep the one they began with. */
export const escalationPolicies = pgTable(
  'escalation_policies',
  {
    organizationId: organizationColumn(),
    clientId: uuid().notNull(),
    policy: jsonb().$type<Policy>().notNull(),
    /** Policies of their own for some urgencies; the others follow `policy`. */
    byUrgency: jsonb().$type<Partial<Record<Urgency, Policy>>>().notNull().default({}),
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
    /** The cycle in which the present run began; a reopening begins a new run. What answers an earlier run is stale. */
    runFromCycle: integer().notNull().default(1),
    nextStepDueAt: instant(),
    claimedUntil: instant(),
    startedAt: instant().notNull(),
    startedById: text().notNull(),
    startedByName: text().notNull(),
    acknowledgedAt: instant(),
    acknowledgedByName: text(),
    acknowledgedVia: text(),
    resolvedAt: instant(),
    /** When a provider first took one of its messages. */
    firstSentAt: instant(),
    /** Whether an account manager is to look at it: it has ended, or is stuck. */
    reviewState: text().$type<ReviewState>().notNull().default('none'),
    /** Since when it waits for a review. */
    reviewWantedAt: instant(),
    /** Of the newest review. */
    verdict: text().$type<Verdict>(),
    /** As of deliveries: handling it failed again and again. */
    faults: integer().notNull().default(0),
    setAsideAt: instant(),
    setAsideBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('escalations_due')
      .on(t.nextStepDueAt)
      .where(sql`next_step_due_at is not null`),
    index('escalations_fair')
      .on(t.organizationId, t.nextStepDueAt, t.id)
      .where(sql`next_step_due_at is not null and set_aside_at is null`),
    index('escalations_list').on(t.organizationId, t.state, t.id),
    index('escalations_client').on(t.organizationId, t.clientId, t.id),
    index('escalations_call').on(t.organizationId, t.callId),
    index('escalations_review').on(t.organizationId, t.reviewState, t.id),
    index('escalations_review_client').on(t.organizationId, t.clientId, t.reviewState, t.id),
    index('escalations_verdict')
      .on(t.organizationId, t.verdict, t.id)
      .where(sql`verdict is not null`),
    // Holds what reports count besides (drizzle/0027_reports.sql).
    index('escalations_started').on(t.organizationId, t.startedAt),
    index('escalations_starter').on(t.organizationId, t.startedById, t.state),
    index('escalations_set_aside')
      .on(t.organizationId, t.setAsideAt)
      .where(sql`set_aside_at is not null`),
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

/** Who of a step that everybody must acknowledge already did; append-only, one a person and run. */
export const escalationAcknowledgements = pgTable(
  'escalation_acknowledgements',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    escalationId: uuid().notNull(),
    runFromCycle: integer().notNull(),
    /** The contact, or the membership. */
    personId: uuid().notNull(),
    personName: text().notNull(),
    via: text().$type<AcknowledgementChannel>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('escalation_acknowledgements_once').on(
      t.organizationId,
      t.escalationId,
      t.runFromCycle,
      t.personId,
    ),
    foreignKey({
      columns: [t.organizationId, t.escalationId],
      foreignColumns: [escalations.organizationId, escalations.id],
    }),
  ],
);
