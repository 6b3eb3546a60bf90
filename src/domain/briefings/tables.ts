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
import type { BriefingContent, BriefingState } from './model';

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
    resolvedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    updatedByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('briefings_client').on(t.organizationId, t.clientId, t.state, t.id),
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
