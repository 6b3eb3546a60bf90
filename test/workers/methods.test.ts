// One person has several ways to be reached, each in its turn.
import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { updateContact } from '@/domain/contacts/update-contact';
import { MINUTE, SECOND } from '@/kernel/duration';
import { refuse } from '../support/smtp-sink';
import { test } from '../support/stage';

const FIRST = 'first@jo.example';
const SECOND_WAY = 'second@jo.example';
const THIRD = 'third@jo.example';

const ways = (...delays: number[]) =>
  [FIRST, SECOND_WAY, THIRD].slice(0, delays.length).map((address, n) => ({
    channel: 'email' as const,
    address,
    delaySeconds: delays[n] ?? 0,
  }));

test('several phones ring at once', async ({ stage }) => {
  await stage.reachAlone('Jo Fischer', [
    { channel: 'sms', address: '+4915155550101', delaySeconds: 0 },
    { channel: 'voice', address: '+4915155550102', delaySeconds: 0 },
    { channel: 'email', address: FIRST, delaySeconds: 0 },
  ]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.carrier.expectText('+4915155550101');
  await stage.carrier.expectCall('+4915155550102');
  await stage.sink.expectMailTo(FIRST);
  await stage.settled();
  const { deliveries } = await stage.read(escalation);
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('the later ways wait for their time, in sight, and an acknowledgement ends them', async ({ stage }) => {
  await stage.reachAlone('Jo Fischer', ways(0, 120, 240));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.sink.expectMailTo(FIRST);
  await stage.settled();
  const { deliveries } = await stage.read(escalation);
  expect(deliveries.map(({ to, waitsFor }) => [to, waitsFor])).toEqual([
    [THIRD, 'method_delay'],
    [SECOND_WAY, 'method_delay'],
    [FIRST, null],
  ]);
  await stage.pass(119 * SECOND);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(2 * SECOND);
  await stage.sink.expectMailTo(SECOND_WAY);
  await stage.settled();
  await acknowledgeEscalation(stage.world.actors.operator, { escalationId: escalation.id, via: 'app' });
  await stage.pass(10 * MINUTE);
  await stage.settled();
  expect((await stage.read(escalation)).deliveries[0]).toMatchObject({ to: THIRD, state: 'skipped' });
});

test('an engine that was away tells a person once, late, and keeps the distance between the ways', async ({
  stage,
}) => {
  await stage.reachAlone('Jo Fischer', ways(0, 120, 240));
  await stage.escalate();
  await stage.world.moveClock(30 * MINUTE);
  await stage.startWorker();
  await stage.sink.expectMailTo(FIRST);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(115 * SECOND);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(6 * SECOND);
  await stage.sink.expectMailTo(SECOND_WAY);
  await stage.settled();
  await stage.pass(121 * SECOND);
  await stage.sink.expectMailTo(THIRD);
  await stage.settled();
});

test('a way that fails for good gives its turn to the next at once', async ({ stage }) => {
  stage.sink.answer(FIRST, refuse(550, 'no such user'));
  const contact = await stage.reachAlone('Jo Fischer', ways(0, 120));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.sink.expectMailTo(SECOND_WAY);
  await stage.settled();
  const { timeline } = await stage.read(escalation);
  expect(timeline.map(({ words }) => words)).toContain(
    'Could not reach Jo Fischer by e-mail: The mail server answered: 550 no such user',
  );
  const failures = await stage.world.ownerSql`
    select address, failure from contact_methods where contact_id = ${contact.id} order by position`;
  expect([...failures]).toEqual([
    { address: FIRST, failure: 'The mail server answered: 550 no such user' },
    { address: SECOND_WAY, failure: null },
  ]);
});

test('a way that works again is no longer shown as failed', async ({ stage }) => {
  stage.sink.answer(FIRST, refuse(550, 'mailbox full'));
  const contact = await stage.reachAlone('Jo Fischer', ways(0, 3_000));
  await stage.startWorker();
  await stage.escalate();
  await stage.sink.expectMailTo(SECOND_WAY);
  await stage.settled();
  await stage.escalate('And again.');
  await stage.sink.expectMailTo(FIRST);
  await stage.settled();
  const failures = await stage.world.ownerSql`
    select from contact_methods where contact_id = ${contact.id} and failure is not null`;
  expect(failures).toHaveLength(0);
});

test('a way that was removed meanwhile is not used, and one that was stopped neither', async ({ stage }) => {
  const { actors, ownerSql } = stage.world;
  const contact = await stage.reachAlone('Jo Fischer', ways(0, 120, 240));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.sink.expectMailTo(FIRST);
  await stage.settled();
  const [, , third] = contact.methods;
  await updateContact(actors.admin, {
    contactId: contact.id,
    methods: contact.methods
      .filter(({ address }) => address !== SECOND_WAY)
      .map(({ id, channel, address, delaySeconds }) => ({ id, channel, address, delaySeconds })),
  });
  await ownerSql`update contact_methods set stopped_at = app_now() where id = ${third?.id ?? null}`;
  await stage.pass(121 * SECOND);
  await stage.settled();
  await stage.pass(121 * SECOND);
  await stage.settled();
  const { deliveries, timeline } = await stage.read(escalation);
  expect(deliveries.map(({ to, state, failure }) => [to, state, failure])).toEqual([
    [THIRD, 'skipped', 'Jo Fischer answered STOP.'],
    [SECOND_WAY, 'skipped', 'This way to reach Jo Fischer was removed.'],
    [FIRST, 'sent', null],
  ]);
  expect(timeline.at(-1)?.words).toBe('Not sent to Jo Fischer by e-mail: Jo Fischer answered STOP.');
});
