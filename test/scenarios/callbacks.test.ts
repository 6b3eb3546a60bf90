// A day of callbacks over the doors that programs and screens use: worked, handed over, and by the client's own people.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { hashApiKey } from '../../src/auth/resolve-actor';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { EventStream } from '../support/event-stream';
import { startLanes, type Lanes } from '../support/lanes';
import { nextMorning } from '../support/next-morning';
import { signIn } from '../support/sign-in';
import { waitFor } from '../support/wait-for';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let contactsKey: string;
const open: EventStream[] = [];

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  contactsKey = `calm_test_${newId()}`;
  await createApiKey(world.actors.admin, {
    name: 'contact',
    role: 'responsible_contact',
    keyHash: hashApiKey(contactsKey),
    clientId: world.client.id,
  });
  await nextMorning(world);
});

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Callback = { id: string; callerPhone: string; state: string; nextTryAt: string | null; tries: number };

/** @throws when the answer has another status than expected */
async function say<Body>(status: number, method: string, path: string, key: string, body?: unknown) {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) });
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body as Body;
}

async function promise(from: string, owner: string, hours: number): Promise<string> {
  const { operator } = world.keys;
  const to = world.did.number;
  const { id: callId } = await say<{ id: string }>(201, 'POST', '/calls', operator, { from, to });
  const dueAt = after(await world.readClock(), hours * HOUR).toISOString();
  const given = { callId, kind: 'callback', what: 'the wrong payslip', owner, dueAt };
  return (await say<{ id: string }>(201, 'POST', '/promises', operator, given)).id;
}

const listOf = async (key: string, query: string) =>
  (await say<Page<Callback>>(200, 'GET', `/callbacks?state=open&${query}`, key)).items;

it('the client’s contact calls back what the company promised, from a list of their own', async () => {
  const later = await promise('+4915111111111', 'client', 6);
  const sooner = await promise('+4915122222222', 'client', 2);
  const services = await promise('+4915133333333', 'service', 1);
  const portal = await EventStream.open(lanes.url, {
    cookie: (await signIn(world.actors.client_admin)).cookie,
  });
  open.push(portal);

  const own = await listOf(contactsKey, 'side=client');
  expect(own.map(({ id }) => id)).toEqual([sooner, later]);
  expect(await say(403, 'POST', `/callbacks/${services}/claim`, contactsKey, {})).toMatchObject({
    detail: 'The answering service makes this call, not your own people.',
  });
  await say(200, 'POST', `/callbacks/${sooner}/claim`, contactsKey, {});
  const colleagues = await say<{ id: string; name: string }[]>(
    200,
    'GET',
    `/callbacks/${sooner}/colleagues`,
    contactsKey,
  );
  expect(colleagues.map(({ name }) => name)).toEqual([
    'The author',
    'The client admin',
    'The responsible contact',
  ]);
  const to = { toMemberId: world.actors.client_admin.id, words: 'I am in a meeting.' };
  expect(await say(200, 'POST', `/callbacks/${sooner}/hand-over`, contactsKey, to)).toMatchObject({
    assignedToName: 'The client admin',
    claimedByName: null,
  });
  const heard = () => portal.frames.flatMap(({ type, json }) => (type === 'callback.changed' ? [json] : []));
  await waitFor('the client admin to hear of it', () =>
    heard().some((event) => JSON.stringify(event).includes('The client admin')),
  );
  const reached = { outcome: 'reached', note: 'Gets it by post.' };
  expect(await say(200, 'POST', `/callbacks/${sooner}/tries`, contactsKey, reached)).toMatchObject({
    state: 'kept',
    endedByName: 'contact',
  });
  const page = await say<{ tries: object[]; events: { type: string; words: string }[] }>(
    200,
    'GET',
    `/callbacks/${sooner}`,
    world.keys.operator,
  );
  expect(page.tries).toMatchObject([{ outcome: 'reached', said: 'the wrong payslip', byName: 'contact' }]);
  expect(page.events.map(({ type }) => type)).toEqual(['given', 'handed_over', 'kept']);
  expect((await listOf(contactsKey, 'side=client')).map(({ id }) => id)).toEqual([later]);
});

it('nobody answers: the operator is told when to try again, and the same record sent twice counts once', async () => {
  const id = await promise('+4915144444444', 'service', 5);
  const now = await world.readClock();
  const attempt = { outcome: 'no_answer', tryId: newId() };
  const { operator } = world.keys;
  const first = await say<Callback>(200, 'POST', `/callbacks/${id}/tries`, operator, attempt);
  expect(await say(200, 'POST', `/callbacks/${id}/tries`, operator, attempt)).toEqual(first);
  const wait = new Date(first.nextTryAt ?? 0).getTime() - now.getTime();
  expect(Math.round(wait / MINUTE)).toBe(10);
  expect(first.tries).toBe(1);
});

it('the caller rings in first: told in that call, nobody calls them any more', async () => {
  const from = '+4915155555555';
  const id = await promise(from, 'service', 5);
  const { operator } = world.keys;
  const to = world.did.number;
  const call = await say<{ id: string }>(201, 'POST', '/calls', operator, { from, to });
  const told = { outcome: 'reached', callId: call.id };
  await say(404, 'POST', `/callbacks/${id}/tries`, operator, { ...told, callId: newId() });
  await say(200, 'POST', `/callbacks/${id}/tries`, operator, told);
  const { items } = await say<Page<object>>(200, 'GET', `/callbacks?causeId=${id}`, operator);
  expect(items).toMatchObject([{ id, state: 'kept' }]);
  await say(409, 'POST', `/callbacks/${id}/claim`, operator, {});
});

it.each([
  ['a colleague that is none', { toMemberId: 'Nora' }],
  ['nobody named at all', {}],
  ['words beyond measure', { toMemberId: null, words: 'x'.repeat(1_001) }],
])('a hand-over to %s is refused field by field', async (_, body) => {
  const id = await promise('+4915166666666', 'service', 5);
  const refused = await say(400, 'POST', `/callbacks/${id}/hand-over`, world.keys.operator, body);
  expect(refused).toMatchObject({ code: 'INVALID' });
});
