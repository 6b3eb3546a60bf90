import { expect, test as plainTest } from 'vitest';
import { engineActor } from '@/db/gate';
import { updateClient } from '@/domain/clients/update-client';
import { createContact } from '@/domain/contacts/create-contact';
import { claimDelivery } from '@/domain/notifications/claim-delivery';
import { SECOND } from '@/kernel/duration';
import { freePort } from '../../scripts/lib/ports.mjs';
import { readFailure } from '../../workers/channels/smtp-failure';
import { deliverBy } from '../../workers/deliver';
import { test, type Stage } from '../support/stage';

test('a channel that is not configured is passed over at once, in words, and never counts as sent', async ({
  stage,
}) => {
  const { actors, client } = stage.world;
  const methods = [
    { channel: 'sms' as const, address: '+4915155550101' },
    { channel: 'voice' as const, address: '+493055550102' },
  ];
  const contacts = await Promise.all(
    methods.map((method) =>
      createContact(actors.admin, {
        clientId: client.id,
        name: method.channel,
        title: '',
        methods: [method],
      }),
    ),
  );
  await stage.setPolicy({
    steps: contacts.map(({ id }) => ({ targets: [{ type: 'contact', id }], delaySeconds: 300 })),
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
  await stage.startWorker({ smtpUrl: undefined, twilio: undefined });
  const escalation = await stage.escalate();
  await stage.until('the end', escalation, ({ state }) => state === 'unanswered');
  await stage.settled();
  const { deliveries } = await stage.read(escalation);
  const failures = deliveries.toReversed().map(({ step, state, failure }) => [step, state, failure]);
  // The account managers hear of each step that was lost, by e-mail, which is not there either.
  expect(failures.filter(([, , failure]) => !String(failure).startsWith('E-mail'))).toEqual([
    [1, 'failed_permanent', 'SMS is not configured on this installation.'],
    [2, 'failed_permanent', 'Voice is not configured on this installation.'],
  ]);
  expect(new Set(failures.map(([, state]) => state))).toEqual(new Set(['failed_permanent']));
});

test('a mail server that is not there is tried again later', async ({ stage }) => {
  await stage.startWorker({ smtpUrl: `smtp://127.0.0.1:${await freePort()}` });
  const escalation = await stage.escalate();
  const failed = await stage.until('the refusal', escalation, (now) => now.deliveries[0]?.failure !== null);
  expect(failed.deliveries).toMatchObject([
    { state: 'failed_temporary', failure: 'The connection to the mail server failed.' },
  ]);
});

test('no name and no summary can begin a header', async ({ stage }) => {
  const { actors, client } = stage.world;
  const evil = 'Brightwater\r\nBcc: everybody@example.com';
  await updateClient(actors.admin, { clientId: client.id, name: evil });
  await stage.startWorker();
  await stage.escalate('Urgent\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script>');
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.headers).not.toHaveProperty('bcc');
  expect(mail.subject).toBe('[Calmline] URGENT: Brightwater Bcc: everybody@example.com, please acknowledge');
  expect(mail.html).not.toContain('<script>');
  await stage.settled();
});

test("a job with another tenant's organization finds nothing, and sends nothing", async ({ stage }) => {
  const { world } = stage;
  const other = await world.addTenant('Quiet Harbour');
  const id = await onlyDelivery(stage);
  const send = () => Promise.reject(new Error('sent across the wall'));
  await deliverBy({ send }, stage.settings.limits)({ id, organizationId: other.organizationId });
  const rows = await world.ownerSql`select state, attempts from deliveries`;
  expect(rows).toEqual([{ state: 'pending', attempts: 0 }]);
});

test('one delivery queued many times is claimed once', async ({ stage }) => {
  const { world } = stage;
  const id = await onlyDelivery(stage);
  const actor = engineActor(world.organizationId);
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimDelivery(actor, id)));
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
});

test('a message that fails again and again by our own fault is set aside, in words', async ({ stage }) => {
  const { world } = stage;
  const id = await onlyDelivery(stage);
  const broken = () => Promise.reject(new TypeError('a fault in a template'));
  const deliver = deliverBy({ send: broken }, stage.settings.limits);
  await deliver({ id, organizationId: world.organizationId });
  for (const wait of [20, 60, 180, 300, 600]) {
    await world.moveClock((wait + 1) * SECOND);
    await deliver({ id, organizationId: world.organizationId });
  }
  const rows = await world.ownerSql`
    select attempts, set_aside_at is not null as is_set_aside, set_aside_because from deliveries where id = ${id}`;
  expect(rows).toEqual([{ attempts: 5, is_set_aside: true, set_aside_because: 'a fault in a template' }]);
});

plainTest.each([
  [{ code: 'EENVELOPE', response: '550 5.1.1 no such user', permanent: true }, 'failed_permanent'],
  [{ code: 'EMESSAGE', response: '554 looks like spam', permanent: true }, 'failed_permanent'],
  [{ code: 'EENVELOPE' }, 'failed_permanent'],
  [{ code: 'EENVELOPE', response: '451 greylisted', permanent: false }, 'failed_temporary'],
  [{ code: 'EMESSAGE', response: '421 closing', permanent: false }, 'failed_temporary'],
  [{ code: 'EAUTH', response: '535 wrong password', permanent: true }, 'failed_temporary'],
  [{ code: 'ECONNECTION' }, 'failed_temporary'],
  [{ code: 'ESOCKET' }, 'failed_temporary'],
  [{ code: 'ETIMEDOUT' }, 'failed_temporary'],
  [{ code: 'EDNS' }, 'failed_temporary'],
  [{ code: 'ETLS' }, 'failed_temporary'],
])('%o is %s', (properties, kind) => {
  const outcome = readFailure(Object.assign(new Error('x'.repeat(900)), properties));
  expect(outcome.kind).toBe(kind);
  const words = outcome.kind === 'sent' ? '' : outcome.words;
  expect(words.length).toBeLessThanOrEqual(300);
  if ('response' in properties) expect(words).toContain(properties.response);
});

async function onlyDelivery(stage: Stage): Promise<string> {
  const escalation = await stage.escalate();
  const { deliveries } = await stage.read(escalation);
  return deliveries[0]?.id ?? '';
}
