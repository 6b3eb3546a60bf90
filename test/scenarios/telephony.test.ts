import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let connection: { id: string; secret: string };

type Event = Record<string, unknown>;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  const admin = createCaller({ actor: world.actors.admin, session: null });
  const made = await admin.connections.create({ name: 'Switch', kind: 'generic' });
  connection = { id: made.connection.id, secret: made.secret };
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const START = Date.parse('2026-03-02T09:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

function event(changes: Event = {}): Event {
  return {
    type: 'call.ringing',
    callId: newId(),
    from: '+4915112345678',
    to: world.did.number,
    at: at(0),
    ...changes,
  };
}

function signed(body: string, { secret = connection.secret, sentAt = new Date() } = {}) {
  const id = `msg_${newId()}`;
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  };
}

function post(raw: string, headers: Record<string, string> = signed(raw), id = connection.id) {
  return lanes.ask('POST', `/api/hooks/telephony/${id}`, { raw, headers });
}

const report = (changes: Event = {}): Promise<Answer> => post(JSON.stringify(event(changes)));

async function callsOf(callId: string) {
  return world.ownerSql<Record<string, unknown>[]>`
    select id, organization_id, client_id, state, dnis, ani, is_ani_valid, ring_at, answered_at, answered_by_name,
           ended_at, briefing_version_id
    from calls where provider_call_id = ${callId}`;
}

async function countCalls(): Promise<number> {
  const [row] = await world.ownerSql<{ count: number }[]>`select count(*)::integer as count from calls`;
  return row?.count ?? NaN;
}

it('rings: a call of the right client with the briefing in force, and a live event for the screens', async () => {
  const briefing = await publishedBriefing(world);
  const callId = newId();
  const answer = await report({ callId, from: '0049 151 12345678' });
  expect(answer).toMatchObject({ status: 200, body: { ok: true } });
  const [call] = await callsOf(callId);
  expect(call).toMatchObject({
    organization_id: world.organizationId,
    client_id: world.client.id,
    state: 'ringing',
    dnis: world.did.number,
    ring_at: new Date(START),
  });
  const [version] = await world.ownerSql`
    select briefing_id from briefing_versions where id = ${String(call?.['briefing_version_id'])}`;
  expect(version?.['briefing_id']).toBe(briefing.id);
  const [live] = await world.ownerSql`
    select type, client_id from live_events where payload->'json'->'call'->>'id' = ${String(call?.['id'])}`;
  expect(live).toMatchObject({ type: 'call.changed', client_id: world.client.id });
});

it('refuses every wrong signature with the same words as an unknown connection, and enters nothing', async () => {
  const before = await countCalls();
  const body = JSON.stringify(event());
  const headers = signed(body);
  const other = JSON.stringify(event({ from: '+4915100000000' }));
  const minutesAgo = new Date(Date.now() - 10 * 60_000);
  const ahead = new Date(Date.now() + 10 * 60_000);
  const { 'webhook-signature': _, ...unsigned } = headers;
  const refused = await Promise.all([
    post(body, unsigned),
    post(body, { ...headers, 'webhook-signature': 'v1,' }),
    post(body, { ...headers, 'webhook-signature': 'v1' }),
    post(body, { ...headers, 'webhook-signature': 'v1,!!!' }),
    post(body, { ...headers, 'webhook-id': 'msg_another' }),
    post(body, { ...headers, 'webhook-timestamp': 'soon' }),
    post(other, headers),
    post(body, signed(body, { secret: `whsec_${Buffer.from('another secret').toString('base64')}` })),
    post(body, signed(body, { sentAt: minutesAgo })),
    post(body, signed(body, { sentAt: ahead })),
    post(body, headers, newId()),
    post(body, headers, 'no-uuid'),
  ]);
  for (const answer of refused) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.text).toBe(refused[0]?.text);
  }
  expect(await countCalls()).toBe(before);
});

it('does not take a Twilio connection for a generic one', async () => {
  const admin = createCaller({ actor: world.actors.admin, session: null });
  const secret = Buffer.from('an auth token of Twilio').toString('base64');
  const made = await admin.connections.create({ name: 'Carrier', kind: 'twilio', secret });
  const body = JSON.stringify(event());
  const answer = await post(body, signed(body, { secret }), made.connection.id);
  expect(answer).toMatchObject({ status: 401, body: { detail: 'The signature does not fit.' } });
});

