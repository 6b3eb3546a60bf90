// Policies at work: a real worker, a clock that is moved, and sinks to which any message that no test expects is a fault.
import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { declineEscalation } from '@/domain/escalations/decline-escalation';
import { recordPatchInput } from '@/domain/escalations/model';
import { recordPatch } from '@/domain/escalations/record-patch';
import { skipStep } from '@/domain/escalations/skip-step';
import { createSchedule } from '@/domain/oncall/create-schedule';
import { createScheduleInput } from '@/domain/oncall/model';
import { MINUTE, SECOND } from '@/kernel/duration';
import { refuseWith } from '../support/carrier';
import { refuse } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';
import {
  addContact,
  escalateAs,
  mailOf,
  managers,
  phone,
  putPolicy,
  readerOf,
  step,
  to,
} from '../support/stage-policy';

const nobodyOnCall = async ({ world }: Stage) => {
  const input = createScheduleInput.parse({ clientId: world.client.id, name: 'Weekend duty' });
  return createSchedule(world.actors.admin, input);
};

test('several targets of one step are told together, and nobody twice', async ({ stage }) => {
  const { sink } = stage;
  const ida = await addContact(stage, 'Ida Kern');
  await putPolicy(stage, [step([to(ida), { type: 'everyone' }, managers, managers])]);
  await stage.startWorker();
  await stage.escalate();
  for (const address of [mailOf('Ida Kern'), stage.contact, stage.deputy, stage.accountManager]) {
    await sink.expectMailTo(address);
  }
  await stage.settled();
});

test('the ways to one person follow one another until somebody has it', async ({ stage }) => {
  const { sink, carrier, world } = stage;
  await putPolicy(stage, [step([to(await addContact(stage, 'Ida Kern', { isReachedByPhone: true }))], 600)]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  expect((await stage.read(escalation)).deliveries.map(({ waitsFor }) => waitsFor)).toEqual([
    'method_delay',
    'method_delay',
    null,
  ]);
  await stage.pass(60 * SECOND);
  await stage.settled();
  carrier.expectNoMore();
  await stage.pass(61 * SECOND);
  await carrier.expectText(phone);
  await acknowledgeEscalation(world.actors.operator, { escalationId: escalation.id, via: 'app' });
  await stage.pass(60 * MINUTE);
  await stage.settled();
});

test('a way that fails for good hands over to the next at once; when all have, the next step begins at once', async ({
  stage,
}) => {
  const { sink, carrier } = stage;
  sink.answer(mailOf('Ida Kern'), refuse(550, 'no such user'));
  await putPolicy(stage, [
    step([to(await addContact(stage, 'Ida Kern', { isReachedByPhone: true }))], 3_600),
    step([to(stage.world.deputy)]),
  ]);
  carrier.answer(phone, refuseWith(400, 21614, 'not a mobile number'), refuseWith(400, 13224, 'unreachable'));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.deputy);
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
  const now = await stage.read(escalation);
  expect(now).toMatchObject({ state: 'open', step: 2 });
  expect(now.timeline.map(({ words }) => words)).toContain('Step 1: no message got through. Going on.');
});

test('every cycle begins anew, then nobody has answered, and somebody still can', async ({ stage }) => {
  const { sink, world } = stage;
  await putPolicy(stage, [step([to(world.contact)], 60)], { cycles: 2 });
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.contact);
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.accountManager);
  await stage.until('the end', escalation, ({ state }) => state === 'unanswered');
  const link = await readerOf(stage, 'Tom Becker', escalation);
  const late = await acknowledgeEscalation(link, { escalationId: escalation.id, via: 'link' });
  expect(late).toMatchObject({ kind: 'acknowledged', escalation: { acknowledgedByName: 'Tom Becker' } });
  await stage.settled();
});

test('acknowledged and forgotten begins again; a late answer to the first message stops nothing', async ({
  stage,
}) => {
  const { sink, world } = stage;
  await putPolicy(stage, [step([to(world.contact)]), step([to(world.deputy)])], {
    acknowledgementTimeoutSeconds: 1_800,
  });
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  const old = await readerOf(stage, 'Tom Becker', escalation);
  await acknowledgeEscalation(old, { escalationId: escalation.id, via: 'link' });
  await stage.pass(31 * MINUTE);
  await sink.expectMailTo(stage.contact);
  expect((await acknowledgeEscalation(old, { escalationId: escalation.id, via: 'sms' })).kind).toBe('stale');
  await stage.pass(301 * SECOND);
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  const fresh = await readerOf(stage, 'Eva Schulz', escalation);
  expect((await acknowledgeEscalation(fresh, { escalationId: escalation.id, via: 'sms' })).kind).toBe(
    'acknowledged',
  );
  const double = await acknowledgeEscalation(old, { escalationId: escalation.id, via: 'sms' });
  expect(double).toMatchObject({ kind: 'already', escalation: { acknowledgedByName: 'Eva Schulz' } });
});

