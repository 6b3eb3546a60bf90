// People and policies for a stage, in few words.
import { createContact } from '@/domain/contacts/create-contact';
import { createContactInput, type Contact } from '@/domain/contacts/model';
import { setPolicyInput, type EscalationCard, type Policy } from '@/domain/escalations/model';
import { setPolicy } from '@/domain/escalations/set-policy';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { linkActor } from '@/db/gate';
import type { Actor } from '@/kernel/actor';
import type { Stage } from './stage';

type Step = Policy['steps'][number];

export const step = (targets: Step['targets'], delaySeconds = 300, changes: Partial<Step> = {}): Step => ({
  targets,
  delaySeconds,
  ...changes,
});
export const to = ({ id }: { id: string }): Step['targets'][number] => ({ type: 'contact', id });
export const managers: Step['targets'][number] = { type: 'account_manager' };

export const phone = '+4915112345678';
export const mailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@stage.example`;

/** Reached by e-mail at once; with `isReachedByPhone` two minutes later by text, and again two minutes later by a call. */
export async function addContact(
  { world }: Stage,
  name: string,
  { isReachedByPhone = false, ...changes }: { isReachedByPhone?: boolean; [key: string]: unknown } = {},
): Promise<Contact> {
  const phones = ['sms', 'voice'].map((channel) => ({ channel, address: phone }));
  const methods = [{ channel: 'email', address: mailOf(name) }, ...(isReachedByPhone ? phones : [])];
  const input = { clientId: world.client.id, name, methods, ...changes };
  return createContact(world.actors.admin, createContactInput.parse(input));
}

export async function putPolicy({ world }: Stage, steps: Step[], changes: object = {}): Promise<void> {
  const input = setPolicyInput.parse({ clientId: world.client.id, steps, ...changes });
  await setPolicy(world.actors.admin, input);
}

export async function escalateAs(
  { world }: Stage,
  urgency: EscalationCard['urgency'],
): Promise<EscalationCard> {
  const input = { clientId: world.client.id, urgency, summary: 'Salaries were paid twice.' };
  return startEscalation(world.actors.operator, input);
}

/** Whoever opens the link of the newest message to somebody. */
export async function readerOf(stage: Stage, name: string, escalation: { id: string }): Promise<Actor> {
  const { deliveries } = await stage.read(escalation);
  const delivery = deliveries.find(({ recipientName }) => recipientName === name);
  const { organizationId, client } = stage.world;
  return linkActor({ organizationId, clientId: client.id, deliveryId: delivery?.id ?? '', name });
}
