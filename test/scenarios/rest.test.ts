import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../src/domain/clients/create-client';
import { addDid } from '../../src/domain/numbers/add-did';
import { revokeApiKey } from '../../src/domain/tenancy/revoke-api-key';
import { listApiKeys } from '../../src/domain/tenancy/queries';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { briefingContent, makeWorld, publishedBriefing, type World } from '../support/world';

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

type Question = Parameters<Lanes['ask']>[2];
type Page<Item> = { items: Item[]; nextCursor: string | null };

const ask = (method: string, path: string, question: Question = {}): Promise<Answer> =>
  lanes.ask(method, `/api/v1${path}`, { key: world.keys.admin, ...question });

function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body]).toMatchObject([
    status,
    {
      type: `urn:calmline:problem:${code.toLowerCase()}`,
      status,
      code,
      errors: expect.any(Array) as unknown,
    },
  ]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
}

/** Without saying beforehand how long the body will be. */
async function sendInPieces(
  url: string,
  key: string,
  text: string,
): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const sent = request(url, { method: 'POST', headers });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  for (let at = 0; at < text.length; at += 50_000) sent.write(text.slice(at, at + 50_000));
  sent.end();
  const [response] = await answered;
  return { status: response.statusCode ?? 0, text: await readText(response) };
}

const rfc3339Utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Every value under a key that ends in `At`. */
function instantsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key.endsWith('At') && inner !== null ? [inner] : instantsIn(inner),
  );
}

