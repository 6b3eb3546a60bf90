// The matter is settled: the caller who wished to hear of it is told, in approved words, once, and nobody else is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import { stopPhone } from '../../src/db/reply-gate';
import { updateClient } from '../../src/domain/clients/update-client';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { recordDeliveryReport } from '../../src/domain/escalations/record-delivery-report';
import { reopenEscalation } from '../../src/domain/escalations/reopen-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { skipDelivery } from '../../src/domain/escalations/skip-delivery';
import { withdrawConsent } from '../../src/domain/followups/withdraw-consent';
import { claimDeliveries } from '../../src/domain/notifications/claim-deliveries';
import type { NoticeMessage } from '../../src/domain/notifications/model';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { recordTry } from '../../src/domain/promises/record-try';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import { approveSettledWords } from '../../src/domain/updates/approve-settled-words';
import { releaseCallers } from '../../src/domain/updates/release-callers';
import { getSettledWording } from '../../src/domain/updates/settled-queries';
import type { UpdateChannel } from '../../src/domain/updates/model';
import { submitSettledWords } from '../../src/domain/updates/submit-settled-words';
import { MINUTE } from '../../src/kernel/duration';
import { addClient } from '../support/busy-day';
import { FollowUp, lines, SETTLED_WORDS } from '../support/follow-up';
import { makeWorld, type World } from '../support/world';

let world: World;
let follow: FollowUp;

beforeAll(async () => {
  world = await makeWorld();
  follow = new FollowUp(world);
  await follow.approve();
});

afterAll(() => world.stop());

const jonas = 'jonas@weber.example';

const settle = ({ id }: { id: string }) => resolveEscalation(world.actors.client_admin, id);

const settled = (channel: UpdateChannel, address: string, own = follow) => own.settled(channel, address);

it('told by e-mail in the approved words, with the consent on record', async () => {
  const { callId, escalation, update } = await settled('email', jonas);
  expect(update).toMatchObject({
    state: 'waiting',
    consent: 'Yes, tell me.',
    recordedByName: 'The operator',
    escalationId: escalation.id,
    words: '',
    delivery: { state: 'pending', attempts: 0 },
  });
  const [message, ...others] = await follow.messages(update.id);
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    cause: 'caller',
    channel: 'email',
    address: jonas,
    recipientName: 'Jonas Weber',
    recipientId: null,
    priority: 2,
    message: { clientName: 'Brightwater Payroll', words: SETTLED_WORDS },
  });
  await follow.send(update.id);
  expect(await follow.update(callId)).toMatchObject({
    state: 'told',
    words: SETTLED_WORDS,
    toldAt: expect.any(Date) as unknown,
    delivery: { state: 'sent', attempts: 1, isPossiblyDuplicated: false },
  });
  expect(lines(await follow.read(escalation)).at(-1)).toBe(
    `caller_told: The caller was told by e-mail: “${SETTLED_WORDS}”`,
  );
  await follow.pass(60);
  expect(await follow.messages(update.id)).toHaveLength(1);
});

it('nobody who did not agree is told anything', async () => {
  const call = await follow.call();
  const escalation = await follow.escalate(call.id);
  await settle(escalation);
  await follow.work();
  expect(await world.ownerSql`select from caller_updates where call_id = ${call.id}`).toEqual([]);
});

it('told once all that the call began is settled, and not before', async () => {
  const call = await follow.call();
  await follow.agree(call.id, 'email', jonas);
  const [first, second] = [
    await follow.escalate(call.id),
    await follow.escalate(call.id, { summary: 'More.' }),
  ];
  await settle(first);
  await follow.work();
  const { id } = await follow.update(call.id);
  expect(await follow.messages(id)).toEqual([]);
  await cancelEscalation(world.actors.operator, second.id);
  await follow.work();
  expect(await follow.messages(id)).toHaveLength(1);
});

it('who agrees when it is settled already is told now', async () => {
  const call = await follow.call();
  const escalation = await follow.escalate(call.id);
  await settle(escalation);
  await follow.agree(call.id, 'email', jonas);
  await follow.work();
  expect(await follow.messages((await follow.update(call.id)).id)).toHaveLength(1);
});

it('began again before it was sent: nothing is sent; settled again, it is', async () => {
  const { callId, escalation, update } = await settled('email', jonas);
  const words = 'The client says it is not done.';
  await reopenEscalation(world.actors.account_manager, { escalationId: escalation.id, words });
  expect((await follow.messages(update.id)).map(({ state }) => state)).toEqual(['skipped']);
  expect(await follow.update(callId)).toMatchObject({ state: 'waiting', escalationId: null });
  await settle(escalation);
  await follow.work();
  expect((await follow.messages(update.id)).map(({ state }) => state)).toEqual(['skipped', 'pending']);
});

