// What a supervisor sees from two metres: the same figures that the calls, promises and presences themselves tell.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { closeCall } from '../../src/domain/messages/close-call';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { ringCall } from '../../src/domain/calls/ring-call';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import type { Wall } from '../../src/domain/reports/model';
import { levelPart } from '../../src/domain/reports/service-level';
import { getWall } from '../../src/domain/reports/wall-queries';
import { confirmRing } from '../../src/domain/tenancy/confirm-ring';
import { createMember } from '../../src/domain/tenancy/create-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { setPresence } from '../../src/domain/tenancy/set-presence';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { actorOf, makeWorld, type World } from '../support/world';

let world: World;
let lead: Actor;

beforeAll(async () => {
  world = await makeWorld();
  lead = world.actors.account_manager;
});

afterAll(() => world.stop());

/** A new day: yesterday's calls are on no wall, and everybody went home. */
beforeEach(() => world.moveClock(DAY + HOUR));

const wall = (actor: Actor = lead): Promise<Wall> => getWall(actor);

async function ring(): Promise<string> {
  const { operator } = world.actors;
  const { call } = await ringCall(operator, {
    from: 'anonymous',
    to: world.did.number,
    routeReason: 'overflow',
  });
  return call.id;
}

async function operator(name: string): Promise<Actor> {
  const person = { name, email: `${newId()}@harbor.example`, role: 'operator' as const };
  const { id } = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  return actorOf(world.organizationId, 'operator', id, name, null);
}

async function answeredAfter(seconds: number, by: Actor = world.actors.operator): Promise<string> {
  const id = await ring();
  await world.moveClock(seconds * SECOND);
  await answerCall(by, id);
  return id;
}

async function givenUpAfter(seconds: number): Promise<void> {
  const callId = await ring();
  await world.moveClock(seconds * SECOND);
  await recordCallEvent(world.actors.operator, { callId, type: 'abandoned' });
}

it('a quiet service: nothing counts, nothing waits, nobody is there', async () => {
  const figures = { received: 0, answered: 0, abandoned: 0, inTime: 0, counted: 0, answerSeconds: 0 };
  expect(await wall()).toMatchObject({
    lastHour: figures,
    lastDay: figures,
    waiting: { calls: 0, oldestRingAt: null },
    operators: [],
    rules: { serviceLevelPercent: 80, serviceLevelSeconds: 20 },
  });
});

describe('the service level', () => {
  it('counts who was answered in time, who was not, and who gave up after the threshold', async () => {
    await answeredAfter(10);
    await answeredAfter(25);
    await givenUpAfter(3);
    await givenUpAfter(40);
    await ring();
    const { lastHour, lastDay } = await wall();
    expect(lastHour).toMatchObject({ received: 5, answered: 2, abandoned: 2, inTime: 1, counted: 3 });
    expect(lastHour.answerSeconds).toBeCloseTo(35, 0);
    expect(lastDay).toEqual(lastHour);
  });

  it('tells the last hour from the last 24', async () => {
    await answeredAfter(40);
    await world.moveClock(HOUR);
    await answeredAfter(5);
    const { lastHour, lastDay } = await wall();
    expect(lastHour).toMatchObject({ received: 1, inTime: 1, counted: 1 });
    expect(lastDay).toMatchObject({ received: 2, inTime: 1, counted: 2 });
    await world.moveClock(23 * HOUR);
    expect((await wall()).lastDay).toMatchObject({ received: 1 });
  });

  it('leaves aside complaints in writing, and calls closed without an answer', async () => {
    const letter = await ring();
    await world.ownerSql`update calls set channel = 'email' where id = ${letter}`;
    const silent = await ring();
    await world.ownerSql`update calls set closed_at = app_now() where id = ${silent}`;
    expect((await wall()).lastDay).toMatchObject({ received: 0, counted: 0 });
  });

  it('is counted by the database as by hand, whatever the waits, by the exact second', async () => {
    const wait = fc.record({
      kind: fc.constantFrom('answered' as const, 'abandoned' as const, 'waiting' as const),
      milliseconds: fc.oneof(
        fc.constantFrom(0, 1, 4_999, 5_000, 5_001, 19_999, 20_000, 20_001, 4_000_000),
        fc.integer({ min: 0, max: 90_000 }),
      ),
    });
    const [calls = []] = fc.sample(fc.array(wait, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 7 });
    const ids = [];
    for (const { kind, milliseconds } of calls) {
      const id = await ring();
      ids.push(id);
      const column = kind === 'answered' ? 'answered_at' : 'abandoned_at';
      if (kind === 'waiting') continue;
      await world.ownerSql`
        update calls set ${world.ownerSql(column)} = ring_at + ${milliseconds} * interval '1 millisecond'
        where id = ${id}`;
    }
    const { rules, lastDay } = await wall();
    const parts = calls.map(({ kind, milliseconds }) =>
      levelPart({ kind, waitedSeconds: milliseconds / 1_000 }, rules),
    );
    const count = (part: string) => parts.filter((one) => one === part).length;
    const answered = calls.filter(({ kind }) => kind === 'answered');
    expect(lastDay).toMatchObject({
      received: 60,
      answered: answered.length,
      abandoned: calls.filter(({ kind }) => kind === 'abandoned').length,
      inTime: count('in_time'),
      counted: count('in_time') + count('missed'),
    });
    const seconds = answered.reduce((total, { milliseconds }) => total + milliseconds / 1_000, 0);
    expect(lastDay.answerSeconds).toBeCloseTo(seconds, 3);
    await world.ownerSql`update calls set closed_at = app_now() where id = any(${ids})`;
  });
});

