// Contacts through REST: the form that programs have used from the first day, and what it has learned since.
import { afterAll, beforeAll, expect, it } from 'vitest';
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

const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  lanes.ask(method, `/api/v1${path}`, { key: world.keys.admin, ...(body === undefined ? {} : { body }) });

it('the form {clientId, name, methods: [{channel, address}]} is all it takes', async () => {
  const body = {
    clientId: world.client.id,
    name: 'Ida Kern',
    methods: [
      { channel: 'email', address: 'ida@brightwater.example' },
      { channel: 'sms', address: '+49 151 12345678' },
    ],
  };
  const made = await ask('POST', '/contacts', body);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    clientId: world.client.id,
    name: 'Ida Kern',
    timeZone: null,
    quietHours: null,
    membershipId: null,
    methods: [
      { channel: 'email', address: 'ida@brightwater.example', delaySeconds: 0, isVerified: false },
      { channel: 'sms', address: '+4915112345678', delaySeconds: 120, isVerified: false },
    ],
  });
  const { items } = (await ask('GET', `/contacts?clientId=${world.client.id}`)).body as { items: unknown[] };
  expect(items).toContainEqual(made.body);
});

it('delays, chat programs, quiet hours and a time zone may be told, and are answered as they were told', async () => {
  const { body } = await ask('POST', '/contacts', { clientId: world.client.id, name: 'Kim Park' });
  const { id } = body as { id: string };
  const changed = await ask('PATCH', `/contacts/${id}`, {
    timeZone: 'Europe/Lisbon',
    quietHours: { from: '22:00', to: '07:00' },
    methods: [
      { channel: 'chat', address: 'https://hooks.slack.com/services/T0/B0/secret' },
      { channel: 'chat', address: 'https://chat.example/hook', format: 'teams', delaySeconds: 30 },
    ],
  });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({
    timeZone: 'Europe/Lisbon',
    quietHours: { from: '22:00', to: '07:00' },
    methods: [
      { channel: 'chat', address: 'https://hooks.slack.com/…', format: 'slack', delaySeconds: 0 },
      { channel: 'chat', address: 'https://chat.example/…', format: 'teams', delaySeconds: 30 },
    ],
  });
  const { methods } = changed.body as { methods: { id: string }[] };
  const again = await ask('PATCH', `/contacts/${id}`, {
    methods: [{ channel: 'chat', address: 'https://hooks.slack.com/services/T0/B0/secret' }],
  });
  const kept = again.body as { methods: { id: string }[] };
  expect(kept.methods.map((one) => one.id)).toEqual([methods[0]?.id]);
});

it('what fits nothing is refused at its place', async () => {
  const wrong = await ask('POST', '/contacts', {
    clientId: world.client.id,
    name: 'Kim Park',
    timeZone: 'Berlin',
    quietHours: { from: '22:00', to: '22:00' },
    methods: [{ channel: 'sms', address: '12' }],
  });
  expect(wrong.status).toBe(400);
  const { errors } = wrong.body as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field).toSorted()).toEqual([
    'methods.0.address',
    'quietHours.to',
    'timeZone',
  ]);
});
