import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { CallTypeIntake, PlaybookContent } from './model';

/** An answering service's own playbooks. The built-in ones are code, see built-in-playbooks.ts. */
export const playbooks = pgTable(
  'playbooks',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** Of the version in use, for lists. */
    name: text().notNull(),
    currentVersion: integer().notNull(),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] })],
);

/** Every version there was; append-only, because calls keep the one they began with. */
export const playbookVersions = pgTable(
  'playbook_versions',
  {
    organizationId: organizationColumn(),
    playbookId: uuid().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<PlaybookContent>().notNull(),
    changedAt: instant().notNull(),
    changedByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.playbookId, t.version] }),
    foreignKey({
      columns: [t.organizationId, t.playbookId],
      foreignColumns: [playbooks.organizationId, playbooks.id],
    }),
  ],
);

/** Why somebody calls. */
export const callTypes = pgTable(
  'call_types',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** null: for all clients. */
    clientId: clientColumn(),
    name: text().notNull(),
    /** A built-in's name or the UUID of an own playbook. */
    playbookId: text(),
    intake: jsonb().$type<CallTypeIntake[]>().notNull(),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('call_types_client').on(t.organizationId, t.clientId, t.name),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
