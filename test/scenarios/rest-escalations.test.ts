// Escalations and policies as a program uses them, with an API key.
import { afterAll, beforeAll, expect, it } from 'vitest';
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

const policyPath = (query = '') => `/clients/${world.client.id}/escalation-policy${query}`;

async function start(): Promise<string> {
  const body = { clientId: world.client.id, summary: 'The money is missing.' };
  const { id } = await say<{ id: string }>(201, 'POST', '/escalations', body);
  return `/escalations/${id}`;
}

it('"I can’t" and the next step, each about the place that it names', async () => {
  const path = await start();
  const place = { cycle: 1, step: 1 };
  expect(await say(200, 'POST', `${path}/decline`, place)).toMatchObject({ outcome: 'declined', step: 2 });
  expect(await say(200, 'POST', `${path}/decline`, place)).toMatchObject({ outcome: 'declined', step: 2 });
  expect(await say(200, 'POST', `${path}/next`, { cycle: 1, step: 2 })).toMatchObject({ step: 3 });
  expect(await say(200, 'POST', `${path}/next`, { cycle: 1, step: 2 })).toMatchObject({ step: 3 });
  expect(await say(200, 'POST', `${path}/acknowledge`)).toMatchObject({ outcome: 'acknowledged' });
  expect(await say(200, 'POST', `${path}/decline`)).toMatchObject({
    outcome: 'already',
    acknowledgedByName: 'operator',
  });
  await say(409, 'POST', `${path}/next`);
});

it('what an operator did by telephone', async () => {
  const path = await start();
  const contactId = world.contact.id;
  await say(400, 'POST', `${path}/patches`, { contactId, kind: 'lukewarm', outcome: 'busy' });
  await say(400, 'POST', `${path}/patches`, { contactId, kind: 'cold', outcome: 'busy', isTaken: true });
  expect(
    await say(200, 'POST', `${path}/patches`, { contactId, kind: 'cold', outcome: 'busy' }),
  ).toMatchObject({ state: 'open' });
  expect(await say(200, 'POST', `${path}/acknowledge`, { via: 'spoken', contactId })).toMatchObject({
    state: 'acknowledged',
    outcome: 'acknowledged',
    acknowledgedByName: 'Tom Becker (recorded by operator)',
  });
  await say(403, 'POST', `${path}/acknowledge`, { via: 'spoken', contactId }, world.keys.author);
  const { timeline } = await say<{ timeline: { words: string }[] }>(200, 'GET', path);
  expect(timeline.map(({ words }) => words)).toContain(
    'Put through to Tom Becker, without a word before (cold): the line was busy',
  );
});

it('a policy for one urgency, and none again', async () => {
  const admin = world.keys.admin;
  const steps = [{ targets: [{ type: 'everyone' }], delaySeconds: 60, isEveryoneNeeded: true }];
  const own = { steps, cycles: 1, acknowledgementTimeoutSeconds: null };
  expect(await say(200, 'PUT', policyPath(), { ...own, urgency: 'emergency' }, admin)).toEqual(own);
  expect(await say(200, 'GET', policyPath('?urgency=emergency'))).toEqual(own);
  expect(await say(200, 'GET', policyPath('?urgency=routine'))).toBeNull();
  expect(await say(200, 'GET', policyPath())).toMatchObject({ steps: [{}, {}, {}] });
  await say(403, 'DELETE', policyPath('?urgency=emergency'));
  await say(400, 'DELETE', policyPath(), undefined, admin);
  await say(200, 'DELETE', policyPath('?urgency=emergency'), undefined, admin);
  expect(await say(200, 'GET', policyPath('?urgency=emergency'))).toBeNull();
});

it('who would be told at an instant', async () => {
  const plan = await say(200, 'POST', policyPath('/dry-run'), {
    urgency: 'routine',
    at: '2027-01-01T08:00:00Z',
  });
  expect(plan).toMatchObject({
    at: '2027-01-01T08:00:00.000Z',
    urgency: 'routine',
    firstContactAt: '2027-01-01T08:00:00.000Z',
    steps: [
      {
        cycle: 1,
        step: 1,
        endsAt: '2027-01-01T08:05:00.000Z',
        messages: [{ name: 'Tom Becker', channel: 'email', at: '2027-01-01T08:00:00.000Z', problem: null }],
        gaps: [],
      },
      { step: 2, beginsAt: '2027-01-01T08:05:00.000Z' },
      { step: 3, hasContact: false },
    ],
  });
  await say(400, 'POST', policyPath('/dry-run'), { at: 'tomorrow' });
});
