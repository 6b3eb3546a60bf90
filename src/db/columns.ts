import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** A UUIDv7 made by the application; the primary key is always (organization_id, id). */
export const idColumn = () => uuid().notNull();

/** The tenant wall: row security compares it with the transaction's organization. */
export const organizationColumn = () => uuid().notNull();

/** The wall around a client's people; null where a row concerns the answering service alone. */
export const clientColumn = () => uuid();

/** An instant, UTC, to the millisecond (what a JavaScript Date can hold, so that cursors compare exactly). */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
