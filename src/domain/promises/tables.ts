import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { calls } from '../calls/tables';
import type { PromiseKind, PromiseReason, PromiseState, TryOutcome } from './model';

/**
 * Something a caller was told would happen by a time. So far every promise is a callback that a recall or an answered
 * question asks for; `causeId` is that recall or group of questions.
 */
export const promises = pgTable(
  'promises',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    /** The newest call of this caller that it goes back to. */
    callId: uuid().notNull(),
    kind: text().$type<PromiseKind>().notNull(),
    reason: text().$type<PromiseReason>().notNull(),
    causeId: uuid().notNull(),
    briefingId: uuid().notNull(),
    /** Why, in words for whoever calls. */
    what: text().notNull(),
    /** What the caller was told, or asked. */
    before: text().notNull(),
    /** The wording to say now, by its key in the briefing in force; null: nothing replaces it, say `what`. */
    wordingKey: text(),
    callerName: text().notNull(),
    /** E.164 */
    callerPhone: text().notNull(),
    dueAt: instant().notNull(),
    state: text().$type<PromiseState>().notNull(),
    tries: integer().notNull().default(0),
    claimedAt: instant(),
    claimedById: text(),
    claimedByName: text(),
    /** Not before this: the caller was not reached just now. */
    nextTryAt: instant(),
    endedAt: instant(),
    endedByName: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('promises_once').on(t.organizationId, t.causeId, t.callerPhone),
    index('promises_open')
      .on(t.organizationId, t.dueAt, t.id)
      .where(sql`state = 'open'`),
    index('promises_client').on(t.organizationId, t.clientId, t.state, t.dueAt, t.id),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** One try to reach a caller; append-only. */
export const promiseTries = pgTable(
  'promise_tries',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    promiseId: uuid().notNull(),
    outcome: text().$type<TryOutcome>().notNull(),
    note: text().notNull(),
    /** What was said to the caller, word for word; '' when nobody was reached. */
    said: text().notNull(),
    at: instant().notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('promise_tries_promise').on(t.organizationId, t.promiseId, t.id),
    foreignKey({
      columns: [t.organizationId, t.promiseId],
      foreignColumns: [promises.organizationId, promises.id],
    }),
  ],
);