test('where everybody must, one acknowledgement spares that person and keeps asking the others', async ({
  stage,
}) => {
  const { sink, carrier, world } = stage;
  const ida = await addContact(stage, 'Ida Kern', { isReachedByPhone: true });
  await putPolicy(stage, [step([to(ida), to(world.deputy)], 600, { isEveryoneNeeded: true })], { cycles: 2 });
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(mailOf('Ida Kern'));
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  const first = await readerOf(stage, 'Ida Kern', escalation);
  expect(await acknowledgeEscalation(first, { escalationId: escalation.id, via: 'link' })).toMatchObject({
    kind: 'partly_acknowledged',
    escalation: { state: 'open' },
  });
  await stage.pass(540 * SECOND);
  await stage.settled();
  carrier.expectNoMore();
  await stage.pass(61 * SECOND);
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  const second = await readerOf(stage, 'Eva Schulz', escalation);
  expect(await acknowledgeEscalation(second, { escalationId: escalation.id, via: 'link' })).toMatchObject({
    kind: 'acknowledged',
    escalation: { acknowledgedByName: 'Ida Kern and Eva Schulz' },
  });
});

test('each urgency goes by its own policy', async ({ stage }) => {
  const { sink, world } = stage;
  await putPolicy(stage, [step([to(world.deputy), managers])], { urgency: 'emergency' });
  await stage.startWorker();
  await escalateAs(stage, 'emergency');
  await sink.expectMailTo(stage.deputy);
  await sink.expectMailTo(stage.accountManager);
  await escalateAs(stage, 'routine');
  await sink.expectMailTo(stage.contact);
  await stage.settled();
});

test('quiet hours hold back what is routine, visibly, until they end; never what is urgent', async ({
  stage,
}) => {
  const { sink } = stage;
  const at = await stage.world.readClock();
  const clock = (hours: number) => `${String((at.getUTCHours() + hours + 24) % 24).padStart(2, '0')}:00`;
  const quietHours = { from: clock(-1), to: clock(2) };
  const ida = await addContact(stage, 'Ida Kern', { timeZone: 'UTC', quietHours });
  await putPolicy(stage, [step([to(ida)]), step([to(stage.world.deputy)])]);
  await stage.startWorker();
  const routine = await escalateAs(stage, 'routine');
  await escalateAs(stage, 'urgent');
  await sink.expectMailTo(mailOf('Ida Kern'));
  await stage.settled();
  const waiting = await stage.read(routine);
  expect(waiting.deliveries).toMatchObject([{ state: 'pending', waitsFor: 'quiet_hours', attempts: 0 }]);
  expect(waiting.timeline.map(({ type }) => type)).toContain('waiting');
  await stage.pass(301 * SECOND);
  await sink.expectMailTo(stage.deputy);
  await stage.settled();
  const end = waiting.deliveries[0]?.nextAttemptAt ?? at;
  await stage.pass(end.getTime() - (await stage.world.readClock()).getTime() + SECOND);
  await sink.expectMailTo(mailOf('Ida Kern'));
  await stage.until('the mail', routine, ({ deliveries }) => deliveries[0]?.state === 'sent');
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
});

test('a schedule on which nobody is, and somebody without any way, are passed at once, and the account managers hear', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const schedule = await nobodyOnCall(stage);
  const mute = await addContact(stage, 'Ole Lind', { methods: [] });
  await putPolicy(stage, [
    step([{ type: 'schedule', id: schedule.id }], 86_400),
    step([to(mute)], 86_400),
    step([to(world.contact), { type: 'schedule', id: schedule.id }]),
  ]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  const toManager = (words: string) =>
    sink.expectMail((mail) => mail.to === stage.accountManager && mail.subject.includes(words));
  await toManager('URGENT: Brightwater Payroll, please acknowledge');
  // The schedule's own alarm, to both who could mend it.
  await toManager('Nobody is on call');
  await sink.expectMail(
    ({ to: recipient, subject }) =>
      recipient.startsWith('client_admin@') && subject.includes('Nobody is on call'),
  );
  await stage.settled();
  expect((await stage.read(escalation)).timeline.slice(0, 5).map(({ type, words }) => [type, words])).toEqual(
    [
      ['started', 'Started as urgent'],
      ['nobody_on_call', 'Step 1: nobody could be told. Nobody is on call for Weekend duty. Going on.'],
      ['step_empty', 'Step 2: nobody could be told. Ole Lind has no way to be reached. Going on.'],
      ['step_begun', 'Step 3: telling Tom Becker'],
      ['nobody_on_call', 'Step 3: Nobody is on call for Weekend duty.'],
    ],
  );
});

test('"I can’t", the next step by hand, and a caller who is put through', async ({ stage }) => {
  const { sink, world } = stage;
  await stage.startWorker();
  const { id: escalationId } = await stage.escalate();
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  const tom = await readerOf(stage, 'Tom Becker', { id: escalationId });
  await Promise.all([1, 2, 3].map(() => declineEscalation(tom, { escalationId })));
  await sink.expectMailTo(stage.deputy);
  await skipStep(world.actors.operator, { escalationId, cycle: 1, step: 2 });
  await skipStep(world.actors.operator, { escalationId, cycle: 1, step: 2 });
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
  const patch = { escalationId, contactId: world.deputy.id, kind: 'warm', outcome: 'connected' };
  await recordPatch(world.actors.operator, recordPatchInput.parse({ ...patch, outcome: 'no_answer' }));
  await recordPatch(world.actors.operator, recordPatchInput.parse({ ...patch, isTaken: true }));
  await stage.pass(60 * MINUTE);
  await stage.settled();
  expect(await stage.read({ id: escalationId })).toMatchObject({
    state: 'acknowledged',
    acknowledgedByName: 'Eva Schulz (recorded by The operator)',
  });
});
