import { sql } from 'drizzle-orm';
import { bigint, customType, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { clientColumn, instant, organizationColumn } from '../../db/columns';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/**
 * What happened, for the screens that are open now; kept for a day. `transactionId` is what a screen resumes from:
 * sequence numbers are handed out before commit, so "everything after number n" could miss a slow transaction.
 */
export const liveEvents = pgTable(
  'live_events',
  {
    organizationId: organizationColumn(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    transactionId: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    clientId: clientColumn(),
    at: instant().notNull(),
    type: text().notNull(),
    /** superjson: `{json, meta}` */
    payload: jsonb().$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.seq] }),
    index('live_events_seq').on(t.seq),
    index('live_events_resume').on(t.organizationId, t.transactionId),
    index('live_events_at').on(t.at),
  ],
);
