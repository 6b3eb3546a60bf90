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
import type {
  EvidenceKind,
  PromiseEventType,
  PromiseKind,
  PromiseOwner,
  PromiseReason,
  PromiseState,
  RemindStage,
  TryOutcome,
} from './model';

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
    /** How it ended, in words: how it was kept, why it was broken, how the caller agreed to another; '' until then. */
    evidence: text().notNull().default(''),
    /** What shows it: the call out or the delivery; null: the words alone. */
    evidenceKind: text().$type<EvidenceKind>(),
    evidenceId: uuid(),
    /**
     * The promise in whose place this one stands, with the caller's consent, and the one that stands in this one's. The
     * cause goes on to the successor; whoever is replaced becomes its own cause.
     */
    replacesId: uuid(),
    replacedById: uuid(),
    /** IANA name of the zone in which the caller lives; null: not known, or the client's. */
    callerTimeZone: text(),
    /** Whose turn it is to call, where an operator handed it over: the membership. */
    assignedToId: uuid(),
    assignedToName: text(),
    /** What its owner, and then the account managers, are told next; null: nothing more. */
    remindStage: text().$type<RemindStage>(),
    remindAt: instant(),
    /** Until then the reminder waits in a queue. */
    remindClaimedUntil: instant(),
    /** Whoever gave it: the membership or the API key; null in rows of before. */
    createdById: text(),
    createdByName: text().notNull().default(''),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('promises_once').on(t.organizationId, t.causeId, t.callerPhone),
    index('promises_remind')
      .on(t.remindAt)
      .where(sql`remind_at is not null`),
    index('promises_client_due').on(t.organizationId, t.clientId, t.dueAt, t.id),
    index('promises_owner')
      .on(t.organizationId, t.ownerId, t.dueAt, t.id)
      .where(sql`state = 'open'`),
    index('promises_open')
      .on(t.organizationId, t.dueAt, t.id)
      .where(sql`state = 'open'`),
    // Holds what reports count besides (drizzle/0027_reports.sql).
    index('promises_due').on(t.organizationId, t.dueAt, t.id),
    index('promises_state').on(t.organizationId, t.state, t.dueAt, t.id),
    index('promises_kept_late')
      .on(t.organizationId, t.dueAt, t.id)
      .where(sql`state = 'kept' and ended_at > due_at`),
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

/** The ledger's lines: what happened to a promise, in words; append-only. */
export const promiseEvents = pgTable(
  'promise_events',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    promiseId: uuid().notNull(),
    type: text().$type<PromiseEventType>().notNull(),
    words: text().notNull(),
    at: instant().notNull(),
    byName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('promise_events_promise').on(t.organizationId, t.promiseId, t.id),
    foreignKey({
      columns: [t.organizationId, t.promiseId],
      foreignColumns: [promises.organizationId, promises.id],
    }),
  ],
);
