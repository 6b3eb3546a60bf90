// People, ways and policies that change while an escalation runs; and an engine that comes late.
import { expect } from 'vitest';
import { updateContactInput } from '@/domain/contacts/model';
import { updateContact } from '@/domain/contacts/update-contact';
import { removeContact } from '@/domain/escalations/remove-contact';
import { HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { test } from '../support/stage';
import { addContact, mailOf, managers, phone, putPolicy, step, to } from '../support/stage-policy';

test('a way that is removed while it waits its turn is not used, and the next one goes at once', async ({
  stage,
}) => {
  const { sink, carrier, world } = stage;
  const ida = await addContact(stage, 'Ida Kern', { isReachedByPhone: true });
  await putPolicy(stage, [step([to(ida)], 3_600)]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  await stage.settled();
  const methods = ida.methods
    .filter(({ channel }) => channel !== 'sms')
    .map(({ id, channel, address, delaySeconds }) => ({ id, channel, address, delaySeconds }));
  await updateContact(world.actors.admin, updateContactInput.parse({ contactId: ida.id, methods }));
  await stage.pass(121 * SECOND);
  await carrier.expectCall(phone);
  await stage.settled();
  const { deliveries } = await stage.read(escalation);
  expect(deliveries.find(({ channel }) => channel === 'sms')).toMatchObject({
    state: 'skipped',
    attempts: 0,
  });
});

test('a way that is added counts from the next step on', async ({ stage }) => {
  const { sink, carrier, world } = stage;
  const ida = await addContact(stage, 'Ida Kern');
  await putPolicy(stage, [step([to(ida)], 60)], { cycles: 2 });
  await stage.startWorker();
  await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  const methods = [
    ...ida.methods.map(({ id, channel, address }) => ({ id, channel, address })),
    { channel: 'sms', address: phone, delaySeconds: 0 },
  ];
  await updateContact(world.actors.admin, updateContactInput.parse({ contactId: ida.id, methods }));
  await stage.settled();
  carrier.expectNoMore();
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(mailOf('Ida Kern'));
  await carrier.expectText(phone);
  await stage.settled();
});

test('somebody who leaves is told no more; whoever stands in is, and the policy may be another by then', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const ida = await addContact(stage, 'Ida Kern', { isReachedByPhone: true });
  await putPolicy(stage, [step([to(ida)], 300), step([to(ida)], 300)]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  await stage.settled();
  await removeContact(world.actors.admin, { contactId: ida.id, replacedById: world.deputy.id });
  await putPolicy(stage, [step([managers])]);
  await stage.pass(301 * SECOND);
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  expect(await stage.read(escalation)).toMatchObject({ state: 'open', step: 2 });
});

test('steps that overlap tell the same person once a step, and each way that still waits once', async ({
  stage,
}) => {
  const { sink, carrier } = stage;
  const ida = await addContact(stage, 'Ida Kern', { isReachedByPhone: true });
  await putPolicy(stage, [step([to(ida)], 60), step([to(ida), { type: 'everyone' }], 600)]);
  await stage.startWorker();
  await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  await stage.pass(61 * SECOND);
  for (const address of [mailOf('Ida Kern'), stage.contact, stage.deputy]) await sink.expectMailTo(address);
  await stage.pass(60 * SECOND);
  await carrier.expectText(phone);
  await stage.pass(121 * SECOND);
  await carrier.expectCall(phone);
  await stage.settled();
});

test('an engine that was down past two steps tells each person once, late, and goes on from there', async ({
  stage,
}) => {
  const { sink, carrier, world } = stage;
  const ida = await addContact(stage, 'Ida Kern', { isReachedByPhone: true });
  await putPolicy(stage, [step([to(ida)]), step([to(world.deputy)]), step([to(world.contact)])], {
    cycles: 3,
  });
  const escalation = await stage.escalate();
  await world.moveClock(12 * MINUTE);
  await stage.startWorker();
  await sink.expectMailTo(mailOf('Ida Kern'));
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  carrier.expectNoMore();
  sink.expectNoMore();
  expect(await stage.read(escalation)).toMatchObject({ state: 'open', cycle: 1, step: 2 });
  await stage.pass(121 * SECOND);
  await carrier.expectText(phone);
  await stage.pass(121 * SECOND);
  await carrier.expectCall(phone);
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.contact);
  await stage.settled();
});

test('a clock that jumps three hours ahead begins one step, not all that it passed', async ({ stage }) => {
  const { sink, world } = stage;
  await putPolicy(stage, [step([to(world.contact)]), step([to(world.deputy)]), step([managers])], {
    cycles: 5,
  });
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  await stage.pass(3 * HOUR);
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  const jumped = await stage.read(escalation);
  expect(jumped).toMatchObject({ state: 'open', cycle: 1, step: 2 });
  const begunAt = jumped.timeline.findLast(({ type }) => type === 'step_begun')?.at.getTime() ?? 0;
  expect((jumped.nextStepDueAt?.getTime() ?? 0) - begunAt).toBe(5 * MINUTE);
  await stage.pass(240 * SECOND);
  await stage.settled();
  sink.expectNoMore();
});
