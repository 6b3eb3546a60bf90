import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { publicUrl, startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

const authToken = '0123456789abcdef0123456789abcdef';

let world: World;
let lanes: Lanes;
let connectionId: string;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  const admin = createCaller({ actor: world.actors.admin, session: null });
  const input = { name: 'Carrier', kind: 'twilio', secret: authToken } as const;
  connectionId = (await admin.connections.create(input)).connection.id;
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

type Form = Record<string, string>;
type Door = 'voice' | 'status' | 'status?leg=1';

const form = (changes: Form = {}): Form => ({
  AccountSid: 'AC00',
  CallSid: `CA${newId()}`,
  CallStatus: 'ringing',
  From: '+4915112345678',
  To: world.did.number,
  ...changes,
});

const path = (door: string, id = connectionId) => `/api/hooks/twilio/${id}/${door}`;

async function post(
  door: Door,
  fields: Form,
  signature = getExpectedTwilioSignature(authToken, `${publicUrl}${path(door)}`, fields),
  id = connectionId,
): Promise<Answer> {
  return lanes.ask('POST', path(door, id), {
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });
}

async function callsOf({ CallSid = '' }: Form) {
  return world.ownerSql<Record<string, unknown>[]>`
    select state, client_id, ani, is_ani_valid, ring_at, ended_at from calls where provider_call_id = ${CallSid}`;
}

it('voice puts the caller into the queue, in TwiML, and rings once however often it is asked', async () => {
  const fields = form();
  const answer = await post('voice', fields);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/xml');
  expect(answer.text).toMatch(/^<\?xml [^>]*\?><Response><Enqueue>calmline<\/Enqueue><\/Response>$/);
  expect((await post('voice', fields)).status).toBe(200);
  expect(await callsOf(fields)).toMatchObject([{ state: 'ringing', client_id: world.client.id }]);
});

it('refuses a signature of another token, another address or another form, and enters nothing', async () => {
  const fields = form();
  const sign = (token: string, address: string, given: Form = fields) =>
    getExpectedTwilioSignature(token, address, given);
  const own = `${publicUrl}${path('voice')}`;
  const answers = await Promise.all([
    post('voice', fields, ''),
    post('voice', fields, 'no signature'),
    post('voice', fields, sign('another token of a Twilio account', own)),
    post('voice', fields, sign(authToken, `${lanes.url}${path('voice')}`)),
    post('voice', fields, sign(authToken, `${publicUrl}${path('status')}`)),
    post('voice', fields, sign(authToken, own, { ...fields, To: '+4930000000' })),
    post('voice', fields, sign(authToken, own), newId()),
    lanes.ask('POST', path('voice'), { raw: new URLSearchParams(fields).toString() }),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.text).toBe(answers[0]?.text);
  }
  expect(await callsOf(fields)).toHaveLength(0);
});

it('does not take a generic connection for one of Twilio', async () => {
  const admin = createCaller({ actor: world.actors.admin, session: null });
  const { connection, secret } = await admin.connections.create({ name: 'Switch', kind: 'generic' });
  const fields = form();
  const address = `${publicUrl}${path('voice', connection.id)}`;
  const signature = getExpectedTwilioSignature(secret, address, fields);
  expect((await post('voice', fields, signature, connection.id)).status).toBe(401);
});

it('a call that is completed without an operator was abandoned, at the time that Twilio says', async () => {
  const fields = form();
  await post('voice', fields);
  const Timestamp = 'Mon, 02 Mar 2026 09:00:07 +0000';
  const answer = await post('status', { ...fields, CallStatus: 'completed', Timestamp });
  expect(answer).toMatchObject({ status: 200, text: '<Response/>' });
  expect(await callsOf(fields)).toMatchObject([
    { state: 'abandoned', ended_at: new Date('2026-03-02T09:00:07Z') },
  ]);
});

it('Twilio picking up to play our TwiML is not an operator who answers', async () => {
  const fields = form();
  await post('voice', fields);
  await post('status', { ...fields, CallStatus: 'in-progress' });
  expect(await callsOf(fields)).toMatchObject([{ state: 'ringing' }]);
});

it('a status before its voice request makes the same one call', async () => {
  for (const [CallStatus, state] of [
    ['ringing', 'ringing'],
    ['no-answer', 'abandoned'],
    ['canceled', 'abandoned'],
  ] as const) {
    const fields = form();
    expect((await post('status', { ...fields, CallStatus })).status).toBe(200);
    expect((await post('voice', fields)).status).toBe(200);
    expect(await callsOf(fields)).toMatchObject([{ state, client_id: world.client.id }]);
  }
});

it('reads what Twilio adds to the address, unknown fields and hidden numbers', async () => {
  const fields = form({ From: '', CallerCountry: 'DE', Gather: '1' });
  expect((await post('status?leg=1', fields)).status).toBe(200);
  expect(await callsOf(fields)).toMatchObject([{ state: 'ringing', ani: '', is_ani_valid: false }]);
  const anonymous = form({ From: 'Anonymous' });
  expect((await post('voice', anonymous)).status).toBe(200);
  expect(await callsOf(anonymous)).toMatchObject([{ ani: 'Anonymous', is_ani_valid: false }]);
});

it('says what is wrong with a genuine form', async () => {
  const { CallSid: _, ...withoutId } = form();
  const answers = await Promise.all([
    post('voice', withoutId),
    post('voice', form({ To: '' })),
    post('status', form({ CallStatus: 'teleported' })),
    post('voice', form({ From: '\u0000' })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect(answers[2]?.body).toMatchObject({ detail: 'CallStatus "teleported" is unknown here.' });
  expect((await post('voice', form({ Extra: 'x'.repeat(64_000) }))).status).toBe(413);
});
