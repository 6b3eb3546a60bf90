import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import { pruneOldRows } from '../../src/db/engine-gate';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

function post(path: string, body: unknown, idempotencyKey: string, key = world.keys.admin): Promise<Answer> {
  return lanes.ask('POST', `/api/v1${path}`, { key, body, headers: { 'idempotency-key': idempotencyKey } });
}

async function countClients(name: string): Promise<number> {
  const rows = await world.ownerSql`select 1 from clients where name = ${name}`;
  return rows.length;
}

it('the same key and body: the same answer, one row', async () => {
  const [key, name] = [newId(), newId()];
  const first = await post('/clients', { name }, key);
  expect(first.status).toBe(201);
  for (let n = 0; n < 3; n += 1) {
    const again = await post('/clients', { name }, key);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
  }
  expect(await countClients(name)).toBe(1);
});

it('a secret that is told once is told again to whoever repeats, and lies open nowhere', async () => {
  const key = newId();
  const endpoint = { url: 'https://tickets.example/hook', events: ['escalation.started'] };
  const first = await post('/webhook-endpoints', endpoint, key);
  expect(first.status).toBe(201);
  const { secret } = first.body as { secret: string };
  expect(secret).toMatch(/^whsec_/);
  expect((await post('/webhook-endpoints', endpoint, key)).text).toBe(first.text);
  const rows = await world.ownerSql<{ body: string }[]>`select body from idempotency_keys where key = ${key}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body).not.toContain(secret);
});

it('another body or another address under the same key is refused and does nothing', async () => {
  const [key, name, other] = [newId(), newId(), newId()];
  await post('/clients', { name }, key);
  const refused = [
    await post('/clients', { name: other }, key),
    await post('/clients', { name, greeting: other }, key),
    await post('/contacts', { name }, key),
  ];
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH', status: 422 } });
  }
  expect(await countClients(other)).toBe(0);
});

it('ten at once under one key have one effect', async () => {
  const [key, name] = [newId(), newId()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('/clients', { name }, key)));
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ text }) => text)).size).toBe(1);
  const waiting = answers.filter(({ status }) => status !== 201);
  for (const { status, body } of waiting) expect([status, body]).toMatchObject([409, { code: 'CONFLICT' }]);
  expect(await countClients(name)).toBe(1);
  expect((await post('/clients', { name }, key)).text).toBe(made[0]?.text);
});

it('a refusal is repeated as well, even when it would succeed by now', async () => {
  const key = newId();
  const name = newId();
  const client = await lanes.ask('POST', '/api/v1/clients', { key: world.keys.admin, body: { name } });
  const clientId = (client.body as { id: string }).id;
  const number = '+493055558000';
  await post('/dids', { clientId, number }, newId());
  const refused = await post('/dids', { clientId, number }, key);
  expect(refused.status).toBe(409);
  const [taken] = await world.ownerSql`select id from dids where number = ${number}`;
  await lanes.ask('DELETE', `/api/v1/dids/${String(taken?.['id'])}`, { key: world.keys.admin });
  const again = await post('/dids', { clientId, number }, key);
  expect([again.status, again.text]).toEqual([refused.status, refused.text]);
  expect(again.headers.get('content-type')).toBe('application/problem+json');
  expect((await post('/dids', { clientId, number }, newId())).status).toBe(201);

  const invalid = await post('/clients', { name: '' }, key + key);
  expect(invalid.status).toBe(400);
  expect((await post('/clients', { name: '' }, key + key)).text).toBe(invalid.text);
});

it('a key belongs to the API key that sent it', async () => {
  const key = newId();
  const call = { from: '+4915112345678', to: world.did.number };
  const first = await post('/calls', call, key, world.keys.admin);
  const second = await post('/calls', call, key, world.keys.operator);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect((first.body as { id: string }).id).not.toBe((second.body as { id: string }).id);
  const other = await world.addTenant('Quay Answering');
  expect((await post('/calls', call, key, other.keys.admin)).status).toBe(201);
});

it('our own failure frees the key: the same request may try again', async () => {
  const [key, name] = [newId(), newId()];
  await world.ownerSql`alter table audit_entries add constraint broken check (action <> 'client.created') not valid`;
  try {
    const failed = await post('/clients', { name }, key);
    expect(failed).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(failed.text).not.toMatch(/audit_entries|broken|insert/);
  } finally {
    await world.ownerSql`alter table audit_entries drop constraint broken`;
  }
  expect((await post('/clients', { name }, key)).status).toBe(201);
  expect(await countClients(name)).toBe(1);
});

it('a key has 1 to 200 characters; other methods have none', async () => {
  expect((await post('/clients', { name: newId() }, '')).status).toBe(400);
  expect((await post('/clients', { name: newId() }, 'k'.repeat(201))).status).toBe(400);
  expect((await post('/clients', { name: newId() }, 'k'.repeat(200))).status).toBe(201);
  const patch = (name: string) =>
    lanes.ask('PATCH', `/api/v1/clients/${world.client.id}`, {
      key: world.keys.admin,
      body: { name },
      headers: { 'idempotency-key': 'patch' },
    });
  expect(await patch('First')).toMatchObject({ status: 200, body: { name: 'First' } });
  expect(await patch('Second')).toMatchObject({ status: 200, body: { name: 'Second' } });
});

it('is forgotten after a day', async () => {
  const [key, name] = [newId(), newId()];
  await post('/clients', { name }, key);
  await world.moveClock(25 * 3_600_000);
  await pruneOldRows(database().sql);
  expect((await post('/clients', { name }, key)).status).toBe(201);
  expect(await countClients(name)).toBe(2);
});
