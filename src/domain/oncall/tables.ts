import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { clients } from '../clients/tables';
import type { OverrideKind, Rotation } from './model';

/** Who is responsible for a client at an instant. Times of rotations are wall times of `timeZone`. */
export const onCallSchedules = pgTable(
  'on_call_schedules',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    /** IANA name */
    timeZone: text().notNull(),
    rotations: jsonb().$type<Rotation[]>().notNull(),
    isHandoverTold: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    /** When the engine looks at it next: the next hand-over, or to look for gaps ahead. */
    nextCheckAt: instant(),
    claimedUntil: instant(),
    /** Who was on call when the engine looked last: contact ids. */
    lastOnCall: jsonb().$type<string[]>().notNull().default([]),
    /** The gaps that somebody was told of end here or before. */
    gapsToldUntil: instant(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('on_call_schedules_client').on(t.organizationId, t.clientId, t.name, t.id),
    index('on_call_schedules_due')
      .on(t.nextCheckAt)
      .where(sql`removed_at is null`),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);

/** A change for a while. Cancelled ones stay for the record. */
export const onCallOverrides = pgTable(
  'on_call_overrides',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    scheduleId: uuid().notNull(),
    kind: text().$type<OverrideKind>().notNull(),
    contactId: uuid(),
    replacedContactId: uuid(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    note: text().notNull(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
    cancelledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('on_call_overrides_schedule').on(t.organizationId, t.scheduleId, t.endsAt),
    foreignKey({
      columns: [t.organizationId, t.scheduleId],
      foreignColumns: [onCallSchedules.organizationId, onCallSchedules.id],
    }),
  ],
);

/** Shifts that stand instead of the schedule for a while; two of one schedule never overlap. */
export const onCallCoverages = pgTable(
  'on_call_coverages',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    scheduleId: uuid().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Instants as RFC 3339 UTC. */
    shifts: jsonb().$type<{ contactId: string; startsAt: string; endsAt: string }[]>().notNull(),
    note: text().notNull(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
    cancelledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('on_call_coverages_schedule').on(t.organizationId, t.scheduleId, t.endsAt),
    foreignKey({
      columns: [t.organizationId, t.scheduleId],
      foreignColumns: [onCallSchedules.organizationId, onCallSchedules.id],
    }),
  ],
);

/** Dates on which a client counts as having a holiday. */
export const clientHolidays = pgTable(
  'client_holidays',
  {
    organizationId: organizationColumn(),
    clientId: uuid().notNull(),
    date: date({ mode: 'string' }).notNull(),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.clientId, t.date] }),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.clientId],
    }),
  ],
);