it('one call, however often and in whatever order its events arrive', async () => {
  const operator = 'operator';
  const [member] = await world.ownerSql`
    select email, name from memberships
    where role = ${operator} and organization_id = ${world.organizationId}`;
  const callId = newId();
  const ringing = event({ callId });
  const answered = event({
    callId,
    type: 'call.answered',
    at: at(12),
    operator: String(member?.['email']).toUpperCase(),
  });
  const ended = event({ callId, type: 'call.ended', at: at(95) });
  for (const reported of [ended, ringing, answered, ringing, ended, answered, ended]) {
    expect((await report(reported)).status).toBe(200);
  }
  const rows = await callsOf(callId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    state: 'wrap_up',
    ring_at: new Date(START),
    answered_at: new Date(START + 12_000),
    answered_by_name: String(member?.['name']),
    ended_at: new Date(START + 95_000),
  });
  const events = await world.ownerSql`
    select type from call_events where call_id = ${String(rows[0]?.['id'])} order by at`;
  expect(events.map((row) => String(row['type']))).toEqual(['ringing', 'answered', 'ended']);
});

it('an answer before its ring is a live call, an end before any ring an abandoned one', async () => {
  const [answeredFirst, endedFirst] = [newId(), newId()];
  await report({ callId: answeredFirst, type: 'call.answered', at: at(5) });
  await report({ callId: answeredFirst, at: at(1) });
  expect(await callsOf(answeredFirst)).toMatchObject([{ state: 'live', ring_at: new Date(START + 1_000) }]);
  await report({ callId: endedFirst, type: 'call.ended', at: at(5) });
  expect(await callsOf(endedFirst)).toMatchObject([{ state: 'abandoned' }]);
});

it('the same event ten times at once makes one call', async () => {
  const callId = newId();
  const body = JSON.stringify(event({ callId }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(body)));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
  expect(await callsOf(callId)).toHaveLength(1);
});

it('the same call id at two switches, or at another answering service, is another call', async () => {
  const other = await world.addTenant('Quay Answering');
  const callId = newId();
  await report({ callId });
  const admin = createCaller({ actor: other.actors.admin, session: null });
  const made = await admin.connections.create({ name: 'Switch', kind: 'generic' });
  const body = JSON.stringify(event({ callId }));
  expect((await post(body, signed(body, { secret: made.secret }), made.connection.id)).status).toBe(200);
  const rows = await callsOf(callId);
  expect(rows.map((row) => row['organization_id'])).toEqual([world.organizationId, other.organizationId]);
  expect(rows[1]?.['client_id']).toBe(other.client.id);
});

it('says what is wrong with an event, and enters nothing', async () => {
  const before = await countCalls();
  const wrong: [string, number, RegExp | null][] = [
    ['{"type":', 400, null],
    ['[]', 400, null],
    ['', 400, /^type$/],
    [JSON.stringify(event({ extra: 1 })), 400, null],
    [JSON.stringify(event({ type: 'call.exploded' })), 400, /^type$/],
    [JSON.stringify(event({ at: 'yesterday' })), 400, /^at$/],
    [JSON.stringify(event({ at: 1 })), 400, /^at$/],
    [JSON.stringify(event({ callId: '' })), 400, /^callId$/],
    [JSON.stringify(event({ to: '' })), 400, /^to$/],
    [JSON.stringify(event({ to: '1'.repeat(65) })), 400, /^to$/],
    [JSON.stringify(event({ operator: 'nobody' })), 400, /^operator$/],
    [JSON.stringify(event({ from: 'NUL \u0000' })), 400, null],
    [JSON.stringify(event({ from: 'x'.repeat(64_001) })), 413, null],
  ];
  for (const [body, status, field] of wrong) {
    const answer = await post(body);
    expect([body.slice(0, 80), answer.status]).toEqual([body.slice(0, 80), status]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    if (field === null) continue;
    const { errors } = answer.body as { errors: { field: string }[] };
    expect(errors[0]?.field).toMatch(field);
  }
  expect(await countCalls()).toBe(before);
});

it('numbers that are no numbers still make a call', async () => {
  for (const odd of ['anonymous', '+1abc', '☎️📞', '*67', '+', '   ', "'; drop table calls; --"]) {
    const callId = newId();
    expect([odd, (await report({ callId, from: odd, to: odd })).status]).toEqual([odd, 200]);
    expect(await callsOf(callId)).toMatchObject([
      {
        client_id: null,
        state: 'ringing',
        dnis: odd,
        ani: odd,
        is_ani_valid: false,
        briefing_version_id: null,
      },
    ]);
  }
  const callId = newId();
  expect((await report({ callId, from: '' })).status).toBe(200);
  expect(await callsOf(callId)).toMatchObject([{ client_id: world.client.id, ani: '' }]);
});

it('answers only POST; other methods are no resource', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const answer = await lanes.ask(method, `/api/hooks/telephony/${connection.id}`);
    expect(answer.status).toBe(404);
  }
});
