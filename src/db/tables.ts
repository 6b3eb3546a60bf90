import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Sign-in attempts by account and by address; the shape that rate-limiter-flexible expects. */
export const signInLimits = pgTable('sign_in_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** How many messages went to an address, and through a provider, lately; the same shape. */
export const sendLimits = pgTable('send_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** What the engine found when it last looked for its own omissions. */
export const engineAudits = pgTable('engine_audits', {
  at: instant().primaryKey(),
  /** Rows that were due for more than a minute. */
  overdue: integer().notNull(),
  requeued: integer().notNull(),
  /** Rows that stand set aside. */
  setAside: integer().notNull(),
  oldestSeconds: integer().notNull(),
  worker: text().notNull(),
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
