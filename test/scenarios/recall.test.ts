// The whole story over the doors that programs and screens use: told, withdrawn, called back, complete.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids';
import { EventStream } from '../support/event-stream';
import { startLanes, type Lanes } from '../support/lanes';
import { RIGHT, takeBack, tellCaller, WRONG, wrongBriefing } from '../support/recall-day';
import { signIn } from '../support/sign-in';
import { waitFor } from '../support/wait-for';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
const open: EventStream[] = [];

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

/** @throws when the answer has another status than expected */
async function say<Body>(status: number, method: string, path: string, key: string, body?: unknown) {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) });
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body as Body;
}

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Callback = { id: string; callerPhone: string; sayNow: string | null; before: string; state: string };
type Withdrawn = { recallId: string; callers: number };

async function screenOf(cookie: string): Promise<EventStream> {
  const stream = await EventStream.open(lanes.url, { cookie });
  open.push(stream);
  return stream;
}

/** What the screen was told of one kind, once it was; fails after a while. */
async function hears(screen: EventStream, type: string, atLeast = 1) {
  const heard = () => screen.frames.flatMap((frame) => (frame.type === type ? [frame.json] : []));
  await waitFor(type, () => heard().length >= atLeast);
  return heard();
}

it('a statement that two callers were told is corrected, and both are called back', async () => {
  const { briefingId, statementId } = await wrongBriefing(world);
  const [author, operator] = [world.keys.author, world.keys.operator];
  for (const from of ['+4915111111111', '+4915122222222', 'anonymous'])
    await tellCaller(world, from, statementId);
  const told = await say<Page<unknown>>(200, 'GET', `/briefings/${briefingId}/told`, author);
  expect(told.items).toHaveLength(3);

  const desk = await screenOf((await signIn(world.actors.operator)).cookie);
  const withdrawal = { reason: 'The bank sent it twice.', correction: RIGHT, callBack: true };
  const path = `/briefings/${briefingId}/statements/${statementId}/withdraw`;
  const { recallId, callers } = await say<Withdrawn>(200, 'POST', path, author, withdrawal);
  expect(callers).toBe(3);

  const [published] = await hears(desk, 'briefing.published');
  expect(published?.['briefing']).toMatchObject({
    version: 2,
    content: { statements: [{ id: statementId, text: RIGHT }, {}] },
    withdrawals: [{ statementId, text: WRONG, correction: RIGHT, reason: 'The bank sent it twice.' }],
  });
  expect(await hears(desk, 'recall.changed')).toMatchObject([
    { recallId, briefingId, clientId: world.client.id },
  ]);
  expect(await hears(desk, 'callbacks.changed')).toMatchObject([
    { clientId: world.client.id, causeId: recallId },
  ]);

  expect(await say(200, 'GET', `/recalls/${recallId}`, author)).toMatchObject({
    callers: 3,
    withoutNumber: 1,
    open: 2,
    isComplete: false,
  });
  const list = `/callbacks?causeId=${recallId}&state=open`;
  const { items } = await say<Page<Callback>>(200, 'GET', list, operator);
  expect(items.map(({ callerPhone }) => callerPhone).toSorted()).toEqual([
    '+4915111111111',
    '+4915122222222',
  ]);
  for (const { id, sayNow, before } of items) {
    expect([before, sayNow]).toEqual([WRONG, RIGHT]);
    await say(200, 'POST', `/callbacks/${id}/claim`, operator, {});
    await say(200, 'POST', `/callbacks/${id}/tries`, operator, { outcome: 'reached', note: 'Was relieved.' });
  }
  expect(await hears(desk, 'callback.changed', 4)).toMatchObject([
    { callback: { id: items[0]?.id, state: 'open' } },
    {},
    {},
    { callback: { id: items[1]?.id, state: 'kept', endedByName: 'operator' } },
  ]);
  expect(await say(200, 'GET', `/recalls/${recallId}`, author)).toMatchObject({ kept: 2, isComplete: true });
  const callersOf = await say<Page<{ phone: string | null }>>(
    200,
    'GET',
    `/recalls/${recallId}/callers`,
    author,
  );
  expect(callersOf.items).toMatchObject([
    { phone: null, state: null },
    { phone: '+4915111111111', state: 'kept' },
    { phone: '+4915122222222', state: 'kept' },
  ]);
});

it('the same request sent twice withdraws once, and answers alike', async () => {
  const { briefingId, statementId } = await wrongBriefing(world);
  const question = {
    key: world.keys.author,
    headers: { 'idempotency-key': newId() },
    body: { reason: 'It was wrong.', callBack: true },
  };
  const path = `/api/v1/briefings/${briefingId}/statements/${statementId}/withdraw`;
  const first = await lanes.ask('POST', path, question);
  const second = await lanes.ask('POST', path, question);
  expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
});

it('an operator’s key withdraws nothing, and an author’s works no callbacks', async () => {
  const wrong = await wrongBriefing(world);
  await tellCaller(world, '+4915133333333', wrong.statementId);
  const path = `/briefings/${wrong.briefingId}/statements/${wrong.statementId}/withdraw`;
  const withdrawal = { reason: 'It was wrong.', callBack: true };
  await say(403, 'POST', path, world.keys.operator, withdrawal);
  const { recallId } = await takeBack(world.actors.author, wrong);
  const { items } = await say<Page<Callback>>(
    200,
    'GET',
    `/callbacks?causeId=${recallId}`,
    world.keys.author,
  );
  const callback = `/callbacks/${items[0]?.id ?? ''}`;
  await say(403, 'POST', `${callback}/claim`, world.keys.author, {});
  await say(403, 'POST', `${callback}/tries`, world.keys.author, { outcome: 'reached' });
  await say(200, 'POST', `${callback}/tries`, world.keys.operator, { outcome: 'refused' });
});

it.each([
  ['without a reason', { callBack: true }],
  ['with an empty one', { reason: ' ', callBack: true }],
  ['with an unknown field', { reason: 'x', callBack: true, silently: true }],
  ['by a time that has passed', { reason: 'x', callBack: true, dueAt: '2020-01-01T00:00:00Z' }],
])('is refused in words %s', async (_, body) => {
  const { briefingId, statementId } = await wrongBriefing(world);
  const path = `/briefings/${briefingId}/statements/${statementId}/withdraw`;
  expect(await say(400, 'POST', path, world.keys.author, body)).toMatchObject({ code: 'INVALID' });
});
