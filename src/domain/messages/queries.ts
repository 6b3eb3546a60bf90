import { and, desc, eq, getTableColumns, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound, requireRow } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadDeliveries } from '../notifications/queries';
import type { listMessagesInput, Message, MessageCard, MessageFault, MessageState } from './model';
import { canReadMessages } from './policy';
import { messages } from './tables';

const { organizationId, claimedUntil, releaseId, reviewedById, ...columns } = getTableColumns(messages);

/** What a client's people see: not what is still under review, nor what was withheld. */
export const forClients: readonly MessageState[] = ['held', 'waiting', 'released'];

/** What a reviewer said and found is between the staff. */
export const forClient = (card: MessageCard): MessageCard => ({ ...card, reviewWords: '', categories: [] });

const forReader = (tx: ReadTx, cards: MessageCard[]): MessageCard[] =>
  tx.actor.clientId === null ? cards : cards.map(forClient);

/** The first condition is that of the index `messages_faulty`. */
const hasFault = (tx: ReadTx, fault: MessageFault) =>
  tx.actor.clientId === null
    ? sql`${messages.categories} <> '[]'::jsonb and ${messages.categories} @> ${JSON.stringify([fault])}::jsonb`
    : sql`false`;

function selectMessages(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  const isVisible = tx.actor.clientId === null ? undefined : inArray(messages.state, [...forClients]);
  // Each has a client. Of an inner join the planner expects so few rows that it would rather sort them all than read a page.
  return tx.db
    .select({
      ...columns,
      clientName: sql<string>`${clients.name}`,
      clientTimeZone: sql<string>`${clients.timeZone}`,
    })
    .from(messages)
    .leftJoin(
      clients,
      and(eq(clients.organizationId, messages.organizationId), eq(clients.clientId, messages.clientId)),
    )
    .where(within(tx, messages, isVisible, ...conditions));
}

/** Cards by id, oldest first. */
export async function loadMessages(tx: ReadTx, ids: readonly string[]): Promise<MessageCard[]> {
  if (ids.length === 0) return [];
  return forReader(tx, await selectMessages(tx, inArray(messages.id, [...ids])).orderBy(messages.id));
}

/** Newest first. */
export async function listMessages(
  actor: Actor,
  input: z.output<typeof listMessagesInput>,
): Promise<Page<MessageCard>> {
  requireAllowed(canReadMessages(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const cards = await selectMessages(
      tx,
      input.clientId === undefined ? undefined : eq(messages.clientId, input.clientId),
      input.state === undefined ? undefined : eq(messages.state, input.state),
      input.callId === undefined ? undefined : eq(messages.callId, input.callId),
      input.category === undefined ? undefined : hasFault(tx, input.category),
      beforeId === undefined ? undefined : lt(messages.id, beforeId),
    )
      .orderBy(desc(messages.id))
      .limit(input.limit + 1);
    return toPage(forReader(tx, cards), input.limit, (last) => [last.id]);
  });
}

export async function getMessage(actor: Actor, messageId: string): Promise<Message> {
  requireAllowed(canReadMessages(actor));
  return readTx(actor, async (tx) => {
    const [card] = await selectMessages(tx, eq(messages.id, messageId));
    const [found] = forReader(tx, [requireFound(card, 'message')]);
    const [row] = await tx.db
      .select({ releaseId: messages.releaseId })
      .from(messages)
      .where(within(tx, messages, eq(messages.id, messageId)));
    const cause = row?.releaseId ?? null;
    return { ...requireRow(found), deliveries: cause === null ? [] : await loadDeliveries(tx, cause) };
  });
}

export type MessageRow = typeof messages.$inferSelect;

/** Rows locked until the transaction ends, oldest first. */
export async function lockMessages(
  tx: ReadTx,
  limit: number,
  ...conditions: (SQL | undefined)[]
): Promise<MessageRow[]> {
  return tx.db
    .select()
    .from(messages)
    .where(within(tx, messages, ...conditions))
    .orderBy(messages.id)
    .limit(limit)
    .for('update');
}
