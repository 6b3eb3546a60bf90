// Which operators take which clients' calls.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { closeCall } from '../../src/domain/messages/close-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { listAssignments } from '../../src/domain/clients/assignment-queries';
import { setAssignments } from '../../src/domain/clients/set-assignments';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { actorOf, makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let clinic: Tenant;
let dana: Actor;

beforeAll(async () => {
  world = await makeWorld();
  clinic = await addClient(world, 'Northgate Clinic');
});

afterAll(() => world.stop());

beforeEach(async () => {
  const person = { name: 'Dana Okafor', email: `${newId()}@harbor.example`, role: 'operator' as const };
  const { id } = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  dana = actorOf(world.organizationId, 'operator', id, 'Dana Okafor', null);
});

const assign = (...clients: Tenant[]) =>
  setAssignments(world.actors.account_manager, {
    memberId: dana.id,
    clientIds: clients.map(({ client }) => client.id),
  });
const names = async () =>
  (await listAssignments(world.actors.admin, dana.id)).map(({ clientName }) => clientName);
const ownClients = async () => (await getDeskSnapshot(dana)).ownClients;

async function traces() {
  const [row] = await world.ownerSql<[{ audits: number; events: number }]>`
    select (select count(*)::int from audit_entries where subject_id = ${dana.id} and action = 'assignments.set') as audits,
      (select count(*)::int from live_events where type = 'assignments.changed' and payload->'json'->>'memberId' = ${dana.id}) as events`;
  return row;
}

it('an operator without a list takes the calls of all clients', async () => {
  expect(await names()).toEqual([]);
  expect(await ownClients()).toEqual([]);
});

it('a list stands in place of the one before, by name, and is on the desk', async () => {
  await assign(clinic, world);
  expect(await names()).toEqual(['Brightwater Payroll', 'Northgate Clinic']);
  expect((await ownClients()).toSorted()).toEqual([clinic.client.id, world.client.id].toSorted());
  await assign(clinic);
  expect(await ownClients()).toEqual([clinic.client.id]);
  await assign();
  expect(await names()).toEqual([]);
  expect(await traces()).toEqual({ audits: 3, events: 3 });
});

it('the same list again, or a client named twice, changes nothing more', async () => {
  await assign(clinic);
  await assign(clinic, clinic);
  expect(await names()).toEqual(['Northgate Clinic']);
  expect(await traces()).toEqual({ audits: 1, events: 1 });
});

it('of two lists that are set at once one holds as a whole', async () => {
  await assign(world, clinic);
  await Promise.all([assign(world), assign(clinic)]);
  expect(await names()).toHaveLength(1);
});

it('a client of another answering service spoils the whole list; its people cannot be assigned', async () => {
  const neighbour = await world.addTenant('Quay Answering');
  await assign(clinic);
  await expect(assign(clinic, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await names()).toEqual(['Northgate Clinic']);
  const { admin, author } = world.actors;
  for (const memberId of [neighbour.actors.operator.id, author.id]) {
    await expect(setAssignments(admin, { memberId, clientIds: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  const theirs = neighbour.actors.operator.id;
  await expect(listAssignments(admin, theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('is the matter of account managers and admins', async () => {
  const { operator, client_admin: clientAdmin } = world.actors;
  for (const actor of [operator, clientAdmin]) {
    const attempt = setAssignments(actor, { memberId: dana.id, clientIds: [] });
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listAssignments(actor, dana.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

describe('a client is known to an operator', () => {
  it('once a call for it has been closed, and not in the middle of the first', async () => {
    const known = async () => (await getDeskSnapshot(dana)).knownClients;
    const { call } = await ringCall(dana, {
      from: 'anonymous',
      to: clinic.did.number,
      routeReason: 'overflow',
    });
    await answerCall(dana, call.id);
    expect(await known()).toEqual([]);
    await closeCall(dana, { callId: call.id, disposition: 'informed' });
    expect(await known()).toEqual([clinic.client.id]);
  });
});
