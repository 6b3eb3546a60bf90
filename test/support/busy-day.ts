import { engineActor } from '../../src/db/gate';
import { writeTx } from '../../src/db/transaction';
import { confirmBriefing } from '../../src/domain/briefings/confirm-briefing';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { saveNoteDraft } from '../../src/domain/calls/save-note-draft';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { listSurges } from '../../src/domain/surges/queries';
import { surges } from '../../src/domain/surges/tables';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { recordTry } from '../../src/domain/promises/record-try';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { withdrawStatement } from '../../src/domain/recalls/withdraw-statement';
import { createClient } from '../../src/domain/clients/create-client';
import { createContact } from '../../src/domain/contacts/create-contact';
import { getEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { claimDelivery } from '../../src/domain/notifications/claim-delivery';
import { addDid } from '../../src/domain/numbers/add-did';
import { createConnection } from '../../src/domain/numbers/create-connection';
import { openOverflow } from '../../src/domain/overflow/open-overflow';
import { createSource } from '../../src/domain/sources/create-source';
import { beginRequest } from '../../src/domain/tenancy/begin-request';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { createMember } from '../../src/domain/tenancy/create-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { startSession } from '../../src/domain/tenancy/start-session';
import { clientRoles } from '../../src/kernel/actor';
import { after, MINUTE } from '../../src/kernel/duration';
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
    approvalRule: 'author',
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
  const source = await createSource(admin, {
    clientId: client.id,
    kind: 'generic',
    name: 'The monitoring',
    sealedSecret: 'sealed',
  });
  // Of a client only one window may be open: each busy day's is a minute that no other has.
  const inMinutes = (minutes: number) => after(new Date(), minutes * MINUTE).toISOString();
  const overflow = await openOverflow(author, {
    clientId: client.id,
    startsAt: inMinutes(2 * counter),
    endsAt: inMinutes(2 * counter + 1),
    note: 'All our calls',
  });
  await markPresent(operator);
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
  const question = await askQuestion(operator, { callId: call.id, text: 'When is the rest paid?' });
  const recall = await recalledStatement(tenant, call.id);
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
    overflowId: overflow.id,
    sourceId: source.id,
    ...recall,
    questionId: question.id,
    surgeId: await openSurgeOf(tenant, call.id),
  };
}

/** A surge that waits for somebody: of a client there is one at a time. */
async function openSurgeOf({ client, organizationId }: Tenant, callId: string): Promise<string> {
  const engine = engineActor(organizationId);
  const id = newId();
  await writeTx(engine, async (tx) => {
    tx.authorize(true);
    tx.noteUnrecorded();
    const words = [{ callId, at: tx.now.toISOString(), text: 'Was paid half.' }];
    const row = { organizationId, id, clientId: client.id, state: 'open' as const, calls: 4, words };
    await tx.db
      .insert(surges)
      .values({ ...row, detectedAt: tx.now })
      .onConflictDoNothing();
  });
  const [surge] = await listSurges(engine, { clientId: client.id });
  return surge?.id ?? '';
}

/** The caller was told a statement of another briefing, which is withdrawn now: they are called back. */
async function recalledStatement({ actors, client }: Tenant, callId: string) {
  const { operator, author } = actors;
  const content = briefingContent({ headline: 'Letters come late', severity: 'low' });
  const input = createBriefingInput.parse({ ...content, clientId: client.id, publish: true });
  const { id: briefingId, draft } = await createBriefing(author, input);
  const [version] = await listBriefingVersions(author, briefingId);
  const statementId = draft.statements[0]?.id ?? '';
  await confirmBriefing(operator, { versionId: version?.id ?? '' });
  await tellStatements(operator, { callId, briefingVersionId: version?.id, statementIds: [statementId] });
  const withdrawal = { briefingId, statementId, reason: 'They came on time.', callBack: true };
  const { recallId } = await withdrawStatement(author, withdrawal);
  const { items } = await listCallbacks(operator, { causeId: recallId, limit: 1 });
  const callbackId = items[0]?.id ?? '';
  await recordTry(operator, { callbackId, outcome: 'no_answer', note: '' });
  return { recallId, callbackId };
}

/** The same shape with ids that nothing has. */
export function nobodysDay(): BusyDay {
  const names = [
    ...['organizationId', 'clientId', 'didId', 'contactId', 'memberId', 'sessionId', 'apiKeyId'],
    ...['connectionId', 'briefingId', 'briefingVersionId', 'statementId', 'callId', 'noteId', 'escalationId'],
    ...['deliveryId', 'overflowId', 'sourceId', 'recallId', 'callbackId', 'questionId', 'surgeId'],
  ];
  return Object.fromEntries(names.map((name) => [name, newId()])) as BusyDay;
}
