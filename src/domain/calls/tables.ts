import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { briefingVersions } from '../briefings/tables';
import { clients } from '../clients/tables';
import type { ApologyKind } from '../playbooks/model';
import type {
  CallChannel,
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
    /** `email`: a complaint in writing, entered by hand. */
    channel: text().$type<CallChannel>().notNull().default('phone'),
    /** The playbook it began with: a built-in's name or a UUID, and the version. */
    playbookId: text().notNull().default('step_back'),
    playbookVersion: integer().notNull().default(1),
    callTypeId: uuid(),
    /** The matter as heard, to repeat back. */
    issue: text().notNull().default(''),
    apology: text().$type<ApologyKind>(),
    /** How often the boundary was named; the points of the log of kind `abuse`. */
    abuseCount: integer().notNull().default(0),
    /** When each step of the playbook was ticked, by its id. */
    steps: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The colleague to whom it is being handed over, until one of the two decides. */
    handoverToId: uuid(),
    handoverToName: text(),
    handoverWords: text(),
    handoverAt: instant(),
    /** When this caller rang the same client again, within a day; null: not, or not yet. */
    rangAgainAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('calls_provider_call').on(t.organizationId, t.providerCallId, t.source),
    index('calls_client').on(t.organizationId, t.clientId, t.id),
    index('calls_client_ring').on(t.organizationId, t.clientId, t.ringAt),
    index('calls_briefing').on(t.organizationId, t.briefingId, t.id),
    index('calls_operator').on(t.organizationId, t.answeredById, t.clientId),
    // Holds what reports count besides (drizzle/0027_reports.sql).
    index('calls_ring').on(t.organizationId, t.ringAt),
    index('calls_number_given').on(t.organizationId, t.callerPhone, t.ringAt),
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
    /** The window it is typed in, so that two windows of one person do not overwrite each other; '': not told. */
    deskId: text().notNull().default(''),
    clientId: clientColumn(),
    text: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId, t.byId, t.deskId] }),
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

/** In whose windows a call is open right now; a row that was not renewed for a minute counts no more. */
export const callDesks = pgTable(
  'call_desks',
  {
    organizationId: organizationColumn(),
    callId: uuid().notNull(),
    /** Made by the window. */
    deskId: uuid().notNull(),
    clientId: clientColumn(),
    membershipId: uuid().notNull(),
    name: text().notNull(),
    /** Has claimed the writing: the others read along until they ask for it. */
    isWriting: boolean().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId, t.deskId] }),
    index('call_desks_seen').on(t.seenAt),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** All words of a call in one text, for the search; kept by the database (drizzle/0007). */
export const callWords = pgTable(
  'call_words',
  {
    organizationId: organizationColumn(),
    callId: uuid().notNull(),
    clientId: clientColumn(),
    ringAt: instant().notNull(),
    /** The caller's name and numbers, and the matter. */
    head: text().notNull(),
    /** The points of the log; the first 20,000 characters. */
    log: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId] }),
    index('call_words_recent').on(t.organizationId, t.ringAt, t.callId),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);
