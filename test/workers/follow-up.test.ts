// Follow-up by both sides, with a real worker, a mail server and a carrier: what people receive, and what they never do.
import { expect } from 'vitest';
import { database } from '@/db/client';
import { claimDueReports } from '@/db/follow-gate';
import type { EscalationCard } from '@/domain/escalations/model';
import { resolveEscalation } from '@/domain/escalations/resolve-escalation';
import { HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { CarrierCallbacks } from '../support/carrier-callbacks';
import { FollowUp, lines, SETTLED_WORDS } from '../support/follow-up';
import { publicUrl, startLanes, type Lanes } from '../support/lanes';
import { drop, refuse } from '../support/smtp-sink';
import { test as stageTest, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

const test = stageTest.extend<{ doors: { lanes: Lanes; phone: CarrierCallbacks } }>({
  doors: async ({ stage }, use) => {
    const lanes = await startLanes(stage.world, stage.carrier.variables);
    await use({ lanes, phone: new CarrierCallbacks(stage.carrier, { lanes, publicUrl }) });
    await lanes.stop();
  },
});

const press = (lanes: Lanes, link: string | undefined, fields: Record<string, string>) =>
  lanes.ask('POST', (link ?? '').replace(publicUrl, ''), {
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const operatorOf = (stage: Stage) => stage.accountManager.replace('account_manager@', 'operator@');

/** What no text to a caller may ever hold. */
function expectNothingAsked(text: string): void {
  expect(text).not.toMatch(/\/ack\//);
  expect(text).not.toMatch(/\b\d+a\b|acknowledge|Reply \d/i);
  expect(text).not.toContain('https://calm.example');
}

/** A caller who agreed to be told like this, and whose matter a contact resolved. */
async function settle(stage: Stage, channel: 'sms' | 'email', address: string): Promise<EscalationCard> {
  const follow = new FollowUp(stage.world);
  const call = await follow.call();
  await follow.agree(call.id, channel, address);
  const escalation = await follow.escalate(call.id);
  // Told by the policy's first step.
  await stage.sink.expectMailTo(stage.contact);
  await resolveEscalation(stage.world.actors.responsible_contact, escalation.id);
  return escalation;
}

test('a contact acknowledges, is reminded when silent, and reports from the page of the reminder; then the caller is told', async ({
  stage,
  doors: { lanes },
}) => {
  const follow = new FollowUp(stage.world);
  await follow.approve();
  await stage.startWorker();
  const call = await follow.call();
  await follow.agree(call.id, 'email', 'jonas@weber.example');
  const escalation = await follow.escalate(call.id);
  const first = await stage.sink.expectMailTo(stage.contact);
  await press(lanes, first.link, { action: 'acknowledge' });
  await stage.pass(4 * HOUR + MINUTE);
  const reminder = await stage.sink.expectMailTo(stage.contact);
  expect(reminder.subject).toBe('[Calmline] How does it stand? Brightwater Payroll');
  expect(reminder.text).toContain('Salaries were paid twice.');
  expect(reminder.text).not.toContain('Sign in');
  await press(lanes, reminder.link, {
    action: `report:${escalation.id}`,
    [`words:${escalation.id}`]: 'Tonight.',
  });
  expect(lines(await follow.read(escalation)).at(-1)).toBe(
    'reported_back: Tom Becker reported back: “Tonight.”',
  );
  await stage.pass(HOUR);
  await stage.settled();
  stage.sink.expectNoMore();
  await press(lanes, first.link, { action: `resolve:${escalation.id}` });
  const told = await stage.sink.expectMailTo('jonas@weber.example');
  expect(told.subject).toBe('Brightwater Payroll: about your call');
  expect(told.text).toContain(SETTLED_WORDS);
  expect(told.link).toBeUndefined();
  expect(told.headers['reply-to']).toBeUndefined();
  expectNothingAsked(told.text + told.html);
  await waitFor('the caller to be told', async () => (await follow.update(call.id)).state === 'told');
  await stage.settled();
});

test('a contact who stays silent is reminded once; then the account managers and the operator know', async ({
  stage,
  doors: { lanes },
}) => {
  const follow = new FollowUp(stage.world);
  await stage.startWorker();
  const escalation = await follow.escalate();
  const first = await stage.sink.expectMailTo(stage.contact);
  await press(lanes, first.link, { action: 'acknowledge' });
  await stage.pass(4 * HOUR + MINUTE);
  await stage.sink.expectMailTo(stage.contact);
  await stage.pass(15 * MINUTE);
  const word = await stage.sink.expectMailTo(stage.accountManager);
  expect(word.subject).toBe('[Calmline] No report came back: Brightwater Payroll');
  expect(word.text).toContain(`https://calm.example/manage/escalations/${escalation.id}`);
  await stage.sink.expectMailTo(operatorOf(stage));
  await stage.pass(2 * HOUR);
  await stage.settled();
});

test('a worker that was away over the time tells each once, and says that it is late', async ({
  stage,
  doors: { lanes },
}) => {
  const follow = new FollowUp(stage.world);
  const worker = await stage.startWorker();
  await follow.escalate();
  const first = await stage.sink.expectMailTo(stage.contact);
  await press(lanes, first.link, { action: 'acknowledge' });
  await stage.settled();
  await worker.stop();
  await stage.world.moveClock(7 * HOUR);
  // A turn that was lost with its queue comes again.
  expect(await claimDueReports(database().sql, 10, 20)).toHaveLength(1);
  await stage.world.moveClock(21 * SECOND);
  await stage.startWorker();
  const mails = await stage.sink.expectMails(3);
  expect(mails.map(({ to }) => to).sort()).toEqual(
    [stage.contact, stage.accountManager, operatorOf(stage)].sort(),
  );
  for (const { text } of mails) expect(text).toContain('This comes late: it was due 3 h ago.');
  await stage.settled();
});

test('settled while the worker was away: the caller is told when it is back, once', async ({ stage }) => {
  const follow = new FollowUp(stage.world);
  await follow.approve();
  const worker = await stage.startWorker();
  await stage.settled();
  await worker.stop();
  const call = await follow.call();
  await follow.agree(call.id, 'email', 'jonas@weber.example');
  const escalation = await follow.escalate(call.id);
  await resolveEscalation(stage.world.actors.responsible_contact, escalation.id);
  await stage.world.moveClock(3 * HOUR);
  await stage.startWorker();
  await stage.sink.expectMailTo('jonas@weber.example');
  await stage.settled();
});

test('by text message: whole, without a link or a number to answer with; what the caller answers acknowledges nothing', async ({
  stage,
  doors: { phone },
}) => {
  const caller = '+4915155501001';
  const follow = new FollowUp(stage.world);
  await follow.approve();
  await stage.startWorker();
  const escalation = await settle(stage, 'sms', caller);
  const taken = await stage.carrier.expectText(caller);
  expect(taken.body).toBe(
    `Brightwater Payroll: ${SETTLED_WORDS}\nSent by Harbor Answering for Brightwater Payroll. Answers are not read; STOP ends these texts.`,
  );
  expectNothingAsked(taken.body);
  await phone.report(taken, 'delivered');
  await stage.settled();
  expect(await stage.world.ownerSql`select from reply_codes where phone = ${caller}`).toHaveLength(0);
  const another = await follow.escalate();
  await stage.sink.expectMailTo(stage.contact);
  for (const words of ['ok', '1a', 'yes', 'ack', 'Thank you!']) {
    const answer = await phone.receiveText(caller, words);
    if (words !== '1a') expect(answer).toMatch(/^Thank you\. Nobody answers texts at this number/);
  }
  expect((await follow.read(another)).state).toBe('open');
  expect(lines(await follow.read(escalation))).toContain('replied: The caller answered by SMS: “Thank you!”');
  expect(await phone.receiveText(caller, 'STOP')).toBeNull();
  expect(await follow.update(escalation.callId ?? '')).toMatchObject({ state: 'told', isStopped: true });
});

test('STOP before it goes: nothing is sent, and the account managers know', async ({
  stage,
  doors: { phone },
}) => {
  const caller = '+4915155501002';
  const follow = new FollowUp(stage.world);
  await follow.approve();
  const worker = await stage.startWorker();
  const call = await follow.call();
  await follow.agree(call.id, 'sms', caller);
  const escalation = await follow.escalate(call.id);
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await worker.stop();
  await resolveEscalation(stage.world.actors.responsible_contact, escalation.id);
  expect(await phone.receiveText(caller, 'STOP')).toBeNull();
  await stage.startWorker();
  const word = await stage.sink.expectMailTo(stage.accountManager);
  expect(word.subject).toContain('could not be told');
  expect(word.text).toContain('answered STOP');
  await stage.settled();
  expect(await follow.update(call.id)).toMatchObject({ state: 'failed', isStopped: true });
});

test('a wrong address, and a server that does not answer: people know, and a second mail is marked', async ({
  stage,
}) => {
  const follow = new FollowUp(stage.world);
  await follow.approve();
  await stage.startWorker();
  stage.sink.answer('nobody@weber.example', refuse(550, 'no such mailbox'));
  await settle(stage, 'email', 'nobody@weber.example');
  const word = await stage.sink.expectMailTo(stage.accountManager);
  expect(word.text).toContain('no such mailbox');
  expect(word.text + word.html).not.toMatch(/nobody@weber/);
  stage.sink.answer('jonas@weber.example', drop);
  const { callId } = await settle(stage, 'email', 'jonas@weber.example');
  await waitFor(
    'the doubt',
    async () => (await follow.update(callId ?? '')).delivery?.state === 'failed_temporary',
  );
  await stage.world.moveClock(5 * MINUTE);
  await stage.sink.expectMailTo('jonas@weber.example');
  await waitFor('the caller to be told', async () => {
    const { state, delivery } = await follow.update(callId ?? '');
    return state === 'told' && delivery?.isPossiblyDuplicated;
  });
  await stage.settled();
});

test('no approved words: the account managers and the authors are told, and nobody else', async ({
  stage,
}) => {
  await stage.startWorker();
  const escalation = await settle(stage, 'email', 'jonas@weber.example');
  const mails = await stage.sink.expectMails(3);
  const address = (role: string) => stage.accountManager.replace('account_manager@', `${role}@`);
  expect(mails.map(({ to }) => to).sort()).toEqual(
    ['account_manager', 'author', 'client_admin'].map(address).sort(),
  );
  await stage.settled();
  const follow = new FollowUp(stage.world);
  expect(await follow.update(escalation.callId ?? '')).toMatchObject({
    state: 'needs_words',
    delivery: null,
  });
});
