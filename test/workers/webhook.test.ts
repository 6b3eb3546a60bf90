// What programs are told: signed, once or again under the same id, and never where they must not reach.
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import { createContact } from '@/domain/contacts/create-contact';
import { renewSecret } from '@/domain/contacts/renew-secret';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { createEndpoint } from '@/domain/notifications/create-endpoint';
import { disableEndpoint } from '@/domain/notifications/disable-endpoint';
import { listEndpoints } from '@/domain/notifications/endpoint-queries';
import { eventTypes, type EventType } from '@/domain/notifications/model';
import { sendTest } from '@/domain/notifications/send-test';
import { MINUTE, SECOND } from '@/kernel/duration';
import { sealWith } from '@/kernel/sealed';
import { test as stageTest, type Stage } from '../support/stage';
import { answerWith, WebReceiver, type Received } from '../support/web-receiver';

const test = stageTest.extend<{ receiver: WebReceiver }>({
  receiver: async ({}, use) => {
    const receiver = await WebReceiver.start();
    await use(receiver);
    await receiver.stop();
  },
});

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const sealedSecret = sealWith(Buffer.alloc(32), secret);

/** The body, if it was signed with the secret just now, as receivers check it. */
function verified({ raw, headers }: Received): {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
} {
  return new Webhook(secret).verify(raw, headers) as ReturnType<typeof verified>;
}

/** The client's only contact is a program. */
async function tellProgram({ world }: Stage, url: string, hasSecret = true) {
  const contact = await createContact(world.actors.admin, {
    clientId: world.client.id,
    name: 'Pager',
    methods: [{ channel: 'webhook', address: url }],
  });
  const methodId = contact.methods[0]?.id ?? '';
  if (hasSecret) await renewSecret(world.actors.admin, { methodId, sealedSecret });
  return contact;
}