it('a worker that died with it in hand: it goes again, and is marked as possibly sent twice', async () => {
  const { callId, update } = await settled('email', jonas);
  const [message] = await follow.messages(update.id);
  const { claimed } = await claimDeliveries(follow.engine, [message?.id ?? '']);
  expect(claimed).toHaveLength(1);
  await follow.pass(2);
  await follow.send(update.id);
  expect(await follow.update(callId)).toMatchObject({
    state: 'told',
    delivery: { state: 'sent', attempts: 2, isPossiblyDuplicated: true },
  });
});

it('a wrong address: tried again while it may pass, then people know, and a corrected one is told', async () => {
  const { callId, escalation, update } = await settled('email', 'jonas@wrong.example');
  await follow.send(update.id, { kind: 'failed_temporary', words: 'The mail server is busy.' });
  expect(await follow.update(callId)).toMatchObject({ state: 'waiting' });
  await world.moveClock(60 * MINUTE);
  await follow.send(update.id, { kind: 'failed_permanent', words: 'There is no such mailbox.' });
  expect(await follow.update(callId)).toMatchObject({
    state: 'failed',
    delivery: { failure: 'There is no such mailbox.' },
  });
  expect(lines(await follow.read(escalation)).at(-1)).toBe(
    'failed: The caller could not be told by e-mail: There is no such mailbox.',
  );
  const notices = (await follow.messages(update.id)).filter(({ cause }) => cause === 'notice');
  expect(notices.map(({ recipientName }) => recipientName)).toEqual(['The account manager']);
  const { subject, lines: said } = notices[0]?.message as NoticeMessage;
  expect(subject).toBe('A caller of Brightwater Payroll could not be told that their matter is settled');
  expect(said.join(' ')).not.toMatch(/jonas|weber/i);
  await follow.agree(callId, 'email', jonas);
  await follow.work();
  await follow.send(update.id);
  expect(await follow.update(callId)).toMatchObject({ state: 'told', address: jonas });
});

it('taken by the provider and reported as lost: it counts as not told', async () => {
  const { callId, update } = await settled('sms', '+4915155500001');
  await follow.send(update.id);
  expect(await follow.update(callId)).toMatchObject({ state: 'told' });
  const [message] = await follow.messages(update.id);
  const [attempt] = await world.ownerSql<{ id: string }[]>`
    select id from attempts where delivery_id = ${message?.id ?? ''}`;
  await recordDeliveryReport(follow.engine, {
    deliveryId: message?.id ?? '',
    attemptId: attempt?.id ?? '',
    report: { kind: 'failed', words: 'The number is out of service.', isFinal: true },
  });
  expect(await follow.update(callId)).toMatchObject({ state: 'failed', toldAt: null, words: '' });
});

it('a number that answered STOP gets nothing, and agrees to nothing by text until START', async () => {
  const phone = '+4915155500002';
  const { callId, update } = await settled('sms', phone);
  await stopPhone(database().sql, phone, true, null);
  const [message] = await follow.messages(update.id);
  const { claimed, refused } = await claimDeliveries(follow.engine, [message?.id ?? '']);
  expect({ claimed, refused }).toEqual({
    claimed: [],
    refused: [{ id: message?.id, words: 'Jonas Weber answered STOP.' }],
  });
  await skipDelivery(follow.engine, { deliveryId: message?.id ?? '', words: 'Jonas Weber answered STOP.' });
  expect(await follow.update(callId)).toMatchObject({ state: 'failed', isStopped: true });
  const other = await follow.call();
  await expect(follow.agree(other.id, 'sms', phone)).rejects.toMatchObject({
    code: 'INVALID',
    problems: [{ field: 'address' }],
  });
  await follow.agree(other.id, 'callback', phone);
  await stopPhone(database().sql, phone, false, null);
  await follow.agree(other.id, 'sms', phone);
});

it('by a call: a promise stands in the callbacks with the words to say, by today', async () => {
  const phone = '+4915155500003';
  const { callId, escalation, update } = await settled('callback', phone);
  expect(update).toMatchObject({ state: 'promised', delivery: null, promise: { state: 'open' } });
  const { items } = await listCallbacks(world.actors.operator, { causeId: escalation.id, limit: 10 });
  expect(items).toMatchObject([
    { reason: 'resolved', callId, callerPhone: phone, callerName: 'Jonas Weber', sayNow: SETTLED_WORDS },
  ]);
  const callbackId = items[0]?.id ?? '';
  await claimCallback(world.actors.operator, { callbackId });
  await recordTry(world.actors.operator, { callbackId, outcome: 'reached', note: '' });
  expect(await follow.update(callId)).toMatchObject({ state: 'promised', promise: { state: 'kept' } });
  await expect(follow.agree(callId, 'email', jonas)).rejects.toThrow('This caller is called back already');
});

