import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';

/** "All our calls until 18:00": a client has switched its phones over. It ends by itself at `endsAt`, or earlier. */
export const overflowWindows = pgTable(
  'overflow_windows',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    note: text().notNull(),
    openedAt: instant().notNull(),
    openedByName: text().notNull(),
    closedAt: instant(),
    closedByName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('overflow_windows_open')
      .on(t.organizationId, t.endsAt)
      .where(sql`closed_at is null`),
    index('overflow_windows_client').on(t.organizationId, t.clientId, t.id),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
