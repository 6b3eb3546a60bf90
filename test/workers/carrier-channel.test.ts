// What the channels make of a carrier's answers, without a database: codes and calls need none.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import { newId } from '@/kernel/ids';
import { openCarrier } from '../../workers/channels/carrier';
import { Carrier, cutOff, neverAnswer, refuseWith, takeAndCut, tooMany } from '../support/carrier';
import { freePort } from '../../scripts/lib/ports.mjs';

const to = '+4915155550101';
const MINUTE = 60_000;

let carrier: Carrier;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-03-02T09:00:00.400Z');
  carrier = await Carrier.start(() => now);
});

afterEach(() => carrier.stop());

const open = (changes: { cutOffAfter?: number; apiUrl?: string } = {}) =>
  openCarrier({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/unused_test',
    mailFrom: 'Calmline <calmline@calm.example>',
    publicUrl: 'https://calm.example',
    authSecret: 'a secret of at least thirty-two characters',
    twilio: { ...carrier.settings, ...(changes.apiUrl !== undefined && { apiUrl: changes.apiUrl }) },
    privateAddresses: [],
    limits: { smsPerSecond: 10, callsPerSecond: 1 },
    concurrency: 1,
    cutOffAfter: changes.cutOffAfter ?? 2_000,
  });

const message = {
  code: '123456',
  organizationName: 'Harbor',
  clientName: 'Brightwater',
  recipientName: 'Tom',
};

/** A code for a number, by text message or call. */
const delivery = (changes: Partial<ClaimedDelivery> = {}): ClaimedDelivery => ({
  organizationId: newId(),
  id: newId(),
  clientId: newId(),
  causeId: newId(),
  cycle: 0,
  step: 0,
  methodId: newId(),
  recipientId: newId(),
  recipientName: 'Tom',
  channel: 'sms',
  address: to,
  cause: 'code',
  message,
  state: 'sending',
  attempts: 1,
  nextAttemptAt: now,
  waitsFor: null,
  priority: 1,
  bundleId: null,
  claimedUntil: null,
  sendingUntil: null,
  isPossiblyDuplicated: false,
  failure: null,
  createdAt: now,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  faults: 0,
  setAsideAt: null,
  setAsideBecause: null,
  attemptId: newId(),
  claimedAt: now,
  wasInterrupted: false,
  interruptedAt: null,
  companions: [],
  companionCount: 0,
  isAcrossClients: false,
  carried: [],
  ...changes,
});

it.each([
  [400, 21211, 'failed_permanent', 'That is no valid phone number.'],
  [400, 21610, 'failed_permanent', 'STOP'],
  [400, 21614, 'failed_permanent', 'not a mobile number'],
  [400, 21408, 'failed_permanent', 'that country'],
  [400, 21606, 'failed_permanent', 'Check TWILIO_FROM'],
  [400, 21659, 'failed_permanent', 'Check TWILIO_FROM'],
  [400, 21699, 'failed_permanent', 'The carrier refused it (error 21699): No.'],
  [404, 20404, 'failed_temporary', 'Check TWILIO_ACCOUNT_SID and TWILIO_API_URL'],
  [301, 0, 'failed_temporary', 'Check TWILIO_ACCOUNT_SID and TWILIO_API_URL'],
  [401, 20003, 'failed_temporary', 'Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN'],
  [403, 20003, 'failed_temporary', 'Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN'],
  [400, 30002, 'failed_temporary', 'suspended'],
  [429, 20429, 'failed_temporary', 'no more messages'],
  [500, 20500, 'failed_temporary', 'a fault of its own (500)'],
  [503, 21211, 'failed_temporary', 'a fault of its own (503)'],
] as const)('%i with code %i is %s', async (status, code, kind, words) => {
  carrier.answer(to, refuseWith(status, code));
  const outcome = await open().sms.send(delivery());
  expect(outcome).toMatchObject({ kind, words: expect.stringContaining(words) as unknown });
  expect(outcome).not.toHaveProperty('isInDoubt');
});

it('the pause that the carrier asks for is passed on, and one that makes no sense is not', async () => {
  const { sms } = open();
  carrier.answer(to, tooMany(120), tooMany());
  expect(await sms.send(delivery())).toMatchObject({ kind: 'failed_temporary', retryAfterSeconds: 120 });
  expect(await sms.send(delivery())).not.toHaveProperty('retryAfterSeconds');
});

it.each([
  ['cut off', cutOff, 'The connection to the carrier broke off.'],
  ['hanging', neverAnswer, 'The carrier did not answer within 0.2 seconds.'],
] as const)('%s: the carrier had it whole, so it is in doubt', async (_name, answer, words) => {
  carrier.answer(to, answer, answer);
  const { sms, voice } = open({ cutOffAfter: 200 });
  const expected = { kind: 'failed_temporary', words, isInDoubt: true };
  expect(await sms.send(delivery())).toEqual(expected);
  expect(await voice.send(delivery({ channel: 'voice' }))).toEqual(expected);
});

