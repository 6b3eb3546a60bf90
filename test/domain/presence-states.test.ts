// Available, on a break, or still preparing: what a person at a desk chose, and what becomes of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listColleagues } from '../../src/domain/calls/colleague-queries';
import { confirmRing } from '../../src/domain/tenancy/confirm-ring';
import { createMember } from '../../src/domain/tenancy/create-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { setLanguages } from '../../src/domain/tenancy/set-languages';
import { setPresence } from '../../src/domain/tenancy/set-presence';
import type { Actor } from '../../src/kernel/actor';
import { HOUR, MINUTE, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { actorOf, makeWorld, type World } from '../support/world';

let world: World;
let dana: Actor;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

/** Somebody who has never sat at a desk. */
beforeEach(async () => {
  const person = { name: 'Dana Okafor', email: `${newId()}@harbor.example`, role: 'operator' as const };
  const { id } = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  dana = actorOf(world.organizationId, 'operator', id, 'Dana Okafor', null);
});

const seen = async (asker: Actor = world.actors.account_manager) =>
  (await listColleagues(asker)).find(({ membershipId }) => membershipId === dana.id);

const mealBreak = { state: 'break', reason: 'meal' } as const;

async function events(): Promise<{ state: string; reason: string }[]> {
  return world.ownerSql<{ state: string; reason: string }[]>`
    select payload->'json'->'presence'->>'state' as state, payload->'json'->'presence'->>'reason' as reason
    from live_events where type = 'presence.changed' and payload->'json'->'presence'->>'membershipId' = ${dana.id}
    order by seq`;
}

async function history(): Promise<{ state: string; from: string }[]> {
  const rows = await world.ownerSql<{ detail: { state: string; from: string } }[]>`
    select detail from audit_entries where action = 'presence.changed' and subject_id = ${dana.id} order by id`;
  return rows.map(({ detail: { state, from } }) => ({ state, from }));
}

describe('a desk that has just been opened', () => {
  it('is preparing: nobody is available by opening a window', async () => {
    expect(await seen()).toBeUndefined();
    await markPresent(dana);
    expect(await seen()).toMatchObject({
      name: 'Dana Okafor',
      state: 'preparing',
      reason: '',
      ringTestedAt: null,
    });
  });

  it('is told to the colleagues once, not with every beat', async () => {
    await markPresent(dana);
    await markPresent(dana);
    await world.moveClock(60 * SECOND);
    await markPresent(dana);
    expect(await events()).toEqual([{ state: 'preparing', reason: '' }]);
    expect(await history()).toEqual([]);
  });
});

describe('available', () => {
  it('is refused in words until the ring was heard', async () => {
    await markPresent(dana);
    const refusal = { code: 'CONFLICT', message: expect.stringContaining('Test your ring first') as string };
    await expect(setPresence(dana, { state: 'available' })).rejects.toMatchObject(refusal);
    expect(await seen()).toMatchObject({ state: 'preparing' });
    await confirmRing(dana);
    expect(await setPresence(dana, { state: 'available' })).toMatchObject({ state: 'available', reason: '' });
    expect(await seen()).toMatchObject({ state: 'available' });
  });

  it('takes a ring that was heard within the last 12 hours, and not one of the day before', async () => {
    await confirmRing(dana);
    await world.moveClock(12 * HOUR - MINUTE);
    expect(await setPresence(dana, { state: 'available' })).toMatchObject({ state: 'available' });
    await setPresence(dana, mealBreak);
    await world.moveClock(2 * MINUTE);
    await expect(setPresence(dana, { state: 'available' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a break', () => {
  it('needs no ring, has a reason, and is on record with its beginning and its end', async () => {
    await setPresence(dana, mealBreak);
    expect(await seen()).toMatchObject({ state: 'break', reason: 'meal' });
    await setPresence(dana, { state: 'break', reason: 'coaching' });
    await confirmRing(dana);
    await setPresence(dana, { state: 'available' });
    expect(await history()).toEqual([
      { state: 'break', from: 'preparing' },
      { state: 'break', from: 'break' },
      { state: 'available', from: 'break' },
    ]);
  });

  it('does not begin anew when the same choice comes again', async () => {
    const first = await setPresence(dana, mealBreak);
    await world.moveClock(MINUTE);
    const again = await setPresence(dana, mealBreak);
    expect(again.changedAt).toEqual(first.changedAt);
    expect(await history()).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });
});

describe('a desk that comes back', () => {
  it('is what it was, within an hour', async () => {
    const { changedAt } = await setPresence(dana, mealBreak);
    await world.moveClock(59 * MINUTE);
    expect(await seen()).toBeUndefined();
    await markPresent(dana);
    expect(await seen()).toMatchObject({ state: 'break', reason: 'meal', changedAt });
    expect(await events()).toHaveLength(2);
  });

  it('is preparing after more than an hour, and the end of what it was is on record', async () => {
    await confirmRing(dana);
    await setPresence(dana, { state: 'available' });
    await world.moveClock(61 * MINUTE);
    await markPresent(dana);
    expect(await seen()).toMatchObject({ state: 'preparing', reason: '' });
    expect(await history()).toEqual([
      { state: 'available', from: 'preparing' },
      { state: 'preparing', from: 'available' },
    ]);
    // The ring was heard this morning: one press, and Dana is available again.
    expect(await setPresence(dana, { state: 'available' })).toMatchObject({ state: 'available' });
  });

  it('keeps a long break for as long as the desk stays open', async () => {
    await setPresence(dana, mealBreak);
    for (let minutes = 0; minutes < 70; minutes += 1) {
      await world.moveClock(MINUTE);
      await markPresent(dana);
    }
    expect(await seen()).toMatchObject({ state: 'break', reason: 'meal' });
  });
});

it('of two windows that open at once one person appears', async () => {
  await Promise.all([markPresent(dana), markPresent(dana)]);
  const all = await listColleagues(world.actors.operator);
  expect(all.filter(({ membershipId }) => membershipId === dana.id)).toHaveLength(1);
});

it('is chosen by people of the staff for themselves, and seen by the staff of the same service alone', async () => {
  const neighbour = await world.addTenant('Quay Answering');
  await setPresence(dana, mealBreak);
  expect(await seen(neighbour.actors.admin)).toBeUndefined();
  expect(await seen(world.actors.operator)).toMatchObject({ state: 'break' });
  const { author } = world.actors;
  for (const actor of [author, { ...dana, kind: 'api_key' as const }]) {
    await expect(setPresence(actor, mealBreak)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(confirmRing(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(listColleagues(author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('shows what somebody speaks, as soon as the account manager has written it down', async () => {
  const { account_manager: lead, author } = world.actors;
  await markPresent(dana);
  await setLanguages(lead, { memberId: dana.id, languages: ['en', 'pt-BR'] });
  expect(await seen()).toMatchObject({ languages: ['en', 'pt-BR'] });
  expect(await events()).toHaveLength(2);
  await setLanguages(lead, { memberId: dana.id, languages: ['en', 'pt-BR'] });
  expect(await events()).toHaveLength(2);
  await expect(setLanguages(dana, { memberId: dana.id, languages: [] })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(setLanguages(lead, { memberId: author.id, languages: ['en'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
