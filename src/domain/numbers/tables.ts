import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import { organizations } from '../tenancy/tables';
import type { ConnectionKind } from './model';

/** A phone number that belongs to a client; E.164, unique inside the organization. */
export const dids = pgTable(
  'dids',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    number: text().notNull(),
    label: text().notNull(),
    answerPhrase: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('dids_number').on(t.organizationId, t.number),
    index('dids_client').on(t.organizationId, t.clientId, t.number),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** A telephone switch that reports calls. The secret is sealed with ENCRYPTION_KEY. */
export const telephonyConnections = pgTable(
  'telephony_connections',
  {
    organizationId: organizationColumn().references(() => organizations.organizationId),
    id: idColumn(),
    name: text().notNull(),
    kind: text().$type<ConnectionKind>().notNull(),
    sealedSecret: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('telephony_connections_id').on(t.id),
  ],
);
