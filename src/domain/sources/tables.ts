import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { SourceKind } from './model';

/** A program outside that may begin drafts for one client: a status page, or anything that signs its webhooks. */
export const briefingSources = pgTable(
  'briefing_sources',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    kind: text().$type<SourceKind>().notNull(),
    name: text().notNull(),
    sealedSecret: text().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
    lastReceivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('briefing_sources_id').on(t.id),
    index('briefing_sources_client').on(t.organizationId, t.clientId, t.id),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
