// Calling back what the company promised itself: its own people, with the same verbs, and nobody else's callers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { getCallback, listCallbackColleagues } from '../../src/domain/promises/callback-page-queries';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import { listCallbacksInput, type Callback } from '../../src/domain/promises/model';
import { releaseCallback } from '../../src/domain/promises/release-callback';
import { clientRoles, type Actor } from '../../src/kernel/actor';
import { addClient } from '../support/busy-day';
import { callbacksOf, handOverTo, promisedCallback, tryCallback } from '../support/callback-stage';
import { nextMorning } from '../support/next-morning';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let operator: Actor;
let other: Tenant;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
  other = await addClient(world, 'Northgate Clinic');
  await nextMorning(world);
});

afterAll(() => world.stop());

const promised = (given: Parameters<typeof promisedCallback>[1] = {}) => promisedCallback(world, given);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const linesOf = async (callbackId: string) => (await getCallback(operator, callbackId)).events;
const heard = (type: string, id: string) => world.ownerSql<{ client_id: string }[]>`
  select client_id from live_events where type = ${type} and payload::text like ${`%${id}%`} order by seq`;

it.each(clientRoles)(
  'the client’s %s calls back what is theirs to do: claims, tries, and reaches the caller',
  async (role) => {
    const actor = world.actors[role];
    const { callbackId } = await promised({ owner: 'client' });
    expect(await claimCallback(actor, { callbackId })).toMatchObject({ claimedByName: actor.name });
    await expect(claimCallback(operator, { callbackId })).rejects.toMatchObject({
      message: `${actor.name} has this callback already.`,
    });
    expect(await releaseCallback(actor, { callbackId })).toMatchObject({ claimedById: null });
    expect(await tryCallback(actor, callbackId, 'no_answer')).toMatchObject({ state: 'open', tries: 1 });
    const kept = await tryCallback(actor, callbackId, 'reached', { note: 'Is content.' });
    expect(kept).toMatchObject({ state: 'kept', endedByName: actor.name });
    expect((await linesOf(callbackId)).map(({ type, words, byName }) => [type, words, byName])).toEqual([
      ['given', expect.stringContaining('payslip'), 'The operator'],
      ['tried', 'Nobody answered.', actor.name],
      ['kept', 'Called back and reached: Is content.', actor.name],
    ]);
  },
);

it.each(clientRoles)('the client’s %s leaves to the service what the service promised', async (role) => {
  const actor = world.actors[role];
  const { callbackId } = await promised();
  const words = {
    code: 'FORBIDDEN',
    message: 'The answering service makes this call, not your own people.',
  };
  await expect(claimCallback(actor, { callbackId })).rejects.toMatchObject(words);
  await expect(releaseCallback(actor, { callbackId })).rejects.toMatchObject(words);
  await expect(tryCallback(actor, callbackId, 'reached')).rejects.toMatchObject(words);
  await expect(handOverTo(actor, callbackId, actor.id)).rejects.toMatchObject(words);
  await expect(listCallbackColleagues(actor, callbackId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await callbacksOf(actor, { state: 'open', side: 'client' })).toEqual([]);
  expect(ids(await callbacksOf(actor, { state: 'open', side: 'service' }))).toContain(callbackId);
  expect(await getCallback(actor, callbackId)).toMatchObject({
    callback: { id: callbackId, owner: 'service' },
  });
});

it('a client’s people see nothing of another client’s, also where its people call', async () => {
  const { callbackId } = await promised({ owner: 'client', tenant: other });
  const { author } = world.actors;
  const missing = { code: 'NOT_FOUND', message: 'There is no such callback.' };
  await expect(getCallback(author, callbackId)).rejects.toMatchObject(missing);
  await expect(claimCallback(author, { callbackId })).rejects.toMatchObject(missing);
  await expect(tryCallback(author, callbackId, 'reached')).rejects.toMatchObject(missing);
  await expect(handOverTo(author, callbackId, null)).rejects.toMatchObject(missing);
  await expect(listCallbackColleagues(author, callbackId)).rejects.toMatchObject(missing);
  expect(ids(await callbacksOf(author, {}))).not.toContain(callbackId);
  expect(await claimCallback(other.actors.author, { callbackId })).toMatchObject({ id: callbackId });
});

it('a client’s people hear of a change at once; their list is apart from the service’s, page by page', async () => {
  const own = await addClient(world, 'Alder Housing');
  const theirs = [];
  for (let n = 0; n < 5; n += 1) theirs.push(await promised({ owner: 'client', hours: 9 - n, tenant: own }));
  const services = await promised({ tenant: own });
  const seen: Callback[] = [];
  let cursor: string | undefined;
  do {
    const filter = { clientId: own.client.id, side: 'client', state: 'open', limit: 2, cursor };
    const page = await listCallbacks(own.actors.client_admin, listCallbacksInput.parse(filter));
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(ids(seen)).toEqual(theirs.map(({ callbackId }) => callbackId).toReversed());
  expect(ids(await callbacksOf(own.actors.author, { side: 'service', state: 'open' }))).toEqual([
    services.callbackId,
  ]);
  const first = theirs[0]?.callbackId ?? '';
  await claimCallback(own.actors.author, { callbackId: first });
  expect(await heard('callback.changed', first)).toMatchObject([
    { client_id: own.client.id },
    { client_id: own.client.id },
  ]);
  const { callbacks } = await getDeskSnapshot(operator);
  expect(ids(callbacks)).toEqual(expect.arrayContaining([first, services.callbackId]));
});
