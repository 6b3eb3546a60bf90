import { linkActor } from '../../src/db/gate';
import { addReply } from '../../src/domain/escalations/add-reply';
import { createEndpoint } from '../../src/domain/notifications/create-endpoint';
import { eventTypes } from '../../src/domain/notifications/model';
import { newId } from '../../src/kernel/ids';
import type { Tenant } from './world';

/** By client: each may have only so many. */
const endpoints = new Map<string, string>();

/** A program that is told what happens at the tenant's client. */
export async function ownEndpoint({ actors, client }: Tenant): Promise<string> {
  const known = endpoints.get(client.id);
  if (known !== undefined) return known;
  const { id } = await createEndpoint(actors.admin, {
    url: `https://hooks.example/${client.id}`,
    events: [...eventTypes],
    clientId: client.id,
    sealedSecret: 'sealed',
  });
  endpoints.set(client.id, id);
  return id;
}

/** Somebody answered the mail of a delivery in words of their own. */
export async function repliedMail({ organizationId, client }: Tenant, deliveryId: string): Promise<void> {
  const link = linkActor({ organizationId, clientId: client.id, deliveryId, name: 'Tom Becker' });
  await addReply(link, {
    providerId: `<${newId()}@mail.example>`,
    fromAddress: 'tom@brightwater.example',
    text: 'Which bank?',
    outcome: 'note',
    words: 'By e-mail: Which bank?',
  });
}
