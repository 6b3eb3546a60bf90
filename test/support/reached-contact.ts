import { createECDH, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { engineActor } from '../../src/db/gate';
import { writeTx } from '../../src/db/transaction';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact } from '../../src/domain/contacts/model';
import { addSubscription } from '../../src/domain/notifications/add-subscription';
import { enqueueDelivery } from '../../src/domain/notifications/enqueue-delivery';
import { deliveries } from '../../src/domain/notifications/tables';
import type { Actor, Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import type { Tenant } from './world';

/** What a browser would hand over: an address of a push service and its keys. */
export function browserSubscription(endpoint = `https://push.example/${newId()}`) {
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  return { endpoint, keys: { p256dh, auth: randomBytes(16).toString('base64url') }, userAgent: 'a browser' };
}

export const subscribedDevice = (actor: Actor) => addSubscription(actor, browserSubscription());

/** A contact with one method of each kind that has something of its own; `role` signs in as them. */
export async function memberContact(tenant: Tenant, role: Role = 'responsible_contact'): Promise<Contact> {
  return createContact(tenant.actors.admin, {
    clientId: tenant.client.id,
    name: 'Ida Kern',
    membershipId: tenant.actors[role].id,
    methods: [
      { channel: 'email', address: 'ida@brightwater.example' },
      { channel: 'app' },
      { channel: 'push' },
      { channel: 'webhook', address: 'https://pager.brightwater.example/in' },
    ],
  });
}

export function methodOf(contact: Contact, channel: Contact['methods'][number]['channel']): string {
  const method = contact.methods.find((one) => one.channel === channel);
  if (method === undefined) throw new Error(`${contact.name} has no ${channel}.`);
  return method.id;
}

/** A message in the product, sent; as the engine leaves it. */
async function inboxMessage(
  tenant: Tenant,
  contact: Contact,
  escalationId: string,
  summary = 'Salaries were paid twice.',
): Promise<string> {
  return writeTx(engineActor(tenant.organizationId), async (tx) => {
    tx.authorize(true);
    tx.noteUnrecorded();
    const methodId = methodOf(contact, 'app');
    const recipient = {
      methodId,
      recipientId: contact.id,
      name: contact.name,
      channel: 'app',
      address: '',
    } as const;
    await enqueueDelivery(
      tx,
      { id: escalationId, clientId: tenant.client.id, cycle: 9, step: 9 },
      [recipient],
      {
        organizationName: 'Harbor Answering',
        organizationPhone: null,
        clientName: tenant.client.name,
        urgency: 'urgent',
        summary,
        startedAt: tx.now.toISOString(),
        timeZone: 'Europe/Berlin',
      },
    );
    const [sent] = await tx.db
      .update(deliveries)
      .set({ state: 'sent', sentAt: tx.now, nextAttemptAt: null, attempts: 1 })
      .where(and(eq(deliveries.causeId, escalationId), eq(deliveries.methodId, methodId)))
      .returning({ id: deliveries.id });
    return sent?.id ?? '';
  });
}

/** Somebody who signs in, with a device and a message in the product. */
export async function reachedContact(tenant: Tenant, escalationId: string) {
  const contact = await memberContact(tenant);
  const { id: subscriptionId } = await subscribedDevice(tenant.actors.responsible_contact);
  const inboxDeliveryId = await inboxMessage(tenant, contact, escalationId);
  return { methodId: methodOf(contact, 'email'), subscriptionId, inboxDeliveryId };
}
