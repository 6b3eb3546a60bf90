import { sql } from 'drizzle-orm';
import {
  boolean,
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
import type {
  AttemptState,
  Channel,
  DeliveryCause,
  DeliveryState,
  EscalationMessage,
  NoticeMessage,
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
    recipientName: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    address: text().notNull(),
    /** `escalation`: waits for an acknowledgement. `notice`: a word, and nothing follows from it. */
    cause: text().$type<DeliveryCause>().notNull().default('escalation'),
    message: jsonb().$type<EscalationMessage | NoticeMessage>().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    attempts: integer().notNull(),
    nextAttemptAt: instant(),
    /** Until then it waits in a queue; afterwards the next sweep queues it again (Redis may have been flushed). */
    claimedUntil: instant(),
    /** Until then a worker is handing it over; afterwards that worker counts as dead. */
    sendingUntil: instant(),
    isPossiblyDuplicated: boolean().notNull().default(false),
    failure: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('deliveries_once').on(t.organizationId, t.causeId, t.cycle, t.step, t.methodId),
    index('deliveries_due')
      .on(t.nextAttemptAt)
      .where(sql`state in ('pending', 'sending', 'failed_temporary')`),
    index('deliveries_state').on(t.state),
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
