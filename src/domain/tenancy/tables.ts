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
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import type { Role } from '../../kernel/actor';
import type { AbandonedRule, DeskPreferences, PresenceState } from './model';

/** The answering service. Its own id is the tenant. */
export const organizations = pgTable('organizations', {
  organizationId: organizationColumn().primaryKey(),
  name: text().notNull(),
  /** Shown to a contact as "Call the operator"; E.164. */
  phone: text(),
  createdAt: instant().notNull(),
});

/** A person's place in one organization. Someone who works for two services has two, with a password each. */
export const memberships = pgTable(
  'memberships',
  {
    organizationId: organizationColumn().references(() => organizations.organizationId),
    id: idColumn(),
    clientId: clientColumn(),
    role: text().$type<Role>().notNull(),
    name: text().notNull(),
    /** The sign-in name, and where work reaches this person. */
    email: text().notNull(),
    /** What this person speaks with callers, as BCP 47 names. */
    languages: jsonb().$type<string[]>().notNull().default([]),
    createdAt: instant().notNull(),
    disabledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('memberships_email').on(t.organizationId, sql`lower(${t.email})`),
    index('memberships_sign_in').on(sql`lower(${t.email})`),
    index('memberships_role').on(t.organizationId, t.role),
  ],
);

/** The password (argon2id). The application may write it but not read it back: only `gate.sign_in_candidates` does. */
export const credentials = pgTable(
  'credentials',
  {
    organizationId: organizationColumn(),
    membershipId: uuid().notNull(),
    passwordHash: text().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.membershipId] }),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);

/** A signed-in browser. Ends when revoked, idle or too old; the cookie alone opens nothing. */
export const sessions = pgTable(
  'sessions',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    membershipId: uuid().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    address: text().notNull(),
    userAgent: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('sessions_id').on(t.id),
    index('sessions_membership').on(t.organizationId, t.membershipId, t.id),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);

/** For outside programs. Only the key's SHA-256 is kept: it has 256 random bits, so nothing slower is needed. */
export const apiKeys = pgTable(
  'api_keys',
  {
    organizationId: organizationColumn().references(() => organizations.organizationId),
    id: idColumn(),
    clientId: clientColumn(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    keyHash: text().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), uniqueIndex('api_keys_hash').on(t.keyHash)],
);

/** What a POST with an Idempotency-Key answered; kept for a day. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organizationId: organizationColumn(),
    apiKeyId: uuid().notNull(),
    key: text().notNull(),
    clientId: clientColumn(),
    requestHash: text().notNull(),
    /** null while the first request is still at work */
    status: integer(),
    body: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.apiKeyId, t.key] }),
    index('idempotency_keys_created').on(t.createdAt),
  ],
);

/** Who sits at a desk: its live stream says so twice a minute while it is open. Staff only. */
export const presences = pgTable(
  'presences',
  {
    organizationId: organizationColumn(),
    membershipId: uuid().notNull(),
    seenAt: instant().notNull(),
    /** What the person chose; on call and wrap-up follow from the calls. */
    state: text().$type<PresenceState>().notNull().default('preparing'),
    /** Why on a break; '' otherwise. */
    reason: text().notNull().default(''),
    /** Since when it is so; null: since the desk was opened. */
    changedAt: instant(),
    /** When this person last heard the ring of this desk. */
    ringTestedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.membershipId] }),
    index('presences_seen').on(t.organizationId, t.seenAt),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);

/** How one person has set up the desk: keys, sound. */
export const deskPreferences = pgTable(
  'desk_preferences',
  {
    organizationId: organizationColumn(),
    membershipId: uuid().notNull(),
    preferences: jsonb().$type<DeskPreferences>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.membershipId] }),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);

/** What an answering service has laid down for all its clients; without a row the defaults of model.ts hold. */
export const serviceRules = pgTable('service_rules', {
  organizationId: organizationColumn()
    .primaryKey()
    .references(() => organizations.organizationId),
  /** The playbook where neither briefing, call type nor client names one. */
  playbookId: text().notNull(),
  serviceLevelPercent: integer().notNull(),
  serviceLevelSeconds: integer().notNull(),
  abandonedRule: text().$type<AbandonedRule>().notNull(),
  /** Shorter waits of callers who hung up are left out, under `after_threshold`. */
  abandonedAfterSeconds: integer().notNull(),
  /** Operator time is billed in steps of so many seconds, each call rounded up, and at least so many a call. */
  billingStepSeconds: integer().notNull().default(60),
  billingLeastSeconds: integer().notNull().default(60),
  changedAt: instant().notNull(),
});