it('wished no more: nothing is sent, and what was told cannot be taken back', async () => {
  const { callId, update } = await settled('email', jonas);
  await withdrawConsent(world.actors.operator, { callId });
  expect((await follow.messages(update.id)).map(({ state }) => state)).toEqual(['skipped']);
  expect(await follow.update(callId)).toMatchObject({ state: 'cancelled' });
  const told = await settled('email', jonas);
  await follow.send(told.update.id);
  await expect(withdrawConsent(world.actors.operator, { callId: told.callId })).rejects.toThrow(
    'told already',
  );
  await expect(follow.agree(told.callId, 'email', 'other@weber.example')).rejects.toThrow('told already');
});

it('an address must fit its way, and a call needs a client', async () => {
  const { id } = await follow.call();
  for (const [channel, address] of [
    ['sms', 'jonas'],
    ['callback', '12'],
    ['email', 'jonas'],
  ] as const) {
    await expect(follow.agree(id, channel, address)).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'address' }],
    });
  }
  expect(await follow.agree(id, 'sms', '+49 1515 550 0004')).toMatchObject({ address: '+4915155500004' });
});

it('no approved words: people are told once an hour, nothing is sent, and approving sends nothing by itself', async () => {
  const own = new FollowUp(world, await addClient(world, 'Southgate'));
  const { client, actors } = own.place;
  const first = await settled('email', jonas, own);
  const second = await settled('email', 'kim@park.example', own);
  for (const { update } of [first, second]) {
    expect(update.state).toBe('needs_words');
    expect(await own.messages(update.id)).toEqual([]);
  }
  const told = await own.messages(client.id);
  expect(told.map(({ recipientName }) => recipientName).sort()).toEqual([
    'The account manager',
    'The author of Southgate',
    'The client_admin of Southgate',
  ]);
  expect(told[0]?.message).toMatchObject({
    subject: 'Callers of Southgate wait: no words are approved for them',
    path: `/manage/clients/${client.id}#settled`,
  });
  expect(told[1]?.message).toMatchObject({ path: '/portal/callers' });
  await expect(releaseCallers(actors.author, { clientId: client.id })).rejects.toThrow(
    'No words are approved',
  );
  await own.approve('It is settled.');
  expect(await getSettledWording(actors.author, { clientId: client.id })).toMatchObject({
    approved: { words: 'It is settled.', approvedByName: 'The author of Southgate' },
    waiting: 2,
  });
  await own.pass(24 * 60);
  expect(await own.messages(first.update.id)).toEqual([]);
  expect(await releaseCallers(actors.author, { clientId: client.id })).toEqual({ callers: 2 });
  await own.work();
  expect((await own.messages(first.update.id)).map(({ message }) => message)).toMatchObject([
    { words: 'It is settled.' },
  ]);
  expect(await releaseCallers(actors.author, { clientId: client.id })).toEqual({ callers: 0 });
});

it('words are approved by whom the client’s rule names', async () => {
  const { place } = new FollowUp(world, await addClient(world, 'Westgate'));
  const { actors, client } = place;
  const clientId = client.id;
  const submit = (words: string) => submitSettledWords(actors.author, { clientId, words });
  await updateClient(actors.admin, { clientId, approvalRule: 'second_person' });
  expect(await submit('Done.')).toMatchObject({ approved: null, proposed: { words: 'Done.' } });
  const approve = (role: 'author' | 'client_admin' | 'account_manager', words: string) =>
    approveSettledWords(actors[role], { clientId, words });
  await expect(approve('author', 'Done.')).rejects.toThrow('You wrote these yourself');
  await expect(approve('client_admin', 'Nearly done.')).rejects.toMatchObject({ code: 'STALE' });
  expect(await approve('client_admin', 'Done.')).toMatchObject({
    approved: { words: 'Done.' },
    proposed: null,
  });
  await approve('client_admin', 'Done.');
  await updateClient(actors.admin, { clientId, approvalRule: 'account_manager' });
  await submit('All done.');
  await expect(approve('client_admin', 'All done.')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await approve('account_manager', 'All done.')).toMatchObject({ approved: { words: 'All done.' } });
  expect(await submit('')).toMatchObject({ approved: null, proposed: null });
  await expect(approve('account_manager', 'Any.')).rejects.toMatchObject({ code: 'CONFLICT' });
});
