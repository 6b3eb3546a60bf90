import { afterAll, beforeAll, expect, it } from 'vitest';
import { setMessageRule } from '../support/told-client';
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

type Item = { id: string; callId: string; part: number; state: string; subject: string; lines: string[] };

const ask = async (key: 'operator' | 'author', method: string, path: string, body?: unknown) => {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key: world.keys[key], body });
  return { status: answer.status, body: answer.body as Record<string, unknown> };
};

const messages = async (key: 'operator' | 'author', filter = '') =>
  (await ask(key, 'GET', `/messages${filter}`)).body.items as Item[];

async function closedCall(): Promise<string> {
  const ring = { from: '+4915112345678', to: world.did.number };
  const { id } = (await ask('operator', 'POST', '/calls', ring)).body as { id: string };
  await ask('operator', 'PATCH', `/calls/${id}`, { callerName: 'Jonas Weber', issue: 'a wrong payslip' });
  await ask('operator', 'POST', `/calls/${id}/notes`, { text: 'Was paid half.' });
  const closed = await ask('operator', 'POST', `/calls/${id}/close`, { disposition: 'message_taken' });
  expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
  return id;
}

it('a program of the client reads what is held, and checks in', async () => {
  const callId = await closedCall();
  const correction = { kind: 'correction', text: 'Was paid a third.' };
  expect(await ask('operator', 'POST', `/calls/${callId}/notes`, correction)).toMatchObject({ status: 201 });
  const held = await messages('author', '?state=held');
  expect(held.map(({ part, subject }) => ({ part, subject }))).toEqual([
    { part: 1, subject: expect.stringMatching(/^Correction: Jonas Weber/) as string },
    { part: 0, subject: expect.stringMatching(/^Jonas Weber about a wrong payslip/) as string },
  ]);
  const detail = await ask('author', 'GET', `/messages/${held[1]?.id ?? ''}`);
  expect(detail.body).toMatchObject({ callId, state: 'held', deliveries: [] });
  const clientId = world.client.id;
  expect(await ask('author', 'POST', '/messages/release', { clientId })).toEqual({
    status: 200,
    body: { released: 2 },
  });
  expect(await messages('author', '?state=held')).toEqual([]);
  expect((await messages('author', '?state=released')).map(({ id }) => id)).toEqual(held.map(({ id }) => id));
});

it('a program sees nothing of what is under review, and cannot review it', async () => {
  await setMessageRule(world, { mode: 'at_once' }, true);
  const callId = await closedCall();
  expect(await messages('author', `?callId=${callId}`)).toEqual([]);
  const [inReview] = await messages('operator', `?callId=${callId}`);
  expect(inReview).toMatchObject({ state: 'in_review' });
  const review = await ask('operator', 'POST', `/messages/${inReview?.id ?? ''}/review`, {
    verdict: 'release',
  });
  expect(review.status).toBe(404);
  const input = { clientId: world.client.id, messageIds: [inReview?.id] };
  expect(await ask('operator', 'POST', '/messages/release', input)).toMatchObject({
    status: 409,
    body: { detail: 'A second pair of eyes looks at this message first.' },
  });
});

it('says in words what is wrong with a request', async () => {
  const clientId = world.client.id;
  const nothing = await ask('operator', 'POST', '/messages/release', { clientId, messageIds: [] });
  expect(nothing).toMatchObject({ status: 400, body: { errors: [{ field: 'messageIds' }] } });
  const lost = await ask('operator', 'GET', '/messages?state=lost');
  expect(lost).toMatchObject({ status: 400, body: { errors: [{ field: 'state' }] } });
});
