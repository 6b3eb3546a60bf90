import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { briefings } from '../briefings/tables';
import type { Urgency } from '../calls/model';
import type { Cadence, PackState } from './model';
import type { PackContent } from './pack-content';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The hand-back of an incident as it stood at an instant. A row is a request until the worker has made it. */
export const incidentPacks = pgTable(
  'incident_packs',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    /** Calls that rang until then are in it. */
    asOf: instant().notNull(),
    state: text().$type<PackState>().notNull(),
    /** 0 to 100. */
    progress: smallint().notNull().default(0),
    /** While it is to be made: when the engine looks at it. */
    dueAt: instant(),
    claimedUntil: instant(),
    /** Until then a worker has it in hand; renewed while it works. */
    workedUntil: instant(),
    tries: smallint().notNull().default(0),
    failure: text(),
    content: jsonb().$type<PackContent>(),
    calls: integer(),
    pages: integer(),
    requestedById: text().notNull(),
    requestedByName: text().notNull(),
    requestedAt: instant().notNull(),
    readyAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('incident_packs_briefing').on(t.organizationId, t.briefingId, t.id),
    index('incident_packs_due')
      .on(t.dueAt)
      .where(sql`due_at is not null`),
    foreignKey({
      columns: [t.organizationId, t.briefingId],
      foreignColumns: [briefings.organizationId, briefings.id],
    }),
  ],
);

/** The printed pack. */
export const incidentPackFiles = pgTable(
  'incident_pack_files',
  {
    organizationId: organizationColumn(),
    packId: uuid().notNull(),
    clientId: uuid().notNull(),
    pdf: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.packId] }),
    foreignKey({
      columns: [t.organizationId, t.packId],
      foreignColumns: [incidentPacks.organizationId, incidentPacks.id],
    }),
  ],
);

/** Who gets the account of a day or a week, and when; `dueAt` is what the engine looks for. */
export const digestSubscriptions = pgTable(
  'digest_subscriptions',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** null: all clients, for staff. */
    clientId: clientColumn(),
    /** The contact, or the membership of an account manager. */
    contactId: uuid(),
    membershipId: uuid(),
    cadence: text().$type<Cadence>().notNull(),
    /** 1 Monday to 7 Sunday; of weekly ones. */
    weekday: smallint(),
    /** Wall time such as 18:00. */
    time: text().notNull(),
    /** IANA name */
    timeZone: text().notNull(),
    /** Calls below it are only counted. */
    leastUrgency: text().$type<Urgency>().notNull().default('routine'),
    isSentEmpty: boolean().notNull().default(false),
    dueAt: instant(),
    claimedUntil: instant(),
    /** What happened before it was told already. */
    toldUntil: instant().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('digest_subscriptions_client').on(t.organizationId, t.clientId, t.id),
    index('digest_subscriptions_due')
      .on(t.dueAt)
      .where(sql`removed_at is null`),
    uniqueIndex('digest_subscriptions_once')
      .on(
        t.organizationId,
        sql`coalesce(membership_id, contact_id)`,
        t.cadence,
        sql`coalesce(client_id, organization_id)`,
      )
      .where(sql`removed_at is null`),
  ],
);