it('opens nothing without a key, with a wrong one or a revoked one, or with a cookie', async () => {
  const admin = world.actors.admin;
  const revoked = (await listApiKeys(admin)).find(({ role }) => role === 'operator');
  await revokeApiKey(admin, revoked?.id ?? '');
  for (const headers of [
    {},
    { authorization: 'Bearer' },
    { authorization: `Bearer ${newId()}` },
    { authorization: `Basic ${world.keys.admin}` },
    { authorization: `Bearer ${world.keys.admin} ` + 'x' },
    { authorization: `Bearer ${world.keys.operator}` },
    { cookie: `key=${world.keys.admin}` },
  ]) {
    for (const path of ['/clients', `/clients/${newId()}`, '/no-such-thing', '']) {
      const answer = await lanes.ask('GET', `/api/v1${path}`, { headers });
      expectProblem(answer, 401, 'UNAUTHENTICATED');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  }
});

it('a key can do what its role can, and no more', async () => {
  const key = world.keys.author;
  const clientId = world.client.id;
  const refused: [string, string, unknown][] = [
    ['POST', '/clients', { name: 'Own' }],
    ['POST', '/dids', { clientId, number: '+493055552000' }],
    ['POST', '/contacts', { clientId, name: 'Own' }],
    ['POST', '/calls', { from: '+4915112345678', to: world.did.number }],
    [
      'PUT',
      `/clients/${clientId}/escalation-policy`,
      { steps: [{ targets: [{ type: 'account_manager' }], delaySeconds: 10 }] },
    ],
    ['POST', '/escalations', { clientId, summary: 'Own' }],
  ];
  for (const [method, path, body] of refused) {
    expectProblem(await ask(method, path, { key, body }), 403, 'FORBIDDEN');
  }
  const briefing = { ...briefingContent(), clientId };
  expect((await ask('POST', '/briefings', { key, body: briefing })).status).toBe(201);
});

it("a client's key sees its client only", async () => {
  const admin = world.actors.admin;
  const other = await createClient(admin, {
    name: 'Other',
    timeZone: 'UTC',
    accountInfo: '',
    greeting: '',
    approvalRule: 'author',
  });
  const did = await addDid(admin, {
    clientId: other.id,
    number: '+493055553000',
    label: '',
    answerPhrase: 'Other',
  });
  const key = world.keys.author;
  const ring = (to: string) => ask('POST', '/calls', { body: { from: '+4915112345678', to } });
  const own = (await ring(world.did.number)).body as { id: string };
  const foreign = (await ring(did.number)).body as { id: string };
  const nobodys = (await ring('+493055554000')).body as { id: string };
  const briefing = (await ask('POST', '/briefings', { body: { ...briefingContent(), clientId: other.id } }))
    .body as { id: string };

  const listed = (await ask('GET', '/calls?limit=100', { key })).body as Page<{
    id: string;
    clientId: string;
  }>;
  expect(listed.items.map(({ id }) => id)).toContain(own.id);
  expect(new Set(listed.items.map(({ clientId }) => clientId))).toEqual(new Set([world.client.id]));
  for (const path of [
    `/calls/${foreign.id}`,
    `/calls/${nobodys.id}`,
    `/clients/${other.id}`,
    `/clients/${other.id}/escalation-policy`,
    `/briefings/${briefing.id}`,
  ]) {
    expectProblem(await ask('GET', path, { key }), 404, 'NOT_FOUND');
    expect((await ask('GET', path)).status).toBe(200);
  }
  for (const path of ['/clients', '/dids', '/contacts', '/briefings']) {
    const page = (await ask('GET', path, { key })).body as Page<{ id: string; clientId?: string }>;
    expect(page.items.map(({ id, clientId = id }) => clientId)).not.toContain(other.id);
    expect(page.items.length).toBeGreaterThan(0);
  }
  const refused = await ask('POST', '/briefings', {
    key,
    body: { ...briefingContent(), clientId: other.id },
  });
  expectProblem(refused, 403, 'FORBIDDEN');
});

it('names the field that it does not know or that does not fit', async () => {
  const wrong: [string, string, unknown, RegExp][] = [
    ['POST', '/clients', { name: 'A', nickname: 'B' }, /nickname/],
    ['POST', '/clients', { name: ' ' }, /name/],
    ['POST', '/clients', { name: 'A', timeZone: 'Mars/Olympus' }, /timeZone/],
    ['POST', '/calls', { to: '+493055551000' }, /from/],
    [
      'POST',
      '/contacts',
      { clientId: world.client.id, name: 'A', methods: [{ channel: 'email', address: 'a' }] },
      /methods\.0\.address/,
    ],
    ['POST', '/briefings', { clientId: world.client.id, facts: [{ txt: 'A' }] }, /facts\.0/],
    ['GET', '/clients?page=2', undefined, /page/],
    ['GET', '/calls?limit=many', undefined, /limit/],
    ['GET', '/calls?limit=101', undefined, /limit/],
    ['GET', '/calls?from=today', undefined, /from/],
    ['PATCH', `/clients/${world.client.id}`, { clientId: newId() }, /clientId/],
    ['GET', '/clients/no-uuid', undefined, /clientId/],
  ];
  for (const [method, path, body, named] of wrong) {
    const answer = await ask(method, path, { body });
    expectProblem(answer, 400, 'INVALID');
    expect(answer.text).toMatch(named);
  }
});

it('refuses bodies that are no JSON object, of another type, or over 1 MB', async () => {
  const json = { 'content-type': 'application/json' };
  for (const raw of ['{', 'null', '[]', '"text"', '{"name":"A"}}', '\u0000']) {
    expectProblem(await ask('POST', '/clients', { raw, headers: json }), 400, 'INVALID');
  }
  const fine = JSON.stringify({ name: 'Typed' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const answer = await ask('POST', '/clients', { raw: fine, headers: { 'content-type': type } });
    expectProblem(answer, 415, 'UNSUPPORTED_MEDIA');
  }
  expectProblem(await ask('POST', '/clients', { raw: fine }), 415, 'UNSUPPORTED_MEDIA');
  const accepted = { 'content-type': 'Application/JSON; charset=utf-8' };
  expect((await ask('POST', '/clients', { raw: fine, headers: accepted })).status).toBe(201);
  const large = JSON.stringify({ name: 'x'.repeat(1_000_001) });
  for (let n = 0; n < 3; n += 1) {
    expectProblem(await ask('POST', '/clients', { raw: large, headers: json }), 413, 'TOO_LARGE');
  }
  for (const raw of [large, large.repeat(5)]) {
    const answer = await sendInPieces(`${lanes.url}/api/v1/clients`, world.keys.admin, raw);
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining('TOO_LARGE') as unknown });
  }
  const justFits = JSON.stringify({ name: 'Wide' }).padEnd(1_000_000, ' ');
  expect((await ask('POST', '/clients', { raw: justFits, headers: json })).status).toBe(201);
});

