import superjson from 'superjson';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { revokeSession } from '../../src/domain/tenancy/revoke-session';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { cookieOf, signIn } from '../support/sign-in';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let cookie: string;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  cookie = (await signIn(world.actors.admin)).cookie;
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const json = { 'content-type': 'application/json' };
const input = (value: unknown) => JSON.stringify(superjson.serialize(value));

function mutate(name: string, value: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return lanes.ask('POST', `/api/trpc/${name}`, {
    raw: input(value),
    headers: { cookie, ...json, ...headers },
  });
}

const query = (names: string, headers: Record<string, string> = { cookie }) =>
  lanes.ask('GET', `/api/trpc/${names}`, { headers });

async function hasClient(name: string): Promise<boolean> {
  return (await world.ownerSql`select 1 from clients where name = ${name}`).length > 0;
}

const codeOf = ({ body }: Answer) =>
  (body as { error?: { json?: { data?: { code?: string } } } }).error?.json?.data?.code;

it('answers the signed-in person, and only in JSON of its own site', async () => {
  const name = newId();
  const made = await mutate('clients.create', { name });
  expect(made).toMatchObject({ status: 200, body: { result: { data: { json: { name } } } } });
  const me = await query('session.me');
  expect(me.body).toMatchObject({
    result: { data: { json: { name: 'The admin', role: 'admin', organizationName: 'Harbor Answering' } } },
  });
});

it('refuses what a form of another site can send', async () => {
  const name = newId();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
    '',
  ]) {
    const answer = await mutate('clients.create', { name }, { 'content-type': type });
    expect([type, answer.status, answer.body]).toMatchObject([type, 415, { code: 'UNSUPPORTED_MEDIA' }]);
  }
  const untyped = await lanes.ask('POST', '/api/trpc/clients.create', {
    raw: input({ name }),
    headers: { cookie },
  });
  expect(untyped.status).toBe(415);
  expect(await hasClient(name)).toBe(false);
});

it('refuses what the browser says came from elsewhere', async () => {
  const name = newId();
  const { host } = new URL(lanes.url);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://${host}.evil.example` },
    { origin: `http://evil.example`, 'sec-fetch-site': 'same-origin' },
  ]) {
    const answer = await mutate('clients.create', { name }, headers);
    expect([headers, answer.status, answer.body]).toMatchObject([headers, 403, { code: 'FORBIDDEN' }]);
  }
  expect(await hasClient(name)).toBe(false);
  const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
  expect((await mutate('clients.create', { name }, own)).status).toBe(200);
});

it('a mutation is no GET, and cannot be made one', async () => {
  const name = newId();
  const asGet = await query(`clients.create?input=${encodeURIComponent(input({ name }))}`);
  expect(asGet.status).toBe(405);
  const override = { 'x-http-method-override': 'POST', cookie };
  expect((await query('clients.create', override)).status).toBe(405);
  expect(await hasClient(name)).toBe(false);
});

it('without a valid session nobody is anybody', async () => {
  const { cookie: ended, sessionId } = await signIn(world.actors.admin);
  await revokeSession(world.actors.admin, sessionId);
  const other = await signIn(world.actors.operator);
  await disableMember(world.actors.admin, world.actors.operator.id);
  const name = newId();
  const withKey = { cookie: '', authorization: `Bearer ${world.keys.admin}` };
  for (const headers of [
    { cookie: '' },
    { cookie: ended },
    { cookie: other.cookie },
    { cookie: await cookieOf(newId()) },
    { cookie: await cookieOf(sessionId, 'another secret of at least thirty-two') },
    { cookie: cookie.slice(0, -2) },
    { cookie: cookie.replace('__Host-', '') },
    withKey,
  ]) {
    const answer = await mutate('clients.create', { name }, headers);
    expect([headers, answer.status, codeOf(answer)]).toEqual([headers, 401, 'UNAUTHENTICATED']);
  }
  expect(await hasClient(name)).toBe(false);
});

it('a batch is answered one by one', async () => {
  const inputs = JSON.stringify({
    0: superjson.serialize(undefined),
    1: superjson.serialize({ clientId: newId() }),
    2: superjson.serialize({ clientId: world.client.id }),
  });
  const path = `session.me,clients.get,clients.get?batch=1&input=${encodeURIComponent(inputs)}`;
  const answer = await query(path);
  expect(answer).toMatchObject({
    status: 207,
    body: [
      { result: { data: { json: { role: 'admin' } } } },
      {
        error: {
          json: { message: 'There is no such client.', data: { code: 'NOT_FOUND', httpStatus: 404 } },
        },
      },
      { result: { data: { json: { id: world.client.id } } } },
    ],
  });
});

it('a value that the database cannot hold is a wrong request', async () => {
  const answer = await mutate('clients.create', { name: 'NUL \u0000' });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID']);
});

it('words for people and the code, never a stack or a query', async () => {
  const invalid = await mutate('clients.create', { name: '' });
  expect(invalid).toMatchObject({
    status: 400,
    body: {
      error: {
        json: {
          message: 'A client needs a name.',
          data: { code: 'INVALID', problems: [{ field: 'name', words: 'A client needs a name.' }] },
        },
      },
    },
  });
  await world.ownerSql`alter table clients add constraint broken check (name <> 'Broken') not valid`;
  const failed = await mutate('clients.create', { name: 'Broken' });
  await world.ownerSql`alter table clients drop constraint broken`;
  expect([failed.status, codeOf(failed)]).toEqual([500, 'INTERNAL']);
  for (const answer of [invalid, failed, await query('no.such.procedure')]) {
    expect(answer.text).not.toMatch(/stack|insert into|node_modules|constraint/i);
  }
});

it('refuses bodies over 1 MB', async () => {
  const answer = await mutate('clients.create', { name: 'x'.repeat(1_000_001) });
  expect(answer.status).toBe(413);
  expect(await hasClient('x')).toBe(false);
});
