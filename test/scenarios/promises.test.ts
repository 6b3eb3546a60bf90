// A promise by REST, as a client's own program would give, find and keep it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { after, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, publishedBriefing, type World } from '../support/world';

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

/** @throws when the answer has another status than expected */
async function say<Body>(
  status: number,
  method: string,
  path: string,
  body?: unknown,
  key = world.keys.operator,
) {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) });
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body as Body;
}

type Promised = { id: string; state: string; dueAt: string };

const ring = (from = '+49 151 12345678') =>
  say<{ id: string }>(201, 'POST', '/calls', { from, to: world.did.number });
const soon = (hours = 5) => after(new Date(), hours * HOUR).toISOString();

it('is given once, found by its client’s people, called back and kept', async () => {
  const { id: callId } = await ring();
  const dueAt = soon();
  const promise = { callId, what: 'the wrong payslip', kind: 'callback', dueAt, promiseId: newId() };
  const given = await say<Promised>(201, 'POST', '/promises', promise);
  expect(given).toMatchObject({
    id: promise.promiseId,
    state: 'open',
    owner: 'service',
    dueAt,
    callerPhone: '+4915112345678',
    createdByName: 'operator',
  });
  expect(await say(201, 'POST', '/promises', promise)).toEqual(given);

  const theirs = await say<{ items: Promised[] }>(
    200,
    'GET',
    `/promises?callId=${callId}&state=open`,
    undefined,
    world.keys.author,
  );
  expect(theirs.items.map(({ id }) => id)).toEqual([given.id]);
  const { items } = await say<{ items: object[] }>(200, 'GET', `/callbacks?causeId=${given.id}`);
  expect(items).toMatchObject([{ id: given.id, reason: 'call', sayNow: 'the wrong payslip' }]);

  await say(200, 'POST', `/callbacks/${given.id}/tries`, { outcome: 'reached', note: 'Is content.' });
  const kept = await say<{ items: Promised[] }>(200, 'GET', `/promises?callId=${callId}&state=kept`);
  expect(kept.items).toMatchObject([{ id: given.id, evidence: 'Called back and reached: Is content.' }]);
  await say(409, 'POST', `/promises/${given.id}/keep`, { evidence: 'Again' });
});

it('is kept by word, once, by the answering service alone', async () => {
  const { id: callId } = await ring();
  const body = { callId, what: 'the payslip', kind: 'document', dueAt: soon(), owner: 'operator' };
  const { id } = await say<Promised>(201, 'POST', '/promises', body);
  const evidence = { evidence: 'Sent by post.' };
  await say(403, 'POST', `/promises/${id}/keep`, evidence, world.keys.author);
  const kept = await say(200, 'POST', `/promises/${id}/keep`, evidence);
  expect(kept).toMatchObject({ state: 'kept', ...evidence, endedByName: 'operator' });
  expect(await say(200, 'POST', `/promises/${id}/keep`, evidence)).toEqual(kept);
});

it('is agreed on anew, broken or called off, each with words, and its ledger tells all of it', async () => {
  const { id: callId } = await ring();
  const body = { callId, what: 'the payslip', kind: 'document', owner: 'client' };
  const give = () => say<Promised>(201, 'POST', '/promises', { ...body, dueAt: soon() });
  const first = await give();
  await say(400, 'POST', `/promises/${first.id}/renegotiate`, { dueAt: soon(9) });
  const agreed = { consent: 'Tomorrow is fine, he said.', dueAt: soon(9) };
  const next = await say<Promised>(
    200,
    'POST',
    `/promises/${first.id}/renegotiate`,
    agreed,
    world.keys.author,
  );
  expect(next).toMatchObject({ state: 'open', replacesId: first.id, what: 'the payslip' });
  const reason = { reason: 'The bank gave no date.' };
  await say(200, 'POST', `/promises/${next.id}/break`, reason, world.keys.author);
  await say(409, 'POST', `/promises/${next.id}/cancel`, reason, world.keys.admin);
  const other = await give();
  await say(403, 'POST', `/promises/${other.id}/cancel`, reason, world.keys.author);
  expect(await say(200, 'POST', `/promises/${other.id}/cancel`, reason)).toMatchObject({
    state: 'cancelled',
  });

  type Ledger = { promise: Promised; events: { type: string; words: string; byName: string }[] };
  const { events } = await say<Ledger>(200, 'GET', `/promises/${next.id}`, undefined, world.keys.author);
  expect(events.map(({ type, byName }) => [type, byName])).toEqual([
    ['given', 'author'],
    ['broken', 'author'],
  ]);
  const broken = await say<{ items: Promised[] }>(
    200,
    'GET',
    `/promises?callId=${callId}&standing=broken&order=latest`,
  );
  expect(broken.items.map(({ id }) => id)).toEqual([next.id]);
});

it('is refused field by field, in words', async () => {
  await publishedBriefing(world, { assurances: [{ text: 'We look into it.', promiseRule: 'none' }] });
  const { id: callId } = await ring('anonymous');
  const problems = async (body: object) => {
    const whole = { callId, what: 'a payslip', kind: 'information', dueAt: soon(), ...body };
    const answer = await say<{ errors: { field: string }[] }>(400, 'POST', '/promises', whole);
    return answer.errors.map(({ field }) => field);
  };
  expect(await problems({ kind: 'fix' })).toEqual(['kind']);
  expect(await problems({ kind: 'callback' })).toEqual(['kind']);
  expect(await problems({ dueAt: soon(24 * 100) })).toEqual(['dueAt']);
  expect(await problems({ dueAt: '2026-03-29T17:00' })).toEqual(['dueAt']);
  expect(await problems({ what: '  ' })).toEqual(['what']);
  await say(404, 'POST', '/promises', { callId: newId(), what: 'x', kind: 'information', dueAt: soon() });
  const { items } = await say<{ items: object[] }>(200, 'GET', `/promises?callId=${callId}`);
  expect(items).toEqual([]);
});