it('values that the database cannot hold are wrong requests, not our mistakes', async () => {
  for (const [method, path, body] of [
    ['POST', '/clients', { name: 'NUL \u0000' }],
    ['GET', '/calls?q=%00', undefined],
    ['GET', '/calls?from=0000-01-01T00:00:00Z', undefined],
    ['POST', '/briefings', { ...briefingContent({ headline: 'half a \ud800' }), clientId: world.client.id }],
  ] as const) {
    const answer = await ask(method, path, { body });
    expect([path, [200, 201, 400]]).toEqual([path, expect.arrayContaining([answer.status])]);
  }
});

it('no such resource, and no such method', async () => {
  for (const path of ['/nothing', '/clients/a/b/c', '/CLIENTS', '/clients/']) {
    expectProblem(await ask('GET', path), 404, 'NOT_FOUND');
  }
  const answer = await ask('DELETE', `/clients/${world.client.id}`);
  expectProblem(answer, 404, 'NOT_FOUND');
  expect(answer.headers.get('allow')).toBe('GET, PATCH');
});

it('replaces a briefing only from the version that the program has seen', async () => {
  const briefing = await publishedBriefing(world);
  const path = `/briefings/${briefing.id}`;
  const read = await ask('GET', path);
  expect(read.headers.get('etag')).toBe('"1"');
  const body = { ...briefingContent({ headline: 'Second' }) };
  for (const headers of [{}, { 'if-match': '"2"' }, { 'if-match': '*' }, { 'if-match': 'W/"1"' }]) {
    expectProblem(await ask('PUT', path, { body, headers }), 412, 'STALE');
  }
  expectProblem(
    await ask('PUT', path, { body: { ...body, version: 1 }, headers: { 'if-match': '"1"' } }),
    400,
    'INVALID',
  );
  const done = await ask('PUT', path, { body, headers: { 'if-match': '"1"' } });
  expect(done).toMatchObject({
    status: 200,
    body: { headline: 'Second', currentVersion: 2, state: 'published' },
  });
  expect(done.headers.get('etag')).toBe('"2"');
  expectProblem(await ask('PUT', path, { body, headers: { 'if-match': '"1"' } }), 412, 'STALE');
  const versions = (await ask('GET', `${path}/versions`)).body as {
    version: number;
    content: { headline: string };
  }[];
  expect(versions.map(({ version, content }) => [version, content.headline])).toEqual([
    [2, 'Second'],
    [1, 'Payslips show wrong amounts'],
  ]);
  const twice = await Promise.all(
    ['A', 'B'].map((headline) =>
      ask('PUT', path, { body: { ...body, headline }, headers: { 'if-match': '"2"' } }),
    ),
  );
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('writes times as RFC 3339 in UTC and numbers as E.164', async () => {
  await ask('POST', '/escalations', { body: { clientId: world.client.id, summary: 'Look' } });
  for (const path of ['/clients', '/briefings', '/calls', '/escalations']) {
    const instants = instantsIn((await ask('GET', path)).body);
    expect(instants.length).toBeGreaterThan(0);
    for (const instant of instants) expect(instant).toMatch(rfc3339Utc);
  }
  const number = '+49 30 5555-7000';
  const did = await ask('POST', '/dids', { body: { clientId: world.client.id, number } });
  expect(did).toMatchObject({ status: 201, body: { number: '+493055557000' } });
});
