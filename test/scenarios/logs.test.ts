import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { setLogLevel } from '../../src/kernel/log';
import { newId } from '../../src/kernel/ids';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

const phone = '+4915199988777';
const email = 'grete.musterfrau@brightwater.example';
const words = 'My account was plundered';

let world: World;
let lanes: Lanes;
let lines: string[] = [];

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  setLogLevel('trace', { write: (line) => void lines.push(line) });
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

beforeEach(() => {
  lines = [];
});

const ask = (method: string, path: string, body?: unknown) =>
  lanes.ask(method, `/api/v1${path}`, { key: world.keys.admin, body });

/** While nothing can be put on record, every write fails on our side. */
async function whileBroken(table: string, work: () => Promise<void>): Promise<void> {
  const { ownerSql } = world;
  await ownerSql`alter table ${ownerSql(table)} add constraint broken check (false) not valid`;
  try {
    await work();
  } finally {
    await ownerSql`alter table ${ownerSql(table)} drop constraint broken`;
  }
}

function expectNothingPersonal(): void {
  const log = lines.join('');
  for (const secret of [phone, phone.slice(4), email, 'grete', 'plundered', world.keys.admin, '4711-kiel']) {
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
  }
}

it('a failing write tells what failed, and nothing of what was in it', async () => {
  const contact = {
    clientId: world.client.id,
    name: 'Grete Musterfrau',
    methods: [
      { channel: 'email', address: email },
      { channel: 'sms', address: phone },
    ],
  };
  const rung = await ask('POST', '/calls', { from: phone, to: world.did.number });
  const { id } = rung.body as { id: string };
  await whileBroken('audit_entries', async () => {
    for (const [method, path, body] of [
      ['POST', '/contacts', contact],
      ['POST', '/calls', { from: phone, to: world.did.number }],
      ['PATCH', `/calls/${id}`, { callerName: 'Grete', callerPhone: phone, intake: { number: '4711-Kiel' } }],
      ['POST', `/calls/${id}/notes`, { text: `${words}, write to ${email}` }],
      ['POST', '/escalations', { callId: id, summary: `${words}: ${phone}` }],
    ] as const) {
      lines = [];
      expect((await ask(method, path, body)).status).toBe(500);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('')).toMatch(/23514|broken/);
      expectNothingPersonal();
    }
  });
});

it('nor when the row itself, a query or a switch fails', async () => {
  await whileBroken('calls', async () => {
    expect((await ask('POST', '/calls', { from: phone, to: phone })).status).toBe(500);
  });
  await world.ownerSql`alter table calls rename to calls_gone`;
  expect((await ask('GET', `/calls?q=${encodeURIComponent(phone)}`)).status).toBe(500);
  const admin = createCaller({ actor: world.actors.admin, session: null });
  const { connection, secret } = await admin.connections.create({ name: 'Switch', kind: 'generic' });
  const at = new Date();
  const raw = JSON.stringify({
    type: 'call.answered',
    callId: newId(),
    from: phone,
    to: phone,
    operator: email,
    at: at.toISOString(),
  });
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, raw),
  };
  const answer = await lanes.ask('POST', `/api/hooks/telephony/${connection.id}`, { raw, headers });
  await world.ownerSql`alter table calls_gone rename to calls`;
  expect(answer.status).toBe(500);
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expectNothingPersonal();
});

it('requests that are refused leave nothing personal either', async () => {
  await ask('POST', '/contacts', {
    clientId: newId(),
    name: 'Grete',
    methods: [{ channel: 'sms', address: email }],
  });
  await ask('GET', `/calls?q=${phone}&page=${email}`);
  await lanes.ask('GET', `/api/v1/calls?q=${email}`, { key: 'calm_wrong_key_of_somebody' });
  expectNothingPersonal();
});
