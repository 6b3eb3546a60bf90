import { engineActor } from '../../src/db/gate';
import { writeTx } from '../../src/db/transaction';
import { confirmBriefing } from '../../src/domain/briefings/confirm-briefing';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { markDesk } from '../../src/domain/calls/mark-desk';
import { saveNoteDraft } from '../../src/domain/calls/save-note-draft';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { listSurges } from '../../src/domain/surges/queries';
import { surges } from '../../src/domain/surges/tables';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { recordTry } from '../../src/domain/promises/record-try';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { withdrawStatement } from '../../src/domain/recalls/withdraw-statement';
import { listAssignments } from '../../src/domain/clients/assignment-queries';
import { createClient } from '../../src/domain/clients/create-client';
import { setAssignments } from '../../src/domain/clients/set-assignments';
import { createContact } from '../../src/domain/contacts/create-contact';
import { getEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createPromise } from '../../src/domain/followups/create-promise';
import { messages } from '../../src/domain/messages/tables';
import { claimDelivery } from '../../src/domain/notifications/claim-delivery';
import { addDid } from '../../src/domain/numbers/add-did';
import { changePlaybook } from '../../src/domain/playbooks/change-playbook';
import { createCallType } from '../../src/domain/playbooks/create-call-type';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import { setServiceRules } from '../../src/domain/playbooks/set-service-rules';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { defaultServiceRules } from '../../src/domain/tenancy/model';
import { createConnection } from '../../src/domain/numbers/create-connection';
import { openOverflow } from '../../src/domain/overflow/open-overflow';
import { createSource } from '../../src/domain/sources/create-source';
import { beginRequest } from '../../src/domain/tenancy/begin-request';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { createMember } from '../../src/domain/tenancy/create-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { savePreferences } from '../../src/domain/tenancy/save-preferences';
import { startSession } from '../../src/domain/tenancy/start-session';
import { clientRoles } from '../../src/kernel/actor';
import { after, DAY, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { dutyOf } from './duty';
import { ownEndpoint, repliedMail } from './outside-world';
import { partlyAcknowledge } from './partly-acknowledge';
import { subscribedContact } from './subscribed-contact';
import { askedAndPromised } from './busy-follow';
import { madePack } from './busy-pack';
import { reviewedEscalation } from './busy-reviews';
import { reachedContact } from './reached-contact';
import { closedCall, messagesOf } from './told-client';
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
  await savePreferences(operator, { keys: { answer: 'f3' }, ringVolume: 0.4 });
  const assigned = (await listAssignments(admin, operator.id)).map(({ clientId }) => clientId);
  await setAssignments(admin, { memberId: operator.id, clientIds: [...assigned, client.id] });
  const briefing = await createBriefing(
    author,
    createBriefingInput.parse({ ...briefingContent(), clientId: client.id, publish: true }),
  );
  const from = `+4915112345${String(counter).padStart(3, '0')}`;
  const { call } = await ringCall(operator, { from, to: did.number, routeReason: 'overflow' });
  await answerCall(operator, call.id);
  const note = await addNote(operator, { callId: call.id, kind: 'point', text: 'Was paid half.' });
  await saveNoteDraft(operator, { callId: call.id, text: 'Wants a call back' });
  await markDesk(operator, { callId: call.id, deskId: newId(), isWriting: true, isLeaving: false });
  const statementId = briefing.draft.statements[0]?.id ?? '';
  const [told] = await tellStatements(operator, { callId: call.id, statementIds: [statementId] });
  const question = await askQuestion(operator, { callId: call.id, text: 'When is the rest paid?' });
  const promise = await createPromise(operator, {
    callId: call.id,
    kind: 'information',
    what: 'when the rest is paid',
    owner: 'service',
    dueAt: after(new Date(), 30 * DAY).toISOString(),
  });
  const recall = await recalledStatement(tenant, call.id);
  const escalation = await startEscalation(operator, {
    callId: call.id,
    urgency: 'urgent',
    summary: 'The money is missing.',
  });
  await partlyAcknowledge(tenant, escalation);
  const closed = await closedCalls(tenant);
  const [delivery] = (await getEscalation(admin, escalation.id)).deliveries;
  const deliveryId = delivery?.id ?? '';
  await claimDelivery(engineActor(organizationId), deliveryId);
  await repliedMail(tenant, deliveryId);
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
    ...closed,
    questionId: question.id,
    promiseId: promise.id,
    ...(await ownMethod(tenant)),
    ...(await reachedContact(tenant, escalation.id)),
    endpointId: await ownEndpoint(tenant),
    ...(await dutyOf(tenant)),
    surgeId: await openSurgeOf(tenant, call.id),
    packId: await madePack(tenant, briefing.id),
    accountId: await subscribedContact(tenant),
    ...(await askedAndPromised(tenant, { callId: call.id, escalationId: escalation.id })),
    ...(await reviewedEscalation(tenant, escalation.id)),
  };
}

/** By answering service: of playbooks it has only so many. */
const methods = new Map<string, string>();

/** A playbook of the service's own, in its second version, and the service's rules. */
async function ownPlaybook({ actors, organizationId }: Tenant): Promise<string> {
  const known = methods.get(organizationId);
  if (known !== undefined) return known;
  const { admin } = actors;
  const { content } = stepBack();
  const { id } = await createPlaybook(admin, { content });
  const summary = 'As the house does it.';
  await changePlaybook(admin, { playbookId: id, version: 1, content: { ...content, summary } });
  await setServiceRules(admin, defaultServiceRules);
  methods.set(organizationId, id);
  return id;
}

/** A call type of the client that names the service's own playbook. */
async function ownMethod(tenant: Tenant) {
  const playbookId = await ownPlaybook(tenant);
  const intake = [
    { id: newId(), label: 'Personnel number', kind: 'number' as const, required: true, choices: [] },
  ];
  const { id: callTypeId } = await createCallType(tenant.actors.admin, {
    clientId: tenant.client.id,
    name: 'Payslip',
    playbookId,
    intake,
  });
  return { playbookId, callTypeId };
}

/** A call that is over: its message is held for the client, and another part of it waits for a second pair of eyes. */
async function closedCalls(tenant: Tenant) {
  const { operator, admin } = tenant.actors;
  const [message] = await messagesOf(admin, await closedCall(tenant));
  if (message === undefined) throw new Error('The call has no message.');
  const messageInReviewId = newId();
  await writeTx(operator, async (tx) => {
    tx.authorize(true);
    tx.noteUnrecorded();
    const { clientName: _, clientTimeZone: __, ...row } = message;
    const { organizationId } = operator;
    const inReview = { id: messageInReviewId, part: 1, state: 'in_review' as const, heldBecause: null };
    await tx.db.insert(messages).values({ ...row, organizationId, ...inReview });
  });
  return { messageId: message.id, messageInReviewId };
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
  const names = (
    'organizationId clientId didId contactId memberId sessionId apiKeyId connectionId briefingId briefingVersionId ' +
    'statementId callId noteId escalationId messageId messageInReviewId deliveryId overflowId sourceId recallId ' +
    'callbackId questionId promiseId surgeId playbookId callTypeId methodId subscriptionId inboxDeliveryId endpointId scheduleId overrideId coverageId packId accountId callerUpdateId actionId viewId scoreId sampleId reviewId'
  ).split(' ');
  return Object.fromEntries(names.map((name) => [name, newId()])) as BusyDay;
}
