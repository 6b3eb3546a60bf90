import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { briefingVersions } from '../briefings/tables';
import { clients } from '../clients/tables';
import type {
  CallEventType,
  CallState,
  Disposition,
  Mood,
  NoteKind,
  ReadBackResolution,
  RouteReason,
  Urgency,
} from './model';

/** One call to one DID. Its state follows from its instants; see call-state.ts for the same rule in TypeScript. */
export const calls = pgTable(
  'calls',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** null: the dialled number belongs to nobody yet. */
    clientId: clientColumn(),
    /** The telephony connection that reported it, or `desk` for screen pops and REST. */
    source: text().notNull(),
    providerCallId: text(),
    dnis: text().notNull(),
    ani: text().notNull(),
    isAniValid: boolean().notNull(),
    routeReason: text().$type<RouteReason>().notNull(),
    answerPhrase: text().notNull(),
    didLabel: text(),
    briefingId: uuid(),
    briefingVersionId: uuid(),
    ringAt: instant().notNull(),
    answeredAt: instant(),
    answeredById: uuid(),
    answeredByName: text(),
    isHeld: boolean().notNull().default(false),
    endedAt: instant(),
    abandonedAt: instant(),
    closedAt: instant(),
    state: text()
      .$type<CallState>()
      .notNull()
      .generatedAlwaysAs(
        sql`case
          when closed_at is not null then 'closed'
          when abandoned_at is not null and answered_at is null then 'abandoned'
          when ended_at is not null and answered_at is null then 'abandoned'
          when ended_at is not null then 'wrap_up'
          when answered_at is not null then 'live'
          else 'ringing' end`,
      ),
    callerName: text().notNull().default(''),
    callerPhone: text(),
    moodAtStart: text().$type<Mood>(),
    mood: text().$type<Mood>(),
    urgency: text().$type<Urgency>().notNull().default('routine'),
    requestedSolution: text().notNull().default(''),
    intake: jsonb().$type<Record<string, string>>().notNull().default({}),
    readBack: text().$type<ReadBackResolution>(),
    disposition: text().$type<Disposition>(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('calls_provider_call').on(t.organizationId, t.providerCallId, t.source),
    index('calls_client').on(t.organizationId, t.clientId, t.id),
    index('calls_client_ring').on(t.organizationId, t.clientId, t.ringAt),
    index('calls_briefing').on(t.organizationId, t.briefingId, t.id),
    index('calls_caller').on(t.organizationId, t.ani, t.ringAt),
    index('calls_open')
      .on(t.organizationId, t.state, t.ringAt)
      .where(sql`state in ('ringing', 'live', 'wrap_up')`),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
    foreignKey({
      columns: [t.organizationId, t.briefingVersionId],
      foreignColumns: [briefingVersions.organizationId, briefingVersions.id],
    }),
  ],
);

/** What a switch or an operator reported, as it came; append-only. Repeats of one event are one row. */
export const callEvents = pgTable(
  'call_events',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    callId: uuid().notNull(),
    type: text().$type<CallEventType>().notNull(),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('call_events_once').on(t.organizationId, t.callId, t.type, t.at),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** One point of the call's log; append-only, corrections are new points. */
export const notes = pgTable(
  'notes',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    callId: uuid().notNull(),
    kind: text().$type<NoteKind>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
    correctsNoteId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('notes_call').on(t.organizationId, t.callId, t.at, t.id),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** The point an operator is typing right now, so that a crash of the desk loses nothing. */
export const noteDrafts = pgTable(
  'note_drafts',
  {
    organizationId: organizationColumn(),
    callId: uuid().notNull(),
    byId: text().notNull(),
    clientId: clientColumn(),
    text: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId, t.byId] }),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** Which caller was told which statement of which version, by whom; append-only. */
export const toldStatements = pgTable(
  'told_statements',
  {
    organizationId: organizationColumn(),
    callId: uuid().notNull(),
    briefingVersionId: uuid().notNull(),
    statementId: uuid().notNull(),
    clientId: clientColumn(),
    briefingId: uuid().notNull(),
    language: text().notNull().default('en'),
    text: text().notNull(),
    at: instant().notNull(),
    /** Said from a version of which it had been withdrawn: by a desk that was offline. */
    isAfterWithdrawal: boolean().notNull().default(false),
    byId: text().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId, t.briefingVersionId, t.statementId] }),
    index('told_statements_statement').on(t.organizationId, t.statementId, t.callId),
    index('told_statements_briefing').on(t.organizationId, t.briefingId, t.at, t.callId, t.statementId),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
    foreignKey({
      columns: [t.organizationId, t.briefingVersionId],
      foreignColumns: [briefingVersions.organizationId, briefingVersions.id],
    }),
  ],
);
