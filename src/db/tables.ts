import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Sign-in attempts by account and by address; the shape that rate-limiter-flexible expects. */
export const signInLimits = pgTable('sign_in_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** When each worker last swept. */
export const heartbeats = pgTable('heartbeats', {
  worker: text().primaryKey(),
  at: instant().notNull(),
});

/** What app_now() adds to the clock. A trigger refuses rows outside of test databases. */
export const clockOffset = pgTable(
  'clock_offset',
  { isOnly: boolean().notNull(), milliseconds: integer().notNull() },
  (t) => [primaryKey({ columns: [t.isOnly] })],
);
