// Text messages and calls through a strict stand-in for Twilio, by the whole worker.
import { expect } from 'vitest';
import type { Escalation } from '@/domain/escalations/model';
import { MINUTE, SECOND } from '@/kernel/duration';
import { cutOff, neverAnswer, refuseWith, takeAndCut, tooMany } from '../support/carrier';
import { startChildWorker } from '../support/child-worker';
import { reachBy, test, type Way } from '../support/phone-stage';

const tom = '+4915155550101';
const eva = '+493055550102';

const sms = (address = tom): Way => ({ channel: 'sms', address });
const voice = (address = eva): Way => ({ channel: 'voice', address });
const first = ({ deliveries }: Escalation) => deliveries.at(-1);
const words = ({ timeline }: Escalation) => timeline.map((line) => line.words);

test('a text goes out once, is reported as delivered, and its answer ends everything', async ({
  stage,
  phone,
}) => {
  await reachBy(stage, [sms(), voice()]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const text = await stage.carrier.expectText(tom);
  expect(text.from).toBe(stage.carrier.from);
  await stage.until('the text to be sent', escalation, (now) => first(now)?.state === 'sent');
  for (const status of ['queued', 'sent', 'delivered']) await phone.report(text, status);
  expect(first(await stage.read(escalation))).toMatchObject({ state: 'delivered', attempts: 1 });
  expect(await phone.receiveText(tom, `${text.code}a`)).toContain('You have it');
  const after = await stage.read(escalation);
  expect(after).toMatchObject({ state: 'acknowledged', acknowledgedByName: 'Person 1' });
  expect(after.deliveries.map(({ channel, state }) => [channel, state]).sort()).toEqual([
    ['sms', 'delivered'],
    ['voice', 'skipped'],
  ]);
  await stage.pass(10 * MINUTE);
  await stage.settled();
});

test('a carrier that asks for a pause gets it', async ({ stage }) => {
  await reachBy(stage, [sms()]);
  stage.carrier.answer(tom, tooMany(90));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const put = await stage.until('the refusal', escalation, (now) => first(now)?.failure !== null);
  expect(first(put)).toMatchObject({
    state: 'failed_temporary',
    failure: 'The carrier takes no more messages at the moment.',
  });
  await stage.pass(85 * SECOND);
  await stage.settled();
  expect(stage.carrier.taken).toHaveLength(0);
  await stage.pass(10 * SECOND);
  await stage.carrier.expectText(tom);
  await stage.settled();
});

test.for([
  ['a fault of its own', refuseWith(500, 20500), 'The carrier has a fault of its own (500).'],
  ['a proxy without a word', refuseWith(503, 0), 'The carrier has a fault of its own (503).'],
  [
    'a wrong token',
    refuseWith(401, 20003),
    'The carrier refused our sign-in. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
  ],
  ['a broken connection', cutOff, 'The connection to the carrier broke off.'],
] as const)('%s passes: the message is sent again', async ([, answer, failure], { stage }) => {
  await reachBy(stage, [sms()]);
  stage.carrier.answer(tom, answer);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const failed = await stage.until('the failure', escalation, (now) => first(now)?.failure !== null);
  expect(first(failed)).toMatchObject({ state: 'failed_temporary', failure });
  await stage.pass(21 * SECOND);
  await stage.carrier.expectText(tom);
  await stage.until('it to be sent', escalation, (now) => first(now)?.state === 'sent');
  await stage.settled();
});

test('a carrier that never answers is cut off', async ({ stage }) => {
  await reachBy(stage, [sms()], [voice()]);
  stage.carrier.answer(tom, neverAnswer);
  stage.carrier.answer(eva, neverAnswer);
  await stage.startWorker({ cutOffAfter: 300 });
  const escalation = await stage.escalate();
  const failed = await stage.until('both to be cut off', escalation, (now) =>
    now.deliveries.every(({ state }) => state === 'failed_temporary'),
  );
  expect(new Set(failed.deliveries.map(({ failure }) => failure))).toEqual(
    new Set(['The carrier did not answer within 0.3 seconds.']),
  );
  await stage.pass(21 * SECOND);
  await stage.carrier.expectText(tom);
  await stage.pass(MINUTE);
  await stage.carrier.expectCall(eva);
  await stage.settled();
});

test('a text that the carrier took without answering is found, and not sent twice', async ({ stage }) => {
  await reachBy(stage, [sms()]);
  stage.carrier.answer(tom, takeAndCut);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const text = await stage.carrier.expectText(tom);
  await stage.until('the doubt', escalation, (now) => first(now)?.state === 'failed_temporary');
  await stage.pass(21 * SECOND);
  const after = await stage.until('it to be found', escalation, (now) => first(now)?.state === 'sent');
  expect(first(after)).toMatchObject({ attempts: 2 });
  const rows = await stage.world.ownerSql`select provider_id as id from attempts where state = 'sent'`;
  expect(rows).toEqual([{ id: text.sid }]);
  expect(stage.carrier.taken).toHaveLength(1);
});

test('what a killed worker had handed over is found at the carrier, and nobody is told twice', async ({
  stage,
}) => {
  await reachBy(stage, [sms()], [voice()]);
  const held = [stage.carrier.hold(tom), stage.carrier.hold(eva)];
  const child = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  await Promise.all(held.map(({ taken }) => taken));
  await child.kill();
  for (const { release } of held) release();
  const [text, call] = [await stage.carrier.expectText(tom), await stage.carrier.expectCall(eva)];
  await stage.world.moveClock(61 * SECOND);
  await stage.startWorker();
  const after = await stage.until('both to be known', escalation, (now) =>
    now.deliveries.every(({ state }) => state === 'sent'),
  );
  expect(after.deliveries.map(({ isPossiblyDuplicated }) => isPossiblyDuplicated)).toEqual([false, false]);
  const ids = await stage.world.ownerSql<{ id: string }[]>`
    select provider_id as id from attempts where provider_id is not null`;
  expect(ids.map(({ id }) => id).sort()).toEqual([text.sid, call.sid].sort());
  expect(stage.carrier.taken).toHaveLength(2);
  await stage.settled();
});

test('a number that cannot be reached fails for good, and the next way is taken at once', async ({
  stage,
}) => {
  await reachBy(stage, [sms(), voice()]);
  stage.carrier.answer(tom, refuseWith(400, 21614, 'not a mobile number'));
  await stage.startWorker();
  const escalation = await stage.escalate();
  await stage.carrier.expectCall(eva);
  const after = await stage.until('the call', escalation, (now) =>
    now.deliveries.some(({ channel, state }) => channel === 'voice' && state === 'sent'),
  );
  const failure = 'That is not a mobile number: it cannot get text messages.';
  expect(after.deliveries.find(({ channel }) => channel === 'sms')).toMatchObject({
    state: 'failed_permanent',
    failure,
  });
  expect(words(after)).toContain(`Could not reach Person 1 by SMS: ${failure}`);
  await stage.settled();
});

test('somebody who answered STOP gets no more texts, and the next person is told at once', async ({
  stage,
  phone,
}) => {
  await reachBy(stage, [sms()]);
  expect(await phone.receiveText(tom, 'STOP')).toBeNull();
  await stage.startWorker();
  await stage.escalate();
  const mail = await stage.sink.expectMailTo(stage.deputy);
  expect(mail.text).toContain('Salaries were paid twice.');
  await stage.settled();
  await stage.sink.expectMailTo(stage.accountManager);
  expect(stage.carrier.requests).toBe(0);
});

test('reports before the hand-over returns, twice, and in the wrong order have one effect', async ({
  stage,
  phone,
}) => {
  await reachBy(stage, [sms()]);
  const held = stage.carrier.hold(tom);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const text = await held.taken;
  await stage.carrier.expectText(tom);
  for (const status of ['delivered', 'sent', 'delivered', 'queued']) await phone.report(text, status);
  held.release();
  await stage.until('it to be delivered', escalation, (now) => first(now)?.state === 'delivered');
  await stage.settled();
  await phone.report(text, 'undelivered', { ErrorCode: '30003' });
  await phone.report(text, 'delivered');
  const after = await stage.read(escalation);
  expect(first(after)).toMatchObject({ state: 'delivered', attempts: 1, failure: null });
  expect(after.timeline.filter(({ type }) => type === 'delivered')).toHaveLength(1);
});

test('a text that did not arrive is said so in words, and the next person is told', async ({
  stage,
  phone,
}) => {
  await reachBy(stage, [sms()]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const text = await stage.carrier.expectText(tom);
  await stage.until('the text to be sent', escalation, (now) => first(now)?.state === 'sent');
  await phone.report(text, 'undelivered', { ErrorCode: '30005' });
  await stage.sink.expectMailTo(stage.deputy);
  await stage.settled();
  await stage.sink.expectMailTo(stage.accountManager);
  expect(words(await stage.read(escalation))).toContain(
    'Could not reach Person 1 by SMS: The text message did not arrive. The number is not in use.',
  );
});

test('a call that nobody picks up is made again; a key in the second ends it', async ({ stage, phone }) => {
  await reachBy(stage, [voice()]);
  await stage.startWorker();
  const escalation = await stage.escalate();
  const call = await stage.carrier.expectCall(eva);
  await stage.until('the call', escalation, (now) => first(now)?.state === 'sent');
  for (const status of ['initiated', 'ringing', 'no-answer', 'no-answer']) await phone.report(call, status);
  expect(first(await stage.read(escalation))).toMatchObject({
    state: 'failed_temporary',
    failure: 'Nobody picked up.',
  });
  await stage.pass(61 * SECOND);
  const again = await stage.carrier.expectCall(eva);
  const person = await phone.pickUp(again);
  await person.press('1');
  expect(await stage.read(escalation)).toMatchObject({
    state: 'acknowledged',
    acknowledgedByName: 'Person 1',
  });
  await stage.pass(5 * MINUTE);
  await stage.settled();
});

test('several phones at once are told once each, and each answer has its own number', async ({
  stage,
  phone,
}) => {
  const numbers = Array.from({ length: 10 }, (_, n) => `+49151555502${String(n).padStart(2, '0')}`);
  await reachBy(stage, ...numbers.map((number) => [sms(number)]));
  await stage.startWorker();
  const escalation = await stage.escalate();
  const texts = await Promise.all(numbers.map((number) => stage.carrier.expectText(number)));
  expect(texts.map(({ code }) => code)).toEqual(Array<string>(10).fill('1'));
  await stage.until('all to be sent', escalation, ({ deliveries }) =>
    deliveries.every(({ state }) => state === 'sent'),
  );
  expect(await phone.receiveText(numbers[7] ?? '', '1a')).toContain('Thank you, Person 8.');
  expect(await phone.receiveText(numbers[3] ?? '', '1a')).toMatch(/^Already acknowledged by Person 8 at /);
  await stage.settled();
});

test('twelve escalations for one phone are one text, and one answer takes them all', async ({
  stage,
  phone,
}) => {
  await reachBy(stage, [sms()]);
  const escalations = [];
  for (let n = 0; n < 12; n += 1) escalations.push(await stage.escalate(`Number ${n + 1}.`));
  await stage.startWorker();
  const text = await stage.carrier.expectText(tom);
  expect(text.body).toContain('12 escalations, Brightwater Payroll.');
  for (const escalation of escalations) {
    await stage.until('it to be sent', escalation, (now) => first(now)?.state === 'sent');
  }
  expect(await phone.receiveText(tom, `${text.code}a`)).toBe('Thank you, Person 1. You have all 12.');
  for (const escalation of escalations) expect((await stage.read(escalation)).state).toBe('acknowledged');
  await stage.settled();
});
