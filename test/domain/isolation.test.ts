// Every procedure, asked with ids of somebody else: the answer is the one for ids that nothing has.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientRoles, type Actor } from '../../src/kernel/actor';
import { addClient, busyDay, nobodysDay, type BusyDay } from '../support/busy-day';
import { ask, proceduresOf, type Answer } from '../support/caller';
import { mixed, table } from '../support/isolation-cases';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let other: Tenant;
let own: BusyDay;
let theirs: BusyDay;
let otherClients: BusyDay;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  other = await addClient(world, 'Northgate Clinic');
  [own, theirs, otherClients] = [await busyDay(world), await busyDay(neighbour), await busyDay(other)];
});

afterAll(() => world.stop());

/** Every row of a tenant (or of one of its clients), boiled down: equal before and after means untouched. */
async function rowsOf({ organizationId, clientId }: BusyDay, column: 'organization_id' | 'client_id') {
  const { ownerSql } = world;
  const tables = await ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = ${column} order by 1`;
  const prints = tables.map(async ({ name }) => {
    const [print] = await ownerSql<[{ count: number; hash: string }]>`
      select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text)) as hash from ${ownerSql(name)} t
      where ${ownerSql(column)} = ${column === 'client_id' ? clientId : organizationId}`;
    return { name, ...print };
  });
  return Promise.all(prints);
}

function expectNothingOf(ids: BusyDay, answer: Answer, shared: readonly (keyof BusyDay)[] = []): void {
  const text = JSON.stringify(answer);
  const names = (Object.keys(ids) as (keyof BusyDay)[]).filter((name) => !shared.includes(name));
  for (const name of names) expect(text, name).not.toContain(ids[name]);
}

function isEmptyList(answer: Answer): boolean {
  if (!('value' in answer)) return false;
  const list = answer.value as unknown[] | { items: unknown[] };
  return (Array.isArray(list) ? list : list.items).length === 0;
}

it('covers every procedure there is', () => {
  expect(Object.keys(table).toSorted()).toEqual(
    proceduresOf()
      .map(({ path }) => path)
      .toSorted(),
  );
});

describe("an admin with another answering service's ids", () => {
  for (const [path, [expected, input]] of Object.entries(table)) {
    it(`${path}: ${expected}`, async () => {
      const { admin } = world.actors;
      const before = await rowsOf(theirs, 'organization_id');
      const answer = await ask(admin, path, input?.(theirs));
      if (expected === 'own' || expected === 'apart') {
        expect(answer).toHaveProperty('value');
      } else {
        const unknown = await ask(admin, path, input?.(nobodysDay()));
        expect(answer).toEqual(unknown);
        if (expected === 'none') expect(isEmptyList(answer)).toBe(true);
        else expect(answer).toMatchObject({ refused: { code: expected } });
      }
      expectNothingOf(theirs, answer);
      expect(await rowsOf(theirs, 'organization_id')).toEqual(before);
    });
  }

  for (const [what, path, expected, input] of mixed) {
    it(`${what}: ${expected}`, async () => {
      const { admin } = world.actors;
      const before = await rowsOf(theirs, 'organization_id');
      const answer = await ask(admin, path, input(own, theirs));
      expect(answer).toEqual(await ask(admin, path, input(own, nobodysDay())));
      if (expected === 'none') expect(isEmptyList(answer)).toBe(true);
      else expect(answer).toMatchObject({ refused: { code: expected } });
      expect(await rowsOf(theirs, 'organization_id')).toEqual(before);
    });
  }
});

describe('with ids of its own', () => {
  const queries = proceduresOf().filter(({ kind }) => kind === 'query');
  it.each(queries)('$path answers', async ({ path }) => {
    const answer = await ask(world.actors.admin, path, table[path]?.[1]?.(own));
    expect(answer).toHaveProperty('value');
    if (table[path]?.[0] === 'none') expect(isEmptyList(answer)).toBe(false);
  });
});

describe("a client's people with another client's ids", () => {
  const people = clientRoles.flatMap((role) => Object.keys(table).map((path) => [role, path] as const));
  /** The staff's and the service's own ids say nothing of the other client. */
  const shared: (keyof BusyDay)[] = ['organizationId'];

  it.each(people)('%s asking %s', async (role, path) => {
    const actor: Actor = world.actors[role];
    const [expected, input] = table[path] ?? ['own'];
    const before = await rowsOf(otherClients, 'client_id');
    const answer = await ask(actor, path, input?.(otherClients));
    expectNothingOf(otherClients, answer, shared);
    expect(await rowsOf(otherClients, 'client_id')).toEqual(before);
    if (expected === 'own' || expected === 'apart') return;
    expect(answer).toEqual(await ask(actor, path, input?.(nobodysDay())));
    if ('refused' in answer) expect(['NOT_FOUND', 'FORBIDDEN']).toContain(answer.refused.code);
    else expect(isEmptyList(answer)).toBe(true);
  });
});
