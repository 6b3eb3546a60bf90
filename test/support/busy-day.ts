import { engineActor } from '../../src/db/gate';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { saveNoteDraft } from '../../src/domain/calls/save-note-draft';
import { tellStatements } from '../../src/domain/calls/tell-statements';
import { createClient } from '../../src/domain/clients/create-client';
import { createContact } from '../../src/domain/contacts/create-contact';
import { getEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { claimDelivery } from '../../src/domain/notifications/claim-delivery';
import { addDid } from '../../src/domain/numbers/add-did';
import { createConnection } from '../../src/domain/numbers/create-connection';
import { beginRequest } from '../../src/domain/tenancy/begin-request';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { createMember } from '../../src/domain/tenancy/create-member';
import { startSession } from '../../src/domain/tenancy/start-session';
import { clientRoles } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { actorOf, briefingContent, type Tenant } from './world';

let counter = 0;

/** A second client of the same answering service, with people of its own; the staff are the same. */
export async function addClient(tenant: Tenant, name: string): Promise<Tenant> {
  counter += 1;
  const { admin } = tenant.actors;
  const client = await createClient(admin, {
    name,
    timeZone: 'Europe/London',
    accountInfo: `${name} has three sites.`,
    greeting: `${name}, hello.`,
  });
  const clientId = client.id;
  const number = `+4930555520${String(counter).padStart(2, '0')}`;
  const did = await addDid(admin, { clientId, number, label: 'Reception', answerPhrase: '' });
  const [contact, deputy] = await Promise.all(
    ['first', 'second'].map((place) =>
      createContact(admin, {
        clientId,
        name: `The ${place} of ${name}`,
        title: '',
        methods: [{ channel: 'email', address: `${place}@client-${counter}.example` }],
      }),
    ),
  );
  if (contact === undefined || deputy === undefined) throw new Error('The client needs two contacts.');
  const steps = [contact, deputy].map(({ id }) => ({
    targets: [{ type: 'contact' as const, id }],
    delaySeconds: 300,
  }));
  await setPolicy(admin, { clientId, steps, cycles: 1, acknowledgementTimeoutSeconds: null });
  const actors = { ...tenant.actors };
  for (const role of clientRoles) {
    const email = `${role}@client-${counter}.example`;
    const member = await createMember(admin, {
      email,
      name: `The ${role} of ${name}`,
      role,
      clientId,
      passwordHash: 'nobody signs in with this',
    });
    actors[role] = actorOf(tenant.organizationId, role, member.id, member.name, clientId);
  }
  return { ...tenant, client, did, contact, deputy, actors };
}

/** The ids of one of everything. */
export type BusyDay = Awaited<ReturnType<typeof busyDay>>;

/** One of everything that a client of an answering service can have: something to find, and to leave alone. */
export async function busyDay(tenant: Tenant) {
  const { actors, client, did, contact, organizationId } = tenant;
  const { operator, admin, author } = actors;
  counter += 1;
  const sessionId = await startSession(author, { address: '192.0.2.7', userAgent: 'a browser' });
  const keyHash = `hash ${counter}`;
  const apiKey = await createApiKey(admin, { name: 'Phones', role: 'author', clientId: client.id, keyHash });
  await beginRequest({ ...author, kind: 'api_key', id: apiKey.id }, { key: 'one', requestHash: 'a hash' });
  const connection = await createConnection(admin, {
    name: 'The switch',
    kind: 'generic',
    sealedSecret: 'sealed',
  });
  const briefing = await createBriefing(
    author,
    createBriefingInput.parse({ ...briefingContent(), clientId: client.id, publish: true }),
  );
  const from = `+4915112345${String(counter).padStart(3, '0')}`;
  const { call } = await ringCall(operator, { from, to: did.number, routeReason: 'overflow' });
  await answerCall(operator, call.id);
  const note = await addNote(operator, { callId: call.id, kind: 'point', text: 'Was paid half.' });
  await saveNoteDraft(operator, { callId: call.id, text: 'Wants a call back' });
  const statementId = briefing.draft.statements[0]?.id ?? '';
  const [told] = await tellStatements(operator, { callId: call.id, statementIds: [statementId] });
  const escalation = await startEscalation(operator, {
    callId: call.id,
    urgency: 'urgent',
    summary: 'The money is missing.',
  });
  const [delivery] = (await getEscalation(admin, escalation.id)).deliveries;
  const deliveryId = delivery?.id ?? '';
  await claimDelivery(engineActor(organizationId), deliveryId);
  return {
    organizationId,
    clientId: client.id,
    didId: did.id,
    contactId: contact.id,
    memberId: author.id,
    sessionId,
    apiKeyId: apiKey.id,
    connectionId: connection.id,
    briefingId: briefing.id,
    briefingVersionId: told?.briefingVersionId ?? '',
    statementId,
    callId: call.id,
    noteId: note.id,
    escalationId: escalation.id,
    deliveryId,
  };
}

/** The same shape with ids that nothing has. */
export function nobodysDay(): BusyDay {
  const names = [
    ...['organizationId', 'clientId', 'didId', 'contactId', 'memberId', 'sessionId', 'apiKeyId'],
    ...['connectionId', 'briefingId', 'briefingVersionId', 'statementId', 'callId', 'noteId', 'escalationId'],
    'deliveryId',
  ];
  return Object.fromEntries(names.map((name) => [name, newId()])) as BusyDay;
}
