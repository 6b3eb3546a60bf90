// "7 of 9 operators on shift have it": who counts as on shift, and who learns what of it.
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { confirmBriefing } from '../../src/domain/briefings/confirm-briefing';
import type { Briefing, Reach } from '../../src/domain/briefings/model';
import { getBriefingReach } from '../../src/domain/briefings/reach-queries';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import { getWall } from '../../src/domain/reports/wall-queries';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { presenceSeconds } from '../../src/domain/tenancy/model';
import { loadPresences } from '../../src/domain/tenancy/presence-queries';
import type { Actor } from '../../src/kernel/actor';
import { MINUTE, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { actorOf, makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let briefing: Briefing;
let app: Sql;

beforeAll(async () => {
  world = await makeWorld();
  app = postgres(world.appUrl, { max: 1, onnotice: () => undefined });
});

/** Everybody went home. */
beforeEach(async () => {
  await world.moveClock(10 * MINUTE);
  briefing = await publishedBriefing(world);
});

afterAll(async () => {
  await app.end();
  await world.stop();
});

async function operators(count: number): Promise<Actor[]> {
  const members = Array.from({ length: count }, async (_, n) => {
    const person = { name: `Operator ${n}`, email: `${newId()}@harbor.example`, role: 'operator' as const };
    const member = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
    return actorOf(world.organizationId, 'operator', member.id, member.name, null);
  });
  return Promise.all(members);
}

const reach = (actor: Actor = world.actors.author): Promise<Reach> => getBriefingReach(actor, briefing.id);

async function confirm(actor: Actor): Promise<Reach> {
  const [version] = await listBriefingVersions(world.actors.admin, briefing.id);
  return confirmBriefing(actor, { versionId: version?.id ?? '' });
}

it('7 of 9 operators on shift have it, and the author sees so', async () => {
  expect(await reach()).toEqual({ onShift: 0, confirmed: 0 });
  const nine = await operators(9);
  for (const one of nine) await markPresent(one);
  expect(await reach()).toEqual({ onShift: 9, confirmed: 0 });
  for (const one of nine.slice(0, 7)) await confirm(one);
  expect(await reach()).toEqual({ onShift: 9, confirmed: 7 });
});

it('somebody is on shift until 90 seconds after the desk last said so, however often it said so', async () => {
  const { operator, account_manager: lead } = world.actors;
  await markPresent(operator);
  await markPresent(operator);
  await markPresent(lead);
  await confirm(operator);
  await world.moveClock(60 * SECOND);
  await markPresent(lead);
  expect(await reach()).toEqual({ onShift: 2, confirmed: 1 });
  await world.moveClock(31 * SECOND);
  expect(await reach()).toEqual({ onShift: 1, confirmed: 0 });
  await world.moveClock(60 * SECOND);
  expect(await reach()).toEqual({ onShift: 0, confirmed: 0 });
  await markPresent(operator);
  expect(await reach()).toEqual({ onShift: 1, confirmed: 1 });
});

it('the author’s figure, the colleagues’ list and the wall know the same people', async () => {
  const { operator, account_manager: lead } = world.actors;
  const counts = async () => [
    (await reach()).onShift,
    (await readTx(lead, loadPresences)).length,
    (await getWall(lead)).operators.length,
  ];
  await markPresent(operator);
  await world.moveClock((presenceSeconds - 30) * SECOND);
  expect(await counts()).toEqual([1, 1, 1]);
  await world.moveClock(31 * SECOND);
  expect(await counts()).toEqual([0, 0, 0]);
});

it('who read it and went home does not count, nor whoever works for another answering service', async () => {
  const neighbour = await world.addTenant('Quay Answering');
  await confirm(world.actors.operator);
  await markPresent(neighbour.actors.operator);
  expect(await reach()).toEqual({ onShift: 0, confirmed: 0 });
});

it('a new version begins at nobody', async () => {
  await markPresent(world.actors.operator);
  await confirm(world.actors.operator);
  const next = await publishedBriefing(world, { headline: 'Something else' });
  expect(await getBriefingReach(world.actors.author, next.id)).toEqual({ onShift: 1, confirmed: 0 });
});

it('a client’s people see the figures, and no row of who sits where', async () => {
  await markPresent(world.actors.operator);
  for (const role of ['author', 'client_admin', 'responsible_contact'] as const) {
    expect(await reach(world.actors[role])).toEqual({ onShift: 1, confirmed: 0 });
  }
  const seenBy = async (clientId: string) => {
    const rows = await app.begin(async (sql) => {
      await sql`select set_config('app.organization_id', ${world.organizationId}, true), set_config('app.client_id', ${clientId}, true)`;
      return sql`select membership_id from presences where seen_at > app_now() - interval '90 seconds'`;
    });
    return rows.map((row) => row['membership_id'] as string);
  };
  expect(await seenBy('')).toEqual([world.actors.operator.id]);
  expect(await seenBy(world.client.id)).toEqual([]);
});

it('only people of the staff sit at a desk; programs and a client’s people do not', async () => {
  const { operator, author, client_admin: clientAdmin } = world.actors;
  for (const actor of [author, clientAdmin, { ...operator, kind: 'api_key' as const }]) {
    await expect(markPresent(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await reach()).toEqual({ onShift: 0, confirmed: 0 });
});
