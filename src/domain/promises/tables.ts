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
import type { PromiseRule } from '../briefings/model';
import type { PromiseKind, PromiseOwner, PromiseReason, PromiseState, TryOutcome } from './model';

/**
 * Something a caller was told would happen by a time: promised by an operator in a call, or a callback that a recall or
 * an answered question asks for; `causeId` is the promise itself, or that recall or group of questions.
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
    /** null: promised in a call without a briefing. */
    briefingId: uuid(),
    /** Why, in words for whoever calls. */
    what: text().notNull(),
    /** What the caller was told, or asked. */
    before: text().notNull(),
    /** The wording to say now, by its key in the briefing in force; null: nothing replaces it, say `what`. */
    wordingKey: text(),
    callerName: text().notNull(),
    /** E.164; null: none is known. Callbacks that follow from a recall or a question always have one. */
    callerPhone: text(),
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
    /** Who does it: the operator who said so, anybody of the service, or the client's responsible contact. */
    owner: text().$type<PromiseOwner>().notNull().default('service'),
    /** The membership, where the owner is an operator. */
    ownerId: uuid(),
    ownerName: text().notNull().default(''),
    /** What the briefing permitted when it was given. */
    rule: text().$type<PromiseRule>(),
    /** How it was kept, in words; '' until then. */
    evidence: text().notNull().default(''),
    createdByName: text().notNull().default(''),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('promises_once').on(t.organizationId, t.causeId, t.callerPhone),
    index('promises_open')
      .on(t.organizationId, t.dueAt, t.id)
      .where(sql`state = 'open'`),
    index('promises_due').on(t.organizationId, t.dueAt, t.id),
    index('promises_call').on(t.organizationId, t.callId, t.id),
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
