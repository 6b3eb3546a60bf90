import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { memberships } from '../tenancy/tables';
import type {
  AttemptState,
  Channel,
  DeliveryCause,
  DeliveryMessage,
  DeliveryState,
  EventType,
  WaitReason,
} from './model';

/**
 * One message to one contact method. The row is the truth: queues only carry its id.
 * `causeId` is what it is about (an escalation); no foreign key, because causes stand to the right of this feature.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    causeId: uuid().notNull(),
    cycle: integer().notNull(),
    step: integer().notNull(),
    /** The contact method, or the membership of an account manager. */
    methodId: uuid().notNull(),
    /** The contact, or the membership of an account manager; null in rows of before. */
    recipientId: uuid(),
    recipientName: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    address: text().notNull(),
    cause: text().$type<DeliveryCause>().notNull().default('escalation'),
    message: jsonb().$type<DeliveryMessage>().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    attempts: integer().notNull(),
    nextAttemptAt: instant(),
    /** Why `nextAttemptAt` lies ahead; null: nothing holds it, or a retry. */
    waitsFor: text().$type<WaitReason>(),
    /** What goes first when not everything can: 0 emergency, 1 urgent, 2 routine, 3 a notice or an event. */
    priority: smallint().notNull().default(1),
    /** The delivery in whose message this one travelled with others; of the carrying one its own id. */
    bundleId: uuid(),
    /** Until then it waits in a queue; afterwards the next sweep queues it again (Redis may have been flushed). */
    claimedUntil: instant(),
    /** Until then a worker is handing it over; afterwards that worker counts as dead. */
    sendingUntil: instant(),
    isPossiblyDuplicated: boolean().notNull().default(false),
    failure: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
    /** How often handling it ended in a fault of our own; after five it is set aside, to hold up nobody. */
    faults: integer().notNull().default(0),
    setAsideAt: instant(),
    setAsideBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('deliveries_once').on(t.organizationId, t.causeId, t.cycle, t.step, t.methodId),
    index('deliveries_due')
      .on(t.nextAttemptAt)
      .where(sql`state in ('pending', 'sending', 'failed_temporary')`),
    index('deliveries_state').on(t.state),
    // Fair claims: of each tenant the most urgent first.
    index('deliveries_fair')
      .on(t.organizationId, t.priority, t.nextAttemptAt, t.id)
      .where(sql`state in ('pending', 'sending', 'failed_temporary') and set_aside_at is null`),
    // What waits for the same person at the same address may travel together.
    index('deliveries_address')
      .on(t.organizationId, t.channel, t.address, t.nextAttemptAt)
      .where(sql`state in ('pending', 'failed_temporary')`),
    index('deliveries_bundle')
      .on(t.organizationId, t.bundleId)
      .where(sql`bundle_id is not null`),
    index('deliveries_inbox')
      .on(t.organizationId, t.methodId, t.id)
      .where(sql`channel = 'app'`),
    // What an endpoint was sent, newest first.
    index('deliveries_endpoint')
      .on(t.organizationId, t.methodId, t.id)
      .where(sql`cause = 'event'`),
    index('deliveries_set_aside')
      .on(t.organizationId, t.setAsideAt)
      .where(sql`set_aside_at is not null`),
  ],
);

/** One hand-over to a provider: written `sending` before the provider is called, finished after. */
export const attempts = pgTable(
  'attempts',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    deliveryId: uuid().notNull(),
    number: integer().notNull(),
    state: text().$type<AttemptState>().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    providerId: text(),
    failure: text(),
    /** What the provider reported of it, also before its answer reached us; later reports never take `delivered` back. */
    report: text().$type<'delivered' | 'failed' | 'failed_final'>(),
    reportWords: text(),
    reportedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('attempts_number').on(t.organizationId, t.deliveryId, t.number),
    foreignKey({
      columns: [t.organizationId, t.deliveryId],
      foreignColumns: [deliveries.organizationId, deliveries.id],
    }),
  ],
);

/**
 * The number that a person answers a text message with. Unique for a phone across tenants while it is in use and for a
 * day after; handed out and looked up by the gate alone (gate.take_reply_code, gate.reply_targets).
 */
export const replyCodes = pgTable(
  'reply_codes',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    /** E.164 */
    phone: text().notNull(),
    code: integer().notNull(),
    /** The delivery whose message names it; what travelled with that one is meant too. */
    deliveryId: uuid().notNull(),
    takenAt: instant().notNull(),
    releasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('reply_codes_phone').on(t.phone, t.code, t.takenAt),
    uniqueIndex('reply_codes_delivery').on(t.organizationId, t.deliveryId),
    foreignKey({
      columns: [t.organizationId, t.deliveryId],
      foreignColumns: [deliveries.organizationId, deliveries.id],
    }),
  ],
);

/** What people answered by text message or e-mail, and what they were told; append-only. Providers repeat themselves. */
export const inboundMessages = pgTable(
  'inbound_messages',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    channel: text().$type<'sms' | 'email'>().notNull(),
    /** Twilio's MessageSid, or the e-mail's Message-ID. */
    providerId: text().notNull(),
    fromAddress: text().notNull(),
    text: text().notNull(),
    deliveryId: uuid(),
    causeId: uuid(),
    /** What it was taken for, such as `acknowledged`, `already`, `stale`, `note`, `unclear`. */
    outcome: text().notNull(),
    /** What the person was told; null: silence. */
    answer: text(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('inbound_messages_once').on(t.organizationId, t.channel, t.providerId),
    index('inbound_messages_from').on(t.organizationId, t.fromAddress, t.at),
    index('inbound_messages_cause').on(t.organizationId, t.causeId, t.id),
  ],
);

/** A program that wants to be told. Disabled ones stay for the record. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** Only what happens at this client; null: at all. */
    clientId: clientColumn(),
    url: text().notNull(),
    events: jsonb().$type<EventType[]>().notNull(),
    sealedSecret: text().notNull(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
    disabledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('webhook_endpoints_live')
      .on(t.organizationId, t.id)
      .where(sql`disabled_at is null`),
  ],
);

/** A browser that somebody allowed to be woken (Web Push, RFC 8030). */
export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    /** Of the member; null: staff. */
    clientId: clientColumn(),
    membershipId: uuid().notNull(),
    endpoint: text().notNull(),
    keys: jsonb().$type<{ p256dh: string; auth: string }>().notNull(),
    userAgent: text().notNull(),
    createdAt: instant().notNull(),
    /** The push service says that it is no more. */
    goneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('push_subscriptions_endpoint').on(t.organizationId, t.endpoint),
    index('push_subscriptions_member').on(t.organizationId, t.membershipId),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);
