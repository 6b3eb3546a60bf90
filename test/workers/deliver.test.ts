import { expect } from 'vitest';
import { readClock } from '@/db/clock';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { verifyAcknowledgeLink } from '@/kernel/acknowledge-link';
import { MINUTE, SECOND } from '@/kernel/duration';
import { drop, hang, refuse } from '../support/smtp-sink';
import { test } from '../support/stage';

test('an escalation becomes a mail with a signed link, and says so', async ({ stage }) => {
  const { sink, world } = stage;
  await stage.startWorker();
  const escalation = await stage.escalate('Salaries were paid twice.\nThe bank closes at five.');
  const mail = await sink.expectMailTo(stage.contact);
  const sent = await stage.until(
    'the outcome',
    escalation,
    ({ deliveries }) => deliveries[0]?.state === 'sent',
  );
  const [delivery] = sent.deliveries;
  expect(mail).toMatchObject({
    from: 'calmline@calm.example',
    subject: '[Calmline] URGENT: Brightwater Payroll, please acknowledge',
    messageId: `<${delivery?.id}@calm.example>`,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  });
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('The bank closes at five.');
    expect(part).toContain('+49 30 55550100');
    expect(part).toMatch(/GMT\+[12]|CES?T/);
  }
  const token = mail.link?.split('/ack/')[1] ?? '';
  const link = await verifyAcknowledgeLink(token, stage.settings.authSecret, await readClock());
  expect(link).toEqual({
    kind: 'valid',
    claims: { organizationId: world.organizationId, clientId: world.client.id, deliveryId: delivery?.id },
  });
  expect(delivery).toMatchObject({
    attempts: 1,
    isPossiblyDuplicated: false,
    nextAttemptAt: null,
    failure: null,
  });
  expect(sent.timeline.map(({ words }) => words)).toContain('Sent to Tom Becker by e-mail');
});

test('nothing is sent to anybody once somebody has it', async ({ stage }) => {
  const { world } = stage;
  const escalation = await stage.escalate();
  await acknowledgeEscalation(world.actors.operator, { escalationId: escalation.id, via: 'app' });
  await stage.startWorker();
  await stage.pass(60 * MINUTE);
  await stage.settled();
  const { state, deliveries } = await stage.read(escalation);
  expect(state).toBe('acknowledged');
  expect(deliveries).toMatchObject([{ state: 'skipped', attempts: 0 }]);
});

test('an acknowledgement cancels the retry of a message that is being refused just then', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await held.mail;
  await acknowledgeEscalation(world.actors.operator, { escalationId: escalation.id, via: 'app' });
  held.release(refuse(451, 'try again later'));
  await stage.until('the outcome', escalation, ({ deliveries }) => deliveries[0]?.state === 'skipped');
  await stage.pass(60 * MINUTE);
  await stage.settled();
});

test('the next step begins when the delay is over, not before', async ({ stage }) => {
  const { sink } = stage;
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  await stage.pass(240 * SECOND);
  await stage.settled();
  sink.expectNoMore();
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.deputy);
  await stage.pass(301 * SECOND);
  await sink.expectMailTo(stage.accountManager);
  await stage.pass(601 * SECOND);
  await stage.until('the end', escalation, ({ state }) => state === 'unanswered');
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
});

test('a refused recipient fails for good, and the next step begins at once', async ({ stage }) => {
  const { sink } = stage;
  sink.answer(stage.contact, refuse(550, 'no such user'));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.deputy);
  // A step was lost: a word to those who look after the client.
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
  const { step, deliveries } = await stage.read(escalation);
  expect(step).toBe(2);
  expect(deliveries.find(({ to }) => to === stage.contact)).toMatchObject({
    state: 'failed_permanent',
    attempts: 1,
    failure: 'The mail server answered: 550 no such user',
  });
});

test('a greylisting server is asked again, under the same Message-ID', async ({ stage }) => {
  const { sink } = stage;
  sink.answer(stage.contact, refuse(451, 'greylisted, try again'));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const refused = await stage.until(
    'a refusal',
    escalation,
    (now) => now.deliveries[0]?.state === 'failed_temporary',
  );
  expect(refused.deliveries[0]?.failure).toBe('The mail server answered: 451 greylisted, try again');
  await stage.pass(21 * SECOND);
  const mail = await sink.expectMailTo(stage.contact);
  const sent = await stage.until('the mail', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
  expect(sent.deliveries).toMatchObject([{ attempts: 2, failure: null, isPossiblyDuplicated: false }]);
  expect(mail.messageId).toBe(`<${sent.deliveries[0]?.id}@calm.example>`);
});

test('a server that takes the message and says nothing is cut off', async ({ stage }) => {
  const { sink } = stage;
  sink.answer(stage.contact, hang);
  await stage.startWorker({ cutOffAfter: SECOND });
  const escalation = await stage.escalate();
  const cutOff = await stage.until(
    'the cut',
    escalation,
    (now) => now.deliveries[0]?.state === 'failed_temporary',
  );
  expect(cutOff.deliveries[0]?.failure).toBe('The mail server did not finish within 1 seconds.');
  await stage.pass(21 * SECOND);
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries).toMatchObject([{ isPossiblyDuplicated: true }]);
});

test('a connection that breaks is tried again', async ({ stage }) => {
  const { sink } = stage;
  sink.answer(stage.contact, drop, refuse(421, 'closing'));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const broken = await stage.until(
    'the break',
    escalation,
    (now) => now.deliveries[0]?.state === 'failed_temporary',
  );
  expect(broken.deliveries[0]?.failure).toBe('The connection to the mail server failed.');
  // The server had it all and may have taken it: the next attempt may be a repetition.
  expect(broken.deliveries).toMatchObject([{ isPossiblyDuplicated: false }]);
  await stage.pass(21 * SECOND);
  const again = await stage.until(
    'the second',
    escalation,
    (now) => now.deliveries[0]?.failure?.includes('421 closing') === true,
  );
  expect(again.deliveries).toMatchObject([{ isPossiblyDuplicated: true }]);
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.contact);
  await stage.settled();
});

test('an outcome that cannot be written down at once is remembered, and nothing is sent twice', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await held.mail;
  await world.ownerSql`revoke insert on escalation_events from calmline_app`;
  held.release();
  await sink.expectMailTo(stage.contact);
  await world.ownerSql`grant insert on escalation_events to calmline_app`;
  await stage.until('the outcome', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
  await stage.pass(61 * SECOND);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries).toMatchObject([
    { attempts: 1, isPossiblyDuplicated: false },
  ]);
});