it('something else that answers with a yes leaves it in doubt', async () => {
  const proxy = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Please sign in to this network.</p>');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  expect(await open({ apiUrl: `http://127.0.0.1:${port}` }).sms.send(delivery())).toEqual({
    kind: 'failed_temporary',
    words: 'Something answered that is not the carrier.',
    isInDoubt: true,
  });
  proxy.close();
});

it('a carrier that is not there had nothing, so nothing is in doubt', async () => {
  const { sms } = open({ apiUrl: `http://127.0.0.1:${await freePort()}` });
  expect(await sms.send(delivery())).toEqual({
    kind: 'failed_temporary',
    words: 'The carrier could not be reached.',
  });
});

it('closing breaks off what waits for an answer', async () => {
  const { voice } = open({ cutOffAfter: 15_000 });
  const held = carrier.hold(to);
  const [outcome] = await Promise.all([
    voice.send(delivery({ channel: 'voice' })),
    held.taken.then(() => voice.close()),
  ]);
  expect(outcome).toMatchObject({
    kind: 'failed_temporary',
    words: 'The worker was stopped before the carrier answered.',
    isInDoubt: true,
  });
  held.release();
  await carrier.expectCall(to);
});

it('one text after another goes over one connection, and each call has its own', async () => {
  const { sms, voice } = open();
  for (let n = 0; n < 3; n += 1) await sms.send(delivery());
  expect(carrier.connections).toBe(1);
  for (let n = 0; n < 2; n += 1) await voice.send(delivery({ channel: 'voice' }));
  expect(carrier.connections).toBe(3);
  for (let n = 0; n < 3; n += 1) await carrier.expectText(to);
  for (let n = 0; n < 2; n += 1) await carrier.expectCall(to);
});

it('a lost text is known by its words, whatever else went to that number', async () => {
  const { sms } = open();
  const lost = delivery({ message: { ...message, code: '654321' } });
  carrier.answer(to, takeAndCut);
  await sms.send(lost);
  for (let n = 0; n < 3; n += 1) await sms.send(delivery());
  const first = await carrier.expectText(to);
  for (let n = 0; n < 3; n += 1) await carrier.expectText(to);
  expect(await sms.find?.({ ...lost, interruptedAt: now })).toEqual({ kind: 'found', providerId: first.sid });
  const never = delivery({ message: { ...message, code: '111111' }, interruptedAt: now });
  expect(await sms.find?.(never)).toEqual({ kind: 'absent' });
});

it('a text of another day is not taken for the lost one, and too many to look through leave it open', async () => {
  const { sms } = open();
  await sms.send(delivery());
  await carrier.expectText(to);
  now = new Date(now.getTime() + 60 * MINUTE);
  expect(await sms.find?.(delivery({ interruptedAt: now }))).toEqual({ kind: 'absent' });
  for (let n = 0; n < 100; n += 1)
    await sms.send(delivery({ message: { ...message, code: String(200_000 + n) } }));
  for (let n = 0; n < 100; n += 1) await carrier.expectText(to);
  expect(await sms.find?.(delivery({ interruptedAt: now }))).toEqual({ kind: 'unknown' });
});

it('a lost call is the only one to that number since then; none, and it never was; several, and nobody knows', async () => {
  const { voice } = open();
  await voice.send(delivery({ channel: 'voice' }));
  await carrier.expectCall(to);
  now = new Date(now.getTime() + MINUTE);
  const lost = delivery({ channel: 'voice', interruptedAt: now });
  expect(await voice.find?.(lost)).toEqual({ kind: 'absent' });
  await voice.send(lost);
  const { sid } = await carrier.expectCall(to);
  expect(await voice.find?.(lost)).toEqual({ kind: 'found', providerId: sid });
  await voice.send(delivery({ channel: 'voice', address: '+4915155550999' }));
  await carrier.expectCall('+4915155550999');
  expect(await voice.find?.(lost)).toMatchObject({ kind: 'found' });
  await voice.send(delivery({ channel: 'voice' }));
  await carrier.expectCall(to);
  expect(await voice.find?.(lost)).toEqual({ kind: 'unknown' });
  expect(await voice.find?.({ ...lost, interruptedAt: null })).toEqual({ kind: 'unknown' });
});

it('a carrier that cannot be asked leaves it open', async () => {
  const { sms, voice } = open({ apiUrl: `http://127.0.0.1:${await freePort()}` });
  expect(await sms.find?.(delivery({ interruptedAt: now }))).toEqual({ kind: 'unknown' });
  expect(await voice.find?.(delivery({ channel: 'voice', interruptedAt: now }))).toEqual({ kind: 'unknown' });
});

it('an event for a program is nothing for a telephone', async () => {
  const event = { type: 'escalation.started', timestamp: now.toISOString(), data: {} };
  const { sms, voice } = open();
  for (const channel of [sms, voice]) {
    expect(await channel.send(delivery({ cause: 'event', message: event }))).toMatchObject({
      kind: 'failed_permanent',
    });
  }
  expect(carrier.requests).toBe(0);
});
