import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { clients } from '../clients/tables';
import type { Contact, ContactMethod } from '../contacts/model';
import { loadContacts } from '../contacts/queries';
import type { Recipient } from '../notifications/enqueue-delivery';
import type { EscalationMessage } from '../notifications/model';
import { listAccountManagers, loadOrganization } from '../tenancy/queries';
import type { EscalationPreview, Policy, StepTarget } from './model';

/** A contact is told once, on the first e-mail address, or else the first method, of the contact's own order. */
function preferredMethod(contact: Contact): ContactMethod | undefined {
  return contact.methods.find(({ channel }) => channel === 'email') ?? contact.methods[0];
}

/** Whom a step's targets mean right now: without removed contacts, contacts with no method, or anybody twice. */
export async function loadRecipients(
  tx: ReadTx,
  escalation: { clientId: string | null },
  targets: readonly StepTarget[],
): Promise<Recipient[]> {
  const contactIds = targets.flatMap((target) => (target.type === 'contact' ? [target.id] : []));
  const contacts = await loadContacts(tx, contactIds);
  const recipients = new Map<string, Recipient>();
  for (const target of targets) {
    if (target.type === 'contact') {
      const contact = contacts.find(
        ({ id, clientId }) => id === target.id && clientId === escalation.clientId,
      );
      const method = contact && preferredMethod(contact);
      if (contact === undefined || method === undefined) continue;
      recipients.set(method.id, {
        methodId: method.id,
        name: contact.name,
        channel: method.channel,
        address: method.address,
      });
    } else {
      for (const { id, name, email } of await listAccountManagers(tx, target.id)) {
        recipients.set(id, { methodId: id, name, channel: 'email', address: email });
      }
    }
  }
  return [...recipients.values()];
}

/** Who would be told, step by step, if it began now. */
export async function loadSteps(
  tx: ReadTx,
  clientId: string | null,
  policy: Pick<Policy, 'steps'>,
): Promise<EscalationPreview['steps']> {
  const steps: EscalationPreview['steps'] = [];
  for (const [n, { targets, delaySeconds }] of policy.steps.entries()) {
    const own = targets.filter(({ type }) => type === 'contact');
    const contacts = await loadRecipients(tx, { clientId }, own);
    const others = await loadRecipients(
      tx,
      { clientId },
      targets.filter(({ type }) => type !== 'contact'),
    );
    const recipients = [...contacts, ...others].map(({ name, channel, address }) => ({
      name,
      channel,
      address,
    }));
    steps.push({ step: n + 1, delaySeconds, recipients, hasContact: contacts.length > 0 });
  }
  return steps;
}

type Escalation = { clientId: string | null; urgency: string; summary: string; startedAt: Date };

/** What a message about an escalation says, fixed when it is enqueued. */
export async function loadDeliveryMessage(tx: ReadTx, escalation: Escalation): Promise<EscalationMessage> {
  const organization = await loadOrganization(tx);
  const [client] =
    escalation.clientId === null
      ? []
      : await tx.db
          .select({ name: clients.name, timeZone: clients.timeZone })
          .from(clients)
          .where(within(tx, clients, eq(clients.clientId, escalation.clientId)));
  return {
    organizationName: organization.name,
    organizationPhone: organization.phone,
    clientName: client?.name ?? null,
    timeZone: client?.timeZone ?? 'UTC',
    urgency: escalation.urgency,
    summary: escalation.summary,
    startedAt: escalation.startedAt.toISOString(),
  };
}
