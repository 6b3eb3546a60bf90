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
import type { SurgeState, SurgeWords } from './model';

/** Many calls for one client about the same, while no briefing tells operators what to say. */
export const surges = pgTable(
  'surges',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    state: text().$type<SurgeState>().notNull(),
    /** Calls that say the same, when it was last looked at. */
    calls: integer().notNull(),
    /** The calls' own words, at most 12. */
    words: jsonb().$type<SurgeWords[]>().notNull(),
    detectedAt: instant().notNull(),
    endedAt: instant(),
    endedByName: text(),
    briefingId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('surges_open')
      .on(t.organizationId, t.clientId)
      .where(sql`state = 'open'`),
    index('surges_client').on(t.organizationId, t.clientId, t.detectedAt),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
