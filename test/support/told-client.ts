import { updateClient } from '../../src/domain/clients/update-client';
import { answerCall } from '../../src/domain/calls/answer-call';
import { addNote } from '../../src/domain/calls/add-note';
import type { CallCard, Disposition } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import type { MessageRule } from '../../src/domain/clients/model';
import { closeCall } from '../../src/domain/messages/close-call';
import type { MessageCard } from '../../src/domain/messages/model';
import { listMessages } from '../../src/domain/messages/queries';
import { updateCall } from '../../src/domain/recalls/update-call';
import type { Actor } from '../../src/kernel/actor';
import type { Tenant } from './world';

/** How the client of a tenant wants its messages. Whoever is left out of the rule gets none. */
export async function setMessageRule(
  { actors, client, contact }: Tenant,
  rule: Partial<MessageRule>,
  hasMessageReview = false,
): Promise<void> {
  const messageRule = { mode: 'at_once' as const, digestTimes: [], contactIds: [contact.id], ...rule };
  await updateClient(actors.admin, { clientId: client.id, messageRule, hasMessageReview });
}

type Told = { callerName?: string; issue?: string; notes?: string[] };

/** A call of the client's number, answered, written down and closed by the operator. */
export async function closedCall(
  { actors, did }: Tenant,
  { callerName = 'Jonas Weber', issue = 'a wrong payslip', notes = ['Was paid half.'] }: Told = {},
  disposition: Disposition = 'message_taken',
): Promise<CallCard> {
  const { operator } = actors;
  const ring = { from: '+4915112345678', to: did.number, routeReason: 'overflow' as const };
  const { call } = await ringCall(operator, ring);
  await answerCall(operator, call.id);
  await updateCall(operator, { callId: call.id, callerName, issue });
  for (const text of notes) await addNote(operator, { callId: call.id, kind: 'point', text });
  return closeCall(operator, { callId: call.id, disposition });
}

/** The messages of one call as somebody sees them, the first part first. */
export async function messagesOf(actor: Actor, { id }: { id: string }): Promise<MessageCard[]> {
  return (await listMessages(actor, { callId: id, limit: 100 })).items.toReversed();
}
