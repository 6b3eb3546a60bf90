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
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { ApprovalKind, BriefingContent, BriefingState, ReviewState } from './model';

/** An incident of a client, with the draft that is being written. What operators see is a version, never the draft. */
export const briefings = pgTable(
  'briefings',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    state: text().$type<BriefingState>().notNull(),
    draft: jsonb().$type<BriefingContent>().notNull(),
    /** Counts saves: a save names the revision it is based on. */
    draftRevision: integer().notNull(),
    /** The draft revision that the newest version was made from; 0 before the first. */
    publishedRevision: integer().notNull(),
    /** The newest version's number; 0 before the first. */
    currentVersion: integer().notNull(),
    publishedAt: instant(),
    /** When it ended: resolved or withdrawn. */
    resolvedAt: instant(),
    review: text().$type<ReviewState>().notNull().default('none'),
    submittedAt: instant(),
    submittedById: text(),
    submittedByName: text(),
    reviewedByName: text(),
    reviewWords: text().notNull().default(''),
    unapprovedSince: instant(),
    /** The program outside that began it, and what it calls the incident. */
    sourceId: uuid(),
    sourceName: text().notNull().default(''),
    externalId: text(),
    /** The draft revision that the source wrote last: while the draft stands at it, nobody else has changed it. */
    sourceRevision: integer(),
    /** When the author is next reminded of the update that was announced. */
    remindAt: instant(),
    claimedUntil: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    updatedByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('briefings_client').on(t.organizationId, t.clientId, t.state, t.id),
    index('briefings_outstanding')
      .on(t.organizationId, t.id)
      .where(sql`review = 'submitted' or unapproved_since is not null`),
    index('briefings_remind')
      .on(t.remindAt)
      .where(sql`remind_at is not null`),
    uniqueIndex('briefings_external').on(t.organizationId, t.sourceId, t.externalId),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** What was published, word for word. Immutable: the application's role may not update or delete. */
export const briefingVersions = pgTable(
  'briefing_versions',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<BriefingContent>().notNull(),
    startsAt: instant(),
    endsAt: instant(),
    publishedAt: instant().notNull(),
    publishedById: text().notNull(),
    publishedByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('briefing_versions_number').on(t.organizationId, t.briefingId, t.version),
    foreignKey({
      columns: [t.organizationId, t.briefingId],
      foreignColumns: [briefings.organizationId, briefings.id],
    }),
  ],
);

/**
 * Who approved which words, in which language; append-only. It is the words that are approved, not a version: a
 * statement that goes on unchanged stays approved, and one that changes by a letter has to be approved anew.
 */
export const wordingApprovals = pgTable(
  'wording_approvals',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    key: text().notNull(),
    text: text().notNull(),
    kind: text().$type<ApprovalKind>().notNull(),
    at: instant().notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('wording_approvals_once').on(
      t.organizationId,
      t.briefingId,
      t.key,
      t.kind,
      sql`md5(${t.text})`,
    ),
    foreignKey({
      columns: [t.organizationId, t.briefingId],
      foreignColumns: [briefings.organizationId, briefings.id],
    }),
  ],
);

/** A statement that must not be said any more, with its reason; append-only. */
export const statementWithdrawals = pgTable(
  'statement_withdrawals',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    statementId: uuid().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    correction: text(),
    reason: text().notNull(),
    at: instant().notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('statement_withdrawals_briefing').on(t.organizationId, t.briefingId, t.at),
    index('statement_withdrawals_statement').on(t.organizationId, t.statementId),
    foreignKey({
      columns: [t.organizationId, t.briefingId],
      foreignColumns: [briefings.organizationId, briefings.id],
    }),
  ],
);

/** Which operator confirmed to have read which version; append-only. */
export const briefingReadings = pgTable(
  'briefing_readings',
  {
    organizationId: organizationColumn(),
    versionId: uuid().notNull(),
    membershipId: uuid().notNull(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.versionId, t.membershipId] }),
    index('briefing_readings_reader').on(t.organizationId, t.membershipId, t.briefingId, t.version),
    foreignKey({
      columns: [t.organizationId, t.versionId],
      foreignColumns: [briefingVersions.organizationId, briefingVersions.id],
    }),
  ],
);
