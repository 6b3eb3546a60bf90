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
import { calls } from '../calls/tables';
import type { HeldReason, MessageFault, MessageState } from './model';

/** What a client is told of one call, worded when the call was closed. */
export const messages = pgTable(
  'messages',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    callId: uuid().notNull(),
    /** 0: the log at the close; then one for each correction. */
    part: integer().notNull(),
    state: text().$type<MessageState>().notNull(),
    subject: text().notNull(),
    lines: jsonb().$type<string[]>().notNull(),
    createdAt: instant().notNull(),
    /** Whoever closed the call or corrected it: somebody else reviews. */
    createdById: text().notNull(),
    createdByName: text().notNull(),
    heldBecause: text().$type<HeldReason>(),
    /** When its digest goes out; null: it waits for a person, or is done. */
    dueAt: instant(),
    /** Until then it waits in a queue. */
    claimedUntil: instant(),
    releasedAt: instant(),
    releasedByName: text(),
    /** What its deliveries are about; the messages of one digest share it. null: nothing was sent. */
    releaseId: uuid(),
    reviewedById: text(),
    reviewedByName: text(),
    reviewWords: text().notNull().default(''),
    /** What the review found, by kind. */
    categories: jsonb().$type<MessageFault[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('messages_once').on(t.organizationId, t.callId, t.part),
    index('messages_client').on(t.organizationId, t.clientId, t.id),
    index('messages_state').on(t.organizationId, t.state, t.id),
    index('messages_faulty')
      .on(t.organizationId, t.id)
      .where(sql`categories <> '[]'::jsonb`),
    index('messages_due')
      .on(t.dueAt)
      .where(sql`state = 'waiting'`),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);