async function policyOf(stage: Stage, ...contactIds: string[]): Promise<void> {
  await stage.setPolicy({
    steps: contactIds.map((id) => ({ targets: [{ type: 'contact', id }], delaySeconds: 3_600 })),
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
}

const endpoint = (stage: Stage, url: string, events: EventType[] = [...eventTypes], clientId?: string) =>
  createEndpoint(stage.world.actors.admin, {
    url,
    events,
    sealedSecret,
    ...(clientId !== undefined && { clientId }),
  });

test('a contact that is a program is told what it needs to act, and its answer acknowledges nothing', async ({
  stage,
  receiver,
}) => {
  await policyOf(stage, (await tellProgram(stage, receiver.url('/pager'))).id);
  receiver.answer('/pager', { kind: 'status', status: 200, body: '{"acknowledge":true}' });
  await stage.startWorker();
  const escalation = await stage.escalate();
  const post = await receiver.expectPost('/pager');
  const now = await stage.until(
    'the delivery',
    escalation,
    ({ deliveries }) => deliveries[0]?.state === 'sent',
  );
  expect(post.headers['content-type']).toBe('application/json');
  expect(post.headers['webhook-id']).toBe(now.deliveries[0]?.id);
  expect(verified(post)).toEqual({
    type: 'escalation.requested',
    timestamp: expect.any(String) as unknown,
    data: {
      escalationId: escalation.id,
      organization: 'Harbor Answering',
      client: 'Brightwater Payroll',
      urgency: 'urgent',
      summary: 'Salaries were paid twice.',
      startedAt: escalation.startedAt.toISOString(),
      promises: [],
      acknowledgeUrl: expect.stringMatching(/^https:\/\/calm\.example\/ack\/[\w.-]+$/) as unknown,
      others: [],
      othersCount: 0,
    },
  });
  expect(now).toMatchObject({
    state: 'open',
    deliveries: [{ channel: 'webhook', to: `127.0.0.1:${receiver.port}` }],
  });
});

test('a program that fails for a while is told again, under the same id', async ({ stage, receiver }) => {
  await policyOf(stage, (await tellProgram(stage, receiver.url('/pager'))).id);
  receiver.answer('/pager', answerWith(500));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const first = await receiver.expectPost('/pager');
  const failed = await stage.until(
    'the failure',
    escalation,
    ({ deliveries }) => deliveries[0]?.failure !== null,
  );
  expect(failed.deliveries[0]).toMatchObject({
    state: 'failed_temporary',
    failure: 'The receiver answered 500.',
  });
  await stage.pass(25 * SECOND);
  const second = await receiver.expectPost('/pager');
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  await stage.until('the delivery', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
});

test('an address that is gone, redirects, or leads inside is passed over at once, in words', async ({
  stage,
  receiver,
}) => {
  receiver.answer('/gone', answerWith(410));
  receiver.answer('/moved', answerWith(302, { location: receiver.url('/elsewhere') }));
  const contacts = [
    await tellProgram(stage, receiver.url('/gone')),
    await tellProgram(stage, receiver.url('/moved')),
    await tellProgram(stage, 'https://169.254.169.254/latest/meta-data'),
    await tellProgram(stage, 'http://192.0.2.1/'),
    await tellProgram(stage, receiver.url('/unsigned'), false),
  ];
  await policyOf(stage, ...contacts.map(({ id }) => id));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const ended = await stage.until('the end', escalation, ({ state }) => state === 'unanswered', 30_000);
  const failures = ended.deliveries
    .filter(({ channel }) => channel === 'webhook')
    .map(({ failure }) => failure);
  expect(failures.reverse()).toEqual([
    'The receiver says that it is gone (410).',
    'The receiver redirects to another address (302). Redirects are not followed: enter the final one.',
    'This address leads into a private network. Messages are not sent there.',
    'Messages go to https addresses only.',
    'This webhook has no secret to sign with yet. Make one at the contact.',
  ]);
  await receiver.expectPost('/gone');
  await receiver.expectPost('/moved');
  await stage.settled();
  for (const mail of stage.sink.accepted) await stage.sink.expectMailTo(mail.to);
});

test('an endpoint is told what happens, each event once', async ({ stage, receiver }) => {
  const { actors, client } = stage.world;
  await endpoint(stage, receiver.url('/all'));
  await endpoint(stage, receiver.url('/resolved'), ['escalation.resolved']);
  await endpoint(stage, receiver.url('/client'), ['escalation.acknowledged'], client.id);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.sink.expectMailTo(stage.contact);
  const started = verified(await receiver.expectPost('/all'));
  expect(started).toMatchObject({
    type: 'escalation.started',
    data: {
      escalationId: escalation.id,
      clientId: client.id,
      clientName: 'Brightwater Payroll',
      state: 'open',
    },
  });
  // One of the client's people acknowledges, who sees no endpoint of the answering service.
  await acknowledgeEscalation(actors.responsible_contact, { escalationId: escalation.id, via: 'app' });
  await acknowledgeEscalation(actors.responsible_contact, { escalationId: escalation.id, via: 'app' });
  const posts = [await receiver.expectPost('/all'), await receiver.expectPost('/client')];
  for (const post of posts) {
    expect(verified(post)).toMatchObject({
      type: 'escalation.acknowledged',
      data: {
        state: 'acknowledged',
        acknowledgedByName: actors.responsible_contact.name,
        acknowledgedAt: expect.any(String) as unknown,
        resolvedAt: null,
      },
    });
  }
  expect(new Set(receiver.all.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  await stage.settled();
});

test("another client's and another tenant's endpoints are told nothing", async ({ stage, receiver }) => {
  const { world } = stage;
  const other = await world.addTenant('Quay Answering');
  await createEndpoint(other.actors.admin, {
    url: receiver.url('/other'),
    events: [...eventTypes],
    sealedSecret,
  });
  const elsewhere = await world.ownerSql<{ id: string }[]>`
    insert into clients select (c).* from (select jsonb_populate_record(x, jsonb_build_object(
      'client_id', gen_random_uuid(), 'name', 'Another')) as c from clients x where client_id = ${world.client.id}) as one
    returning client_id as id`;
  await endpoint(stage, receiver.url('/elsewhere'), [...eventTypes], elsewhere[0]?.id);
  await stage.startWorker();
  await stage.escalate();
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  receiver.expectNoMore();
});

test('a test says what came of it, and a disabled endpoint is told nothing, not even what waits', async ({
  stage,
  receiver,
}) => {
  const { actors } = stage.world;
  const { id: endpointId } = await endpoint(stage, receiver.url('/hooks'), ['escalation.started']);
  const last = async () => (await listEndpoints(actors.admin, { limit: 10 })).items[0]?.lastResult;
  expect(await last()).toBeNull();
  await stage.startWorker();
  await sendTest(actors.account_manager, { endpointId });
  expect(verified(await receiver.expectPost('/hooks'))).toMatchObject({
    type: 'endpoint.tested',
    data: { endpointId },
  });
  await stage.settled();
  expect(await last()).toMatchObject({ type: 'endpoint.tested', state: 'sent', failure: null });

  receiver.answer('/hooks', answerWith(503));
  await sendTest(actors.admin, { endpointId });
  await receiver.expectPost('/hooks');
  await stage.settled();
  expect(await last()).toMatchObject({ state: 'failed_temporary', failure: 'The receiver answered 503.' });
  await disableEndpoint(actors.admin, { endpointId });
  await disableEndpoint(actors.admin, { endpointId });
  await stage.pass(10 * MINUTE);
  await stage.settled();
  expect((await listEndpoints(actors.admin, { limit: 10 })).items).toEqual([]);
  const rows = await stage.world
    .ownerSql`select state, failure from deliveries where cause = 'event' order by id desc`;
  expect(rows[0]).toEqual({ state: 'skipped', failure: 'The endpoint was disabled.' });
});

test('a receiver that names the time at which to come again means it by its own clock', async ({
  stage,
  receiver,
}) => {
  await policyOf(stage, (await tellProgram(stage, receiver.url('/pager'))).id);
  const itsClock = {
    date: 'Sun, 01 Nov 2020 10:00:00 GMT',
    'retry-after': 'Sun, 01 Nov 2020 10:01:30 GMT',
  };
  receiver.answer('/pager', answerWith(429, itsClock));
  await stage.startWorker();
  await stage.escalate();
  await receiver.expectPost('/pager');
  await stage.waitForState('failed_temporary', 1);
  const [wait] = await stage.world.ownerSql`
    select extract(epoch from d.next_attempt_at - a.finished_at)::int as seconds
    from deliveries d join attempts a on a.delivery_id = d.id`;
  expect(wait).toEqual({ seconds: 90 });
});
