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
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { calls } from '../calls/tables';
import type { ReportState, UpdateChannel, UpdateState } from './model';

/**
 * Who acknowledged an escalation is asked to report back by a time: one a run. `remindAt` is what the engine looks for.
 * (No foreign key: escalations stand to the right.)
 */
export const reportRequests = pgTable(
  'report_requests',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    escalationId: uuid().notNull(),
    /** Of the run that was acknowledged. */
    runFromCycle: integer().notNull(),
    /** The contact or the membership; null: whoever answered was not named. */
    personId: uuid(),
    personName: text().notNull(),
    /** The message that was answered: its page takes the report too. null: said otherwise. */
    deliveryId: uuid(),
    state: text().$type<ReportState>().notNull(),
    askedAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** How often was reminded. */
    reminders: integer().notNull().default(0),
    remindAt: instant(),
    claimedUntil: instant(),
    reportedAt: instant(),
    reportedByName: text(),
    words: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('report_requests_once').on(t.organizationId, t.escalationId, t.runFromCycle),
    index('report_requests_remind')
      .on(t.remindAt)
      .where(sql`remind_at is not null`),
    index('report_requests_open')
      .on(t.organizationId, t.dueAt, t.id)
      .where(sql`state in ('open', 'overdue')`),
    index('report_requests_due').on(t.organizationId, t.dueAt, t.id),
    index('report_requests_client').on(t.organizationId, t.clientId, t.dueAt, t.id),
  ],
);

/** A caller agreed to be told when the matter is settled, and how: one a call. */
export const callerUpdates = pgTable(
  'caller_updates',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    callId: uuid().notNull(),
    channel: text().$type<UpdateChannel>().notNull(),
    /** E.164, or an e-mail address. */
    address: text().notNull(),
    /** What the caller said yes to, as the operator put it. */
    consent: text().notNull(),
    consentedAt: instant().notNull(),
    recordedById: text().notNull(),
    recordedByName: text().notNull(),
    state: text().$type<UpdateState>().notNull(),
    /** The escalation that settled it. */
    escalationId: uuid(),
    /** What the caller was told, word for word; '' until then. */
    words: text().notNull().default(''),
    toldAt: instant(),
    /** The engine has something to do about it: its matter is settled. */
    tellAt: instant(),
    claimedUntil: instant(),
    /** The number answered STOP. */
    stoppedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('caller_updates_once').on(t.organizationId, t.callId),
    index('caller_updates_state').on(t.organizationId, t.state, t.id),
    index('caller_updates_client').on(t.organizationId, t.clientId, t.id),
    index('caller_updates_client_state').on(t.organizationId, t.clientId, t.state, t.id),
    index('caller_updates_address')
      .on(t.address)
      .where(sql`channel = 'sms'`),
    index('caller_updates_tell')
      .on(t.tellAt)
      .where(sql`tell_at is not null`),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);