it('shows how many wait, and since when the first one does', async () => {
  const first = await ring();
  await world.moveClock(30 * SECOND);
  await ring();
  const { waiting, readAt } = await wall();
  expect(waiting.calls).toBeGreaterThanOrEqual(2);
  expect(readAt.getTime() - (waiting.oldestRingAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(30 * SECOND);
  const [row] = await world.ownerSql<{ id: string; at: Date }[]>`
    select id, ring_at as at from calls where state = 'ringing' order by ring_at limit 1`;
  expect(waiting.oldestRingAt).toEqual(row?.at);
  const rows = await world.ownerSql<{ id: string }[]>`select id from calls where state = 'ringing'`;
  expect(rows.map(({ id }) => id)).toContain(first);
  expect(waiting.calls).toBe(rows.length);
});

it('counts promises that are overdue, and those due in the next half hour; kept ones and later ones not', async () => {
  const callId = await answeredAfter(1);
  const { readAt } = await wall();
  const due = [-60, -1, 1, 29, 31, 600];
  for (const minutes of due) await promise(callId, after(readAt, minutes * MINUTE), 'open');
  await promise(callId, after(readAt, -5 * MINUTE), 'kept');
  expect((await wall()).promises).toEqual({ overdue: 2, dueSoon: 2 });
});

async function promise(callId: string, dueAt: Date, state: 'open' | 'kept'): Promise<void> {
  const id = newId();
  await world.ownerSql`
    insert into promises (organization_id, id, client_id, call_id, kind, reason, cause_id, what, before, caller_name,
      due_at, state, created_at)
    values (${world.organizationId}, ${id}, ${world.client.id}, ${callId}, 'callback', 'call', ${id}, 'Call back', '',
      'Ida', ${dueAt}, ${state}, app_now())`;
}

it('counts escalations until somebody acknowledges, and names the age of the oldest', async () => {
  const callId = await answeredAfter(1);
  const summary = 'The money is missing.';
  const first = await startEscalation(lead, { callId, urgency: 'urgent', summary });
  await world.moveClock(MINUTE);
  const second = await startEscalation(lead, { callId, urgency: 'urgent', summary });
  const { escalations } = await wall();
  expect(escalations).toEqual({ unacknowledged: 2, oldestStartedAt: first.startedAt });
  await acknowledgeEscalation(lead, { escalationId: first.id, via: 'app' });
  expect((await wall()).escalations).toEqual({ unacknowledged: 1, oldestStartedAt: second.startedAt });
});

describe('who is at a desk', () => {
  const shown = async () =>
    (await wall()).operators.map(({ name, state, reason }) => ({ name, state, reason }));

  it('a call in hand says more than what was chosen; who went home is not shown', async () => {
    const [ada, ben, cleo, dan, eve] = [
      await operator('Ada'),
      await operator('Ben'),
      await operator('Cleo'),
      await operator('Dan'),
      await operator('Eve'),
    ];
    await markPresent(eve);
    await world.moveClock(2 * MINUTE);
    for (const one of [ada, ben, cleo, dan]) await markPresent(one);
    await confirmRing(ada);
    await setPresence(ada, { state: 'available' });
    await setPresence(ben, { state: 'break', reason: 'meal' });
    const talking = await answeredAfter(0, ben);
    const finishing = await answeredAfter(0, cleo);
    await recordCallEvent(cleo, { callId: finishing, type: 'ended' });
    const expected = [
      { name: 'Ada', state: 'available', reason: '' },
      { name: 'Ben', state: 'on_call', reason: '' },
      { name: 'Cleo', state: 'wrap_up', reason: '' },
      { name: 'Dan', state: 'preparing', reason: '' },
    ];
    expect(await shown()).toEqual(expected);
    await closeCall(ben, { callId: talking, disposition: 'informed' });
    expect((await shown())[1]).toEqual({ name: 'Ben', state: 'break', reason: 'meal' });
  });

  it('a call in hand goes before one in wrap-up', async () => {
    const ada = await operator('Ada');
    await markPresent(ada);
    const first = await answeredAfter(0, ada);
    await recordCallEvent(ada, { callId: first, type: 'ended' });
    await answeredAfter(0, ada);
    expect(await shown()).toEqual([{ name: 'Ada', state: 'on_call', reason: '' }]);
  });
});

it('is for account managers and admins of the service, and shows nothing of another one', async () => {
  const neighbour = await world.addTenant('Quay Answering');
  await markPresent(world.actors.operator);
  await answeredAfter(1);
  expect(await wall(world.actors.admin)).toMatchObject({ lastHour: { received: 1 } });
  expect(await wall(neighbour.actors.admin)).toMatchObject({
    lastDay: { received: 0 },
    waiting: { calls: 0 },
    operators: [],
  });
  for (const role of ['operator', 'author', 'client_admin', 'responsible_contact'] as const) {
    await expect(wall(world.actors[role])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
