import { and, asc, eq, gt, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { after } from '../../kernel/duration';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { contacts } from '../contacts/tables';
import { memberships } from '../tenancy/tables';
import type { Subscription } from './account-content';
import { SETTLING, type listSubscriptionsInput } from './model';
import { canReadAccounts } from './policy';
import { digestSubscriptions } from './tables';

/** The first way to mail a contact. */
const contactEmail = sql<string | null>`(
  select cm.address from contact_methods cm
  where cm.organization_id = ${contacts.organizationId} and cm.contact_id = ${contacts.id}
    and cm.channel = 'email' and cm.removed_at is null and cm.stopped_at is null
  order by cm.position limit 1)`;

/** A client's people see those of their own; what staff read of the client is the staff's matter. */
const isShown = (tx: ReadTx) =>
  tx.actor.clientId === null
    ? undefined
    : or(isNotNull(digestSubscriptions.contactId), eq(memberships.clientId, tx.actor.clientId));

async function selectSubscriptions(
  tx: ReadTx,
  limit: number,
  ...conditions: (SQL | undefined)[]
): Promise<Subscription[]> {
  const rows = await tx.db
    .select({
      id: digestSubscriptions.id,
      clientId: digestSubscriptions.clientId,
      clientName: clients.name,
      contactId: digestSubscriptions.contactId,
      memberId: digestSubscriptions.membershipId,
      contactName: contacts.name,
      contactMembershipId: contacts.membershipId,
      contactEmail,
      memberName: memberships.name,
      memberEmail: memberships.email,
      cadence: digestSubscriptions.cadence,
      weekday: digestSubscriptions.weekday,
      time: digestSubscriptions.time,
      timeZone: digestSubscriptions.timeZone,
      leastUrgency: digestSubscriptions.leastUrgency,
      isSentEmpty: digestSubscriptions.isSentEmpty,
      dueAt: digestSubscriptions.dueAt,
      createdAt: digestSubscriptions.createdAt,
    })
    .from(digestSubscriptions)
    .leftJoin(
      clients,
      and(
        eq(clients.organizationId, digestSubscriptions.organizationId),
        eq(clients.clientId, digestSubscriptions.clientId),
      ),
    )
    .leftJoin(
      contacts,
      and(
        eq(contacts.organizationId, digestSubscriptions.organizationId),
        eq(contacts.id, digestSubscriptions.contactId),
      ),
    )
    .leftJoin(
      memberships,
      and(
        eq(memberships.organizationId, digestSubscriptions.organizationId),
        eq(memberships.id, digestSubscriptions.membershipId),
      ),
    )
    .where(within(tx, digestSubscriptions, isShown(tx), ...conditions))
    .orderBy(asc(digestSubscriptions.id))
    .limit(limit);
  return rows.map(
    ({
      contactName,
      contactEmail,
      contactMembershipId,
      memberName,
      memberEmail,
      dueAt,
      createdAt,
      ...row
    }) => ({
      ...row,
      name: contactName ?? memberName ?? '',
      email: contactEmail ?? memberEmail ?? '',
      nextAt: after(dueAt ?? createdAt, -SETTLING),
      isOwn: [row.memberId, contactMembershipId].includes(tx.actor.id),
    }),
  );
}

/** Also one that was removed meanwhile. */
export async function loadSubscription(tx: ReadTx, id: string): Promise<Subscription | undefined> {
  const [subscription] = await selectSubscriptions(tx, 1, eq(digestSubscriptions.id, id));
  return subscription;
}

/** Who gets accounts, in the order in which they were set up. */
export async function listSubscriptions(
  actor: Actor,
  { clientId, cursor, limit }: z.output<typeof listSubscriptionsInput>,
): Promise<Page<Subscription>> {
  requireAllowed(canReadAccounts(actor));
  const afterId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return readTx(actor, async (tx) => {
    const rows = await selectSubscriptions(
      tx,
      limit + 1,
      isNull(digestSubscriptions.removedAt),
      clientId === undefined ? undefined : eq(digestSubscriptions.clientId, clientId),
      afterId === undefined ? undefined : gt(digestSubscriptions.id, afterId),
    );
    return toPage(rows, limit, (last) => [last.id]);
  });
}
