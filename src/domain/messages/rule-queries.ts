import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireFound } from '../../kernel/errors';
import type { MessageRule } from '../clients/model';
import { clients } from '../clients/tables';
import { loadContacts } from '../contacts/queries';
import type { Recipient } from '../notifications/enqueue-delivery';

export type ClientMessageRule = {
  clientName: string;
  timeZone: string;
  rule: MessageRule;
  hasMessageReview: boolean;
  /** Each contact of the rule who still is one of this client, on their first e-mail address; no address twice. */
  recipients: Recipient[];
};

/** @throws DomainError NOT_FOUND */
export async function loadMessageRule(tx: ReadTx, clientId: string): Promise<ClientMessageRule> {
  const [client] = await tx.db
    .select({
      clientName: clients.name,
      timeZone: clients.timeZone,
      rule: clients.messageRule,
      hasMessageReview: clients.hasMessageReview,
    })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  const found = requireFound(client, 'client');
  return { ...found, recipients: await loadMessageRecipients(tx, clientId, found.rule) };
}

async function loadMessageRecipients(
  tx: ReadTx,
  clientId: string,
  { contactIds }: MessageRule,
): Promise<Recipient[]> {
  const contacts = await loadContacts(tx, contactIds);
  const recipients = new Map<string, Recipient>();
  for (const id of contactIds) {
    const contact = contacts.find((one) => one.id === id && one.clientId === clientId);
    const method = contact?.methods.find(({ channel }) => channel === 'email');
    if (contact === undefined || method === undefined) continue;
    const { id: methodId, channel, address } = method;
    const place = address.toLowerCase();
    if (!recipients.has(place))
      recipients.set(place, { methodId, recipientId: contact.id, name: contact.name, channel, address });
  }
  return [...recipients.values()];
}
