import { and, count, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { contactMethods, contacts } from '../contacts/tables';
import { MOST_UNREAD_COUNTED, type InboxItem, type listInboxInput } from './model';
import { canKeepInbox } from './policy';
import { deliveries } from './tables';

/** What an item shows of either kind of message. (Escalations stand to the right: by SQL.) */
const itemColumns = {
  id: deliveries.id,
  escalationId: sql<
    string | null
  >`case when ${deliveries.cause} = 'escalation' then ${deliveries.causeId} end`,
  clientName: sql<string | null>`${deliveries.message}->>'clientName'`,
  urgency: sql<string | null>`${deliveries.message}->>'urgency'`,
  summary: sql<string>`coalesce(${deliveries.message}->>'summary', ${deliveries.message}->>'subject', '')`,
  path: sql<string>`coalesce(${deliveries.message}->>'path', '/portal/escalations/' || ${deliveries.causeId})`,
  isOver: sql<boolean>`exists (
    select from escalations e where e.organization_id = ${deliveries.organizationId} and e.id = ${deliveries.causeId}
    and e.state not in ('open', 'unanswered'))`,
  at: sql<Date>`coalesce(${deliveries.sentAt}, ${deliveries.createdAt})`.mapWith(deliveries.createdAt),
  readAt: deliveries.readAt,
};

/** The `app` methods, also removed ones, of the contacts that the actor signs in as; at most 200. */
async function loadOwnMethods(tx: ReadTx): Promise<string[]> {
  const rows = await tx.db
    .select({ id: contactMethods.id })
    .from(contactMethods)
    .innerJoin(
      contacts,
      and(
        eq(contacts.organizationId, contactMethods.organizationId),
        eq(contacts.id, contactMethods.contactId),
      ),
    )
    .where(
      within(tx, contactMethods, eq(contactMethods.channel, 'app'), eq(contacts.membershipId, tx.actor.id)),
    )
    .limit(200);
  return rows.map(({ id }) => id);
}

/** Of the actor's own messages in the product. Committed as sent, a message is there. */
export async function ownInbox(tx: ReadTx, ...conditions: (SQL | undefined)[]): Promise<SQL | undefined> {
  const methods = await loadOwnMethods(tx);
  if (methods.length === 0) return sql`false`;
  return within(
    tx,
    deliveries,
    eq(deliveries.channel, 'app'),
    inArray(deliveries.methodId, methods),
    inArray(deliveries.state, ['sent', 'delivered']),
    ...conditions,
  );
}

/** The signed-in person's messages in the product, newest first. */
export async function listInbox(
  actor: Actor,
  { cursor, limit }: z.output<typeof listInboxInput>,
): Promise<Page<InboxItem>> {
  requireAllowed(canKeepInbox(actor));
  const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return readTx(actor, async (tx) => {
    const items = await tx.db
      .select(itemColumns)
      .from(deliveries)
      .where(await ownInbox(tx, before === undefined ? undefined : lt(deliveries.id, before)))
      .orderBy(desc(deliveries.id))
      .limit(limit + 1);
    return toPage(items, limit, (last) => [last.id]);
  });
}

/** How many of them nobody has looked at; counted up to one more than MOST_UNREAD_COUNTED. */
export async function countUnread(actor: Actor): Promise<number> {
  requireAllowed(canKeepInbox(actor));
  return readTx(actor, async (tx) => {
    const unread = tx.db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(await ownInbox(tx, isNull(deliveries.readAt)))
      .limit(MOST_UNREAD_COUNTED + 1)
      .as('unread');
    const [row] = await tx.db.select({ count: count() }).from(unread);
    return row?.count ?? 0;
  });
}

/** Who reads what is sent to an `app` method: a person who may sign in; null: nobody. */
export async function findInboxOwner(actor: Actor, methodId: string): Promise<string | null> {
  return readTx(actor, async (tx) => {
    const rows = await tx.db.execute<{ id: string }>(sql`
      select m.id from contact_methods cm
      join contacts c on c.organization_id = cm.organization_id and c.id = cm.contact_id
      join memberships m on m.organization_id = c.organization_id and m.id = c.membership_id
      where cm.organization_id = ${actor.organizationId} and cm.id = ${methodId} and m.disabled_at is null`);
    return rows[0]?.id ?? null;
  });
}
