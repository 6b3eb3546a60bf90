import { and, desc, eq, isNull } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { contactMethods, contacts } from '../contacts/tables';
import { memberships } from '../tenancy/tables';
import { MOST_DEVICES, type PushDevice } from './model';
import { canCarryDeliveries, canKeepInbox } from './policy';
import { pushSubscriptions } from './tables';

/** The signed-in person's devices that take notifications, newest first. */
export async function listDevices(actor: Actor): Promise<PushDevice[]> {
  requireAllowed(canKeepInbox(actor));
  return readTx(actor, async (tx) =>
    tx.db
      .select({
        id: pushSubscriptions.id,
        endpoint: pushSubscriptions.endpoint,
        userAgent: pushSubscriptions.userAgent,
        createdAt: pushSubscriptions.createdAt,
      })
      .from(pushSubscriptions)
      .where(
        within(
          tx,
          pushSubscriptions,
          eq(pushSubscriptions.membershipId, actor.id),
          isNull(pushSubscriptions.goneAt),
        ),
      )
      .orderBy(desc(pushSubscriptions.id))
      .limit(MOST_DEVICES),
  );
}

export type PushTarget = { id: string; endpoint: string; keys: { p256dh: string; auth: string } };

/** The living subscriptions behind a `push` method: those of whoever signs in as its contact, while they may. */
export async function findPushTargets(actor: Actor, methodId: string): Promise<PushTarget[]> {
  requireAllowed(canCarryDeliveries(actor));
  return readTx(actor, async (tx) =>
    tx.db
      .select({
        id: pushSubscriptions.id,
        endpoint: pushSubscriptions.endpoint,
        keys: pushSubscriptions.keys,
      })
      .from(contactMethods)
      .innerJoin(
        contacts,
        and(
          eq(contacts.organizationId, contactMethods.organizationId),
          eq(contacts.id, contactMethods.contactId),
        ),
      )
      .innerJoin(
        memberships,
        and(
          eq(memberships.organizationId, contacts.organizationId),
          eq(memberships.id, contacts.membershipId),
          isNull(memberships.disabledAt),
        ),
      )
      .innerJoin(
        pushSubscriptions,
        and(
          eq(pushSubscriptions.organizationId, memberships.organizationId),
          eq(pushSubscriptions.membershipId, memberships.id),
          isNull(pushSubscriptions.goneAt),
        ),
      )
      .where(within(tx, contactMethods, eq(contactMethods.id, methodId)))
      .orderBy(desc(pushSubscriptions.id))
      .limit(MOST_DEVICES),
  );
}
