// What came of calls, by playbook, briefing and operator: figures an account manager can defend.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { moods as allMoods, type Mood } from '../../src/domain/calls/model';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { ringCall } from '../../src/domain/calls/ring-call';
import { updateClient } from '../../src/domain/clients/update-client';
import { createPromise } from '../../src/domain/followups/create-promise';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { updateCall } from '../../src/domain/recalls/update-call';
import { outcomesInput, type OutcomeGrouping } from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR, SECOND } from '../../src/kernel/duration';
import { addClient } from '../support/busy-day';
import { actorOf, makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let clinic: Tenant;
let nora: Actor;
let start: Date;

const now = async () => (await getDeskSnapshot(world.actors.operator)).now;

type Called = {
  tenant?: Tenant;
  by?: Actor | null;
  from?: string;
  moods?: Mood[];
  seconds?: number;
  abuse?: boolean;
};

async function called({
  tenant = world,
  by = world.actors.operator,
  from = '',
  moods = [],
  seconds = 60,
  abuse,
}: Called) {
  const ring = { from, to: tenant.did.number, routeReason: 'overflow' } as const;
  const { call } = await ringCall(world.actors.operator, ring);
  if (by === null) {
    await recordCallEvent(world.actors.operator, { callId: call.id, type: 'abandoned' });
    return call;
  }
  const { answeredAt } = await answerCall(by, call.id);
  for (const mood of moods) await updateCall(by, { callId: call.id, mood });
  if (abuse) await addNote(by, { callId: call.id, kind: 'abuse', text: 'Named the boundary.' });
  await world.moveClock(seconds * SECOND);
  const endedAt = after(answeredAt ?? call.ringAt, seconds * SECOND).toISOString();
  await recordCallEvent(by, { callId: call.id, type: 'ended', at: endedAt });
  return call;
}

async function outcomes(by: OutcomeGrouping, more: { clientId?: string; from?: Date; to?: Date } = {}) {
  const { from = after(start, -HOUR), to = after(await now(), HOUR), clientId } = more;
  const span = { from: from.toISOString(), to: to.toISOString() };
  const input = outcomesInput.parse({ ...span, by, ...(clientId && { clientId }) });
  return getOutcomes(world.actors.account_manager, input);
}

beforeAll(async () => {
  world = await makeWorld();
  clinic = await addClient(world, 'Northgate Clinic');
  await updateClient(world.actors.admin, { clientId: clinic.client.id, playbookId: 'notes_first' });
  const person = { email: 'nora@harbor.example', name: 'Nora Lind', role: 'operator' as const };
  const member = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  nora = actorOf(world.organizationId, 'operator', member.id, member.name, null);
  start = await now();

  await called({ from: '+493011111', moods: ['angry', 'calm'], seconds: 100 });
  await called({ from: '+493022222', moods: ['upset', 'angry'], seconds: 200, abuse: true });
  await called({ from: '+493033333', moods: ['calm'], seconds: 300 });
  await called({ from: '+493044444', by: nora, seconds: 400 });
  await called({ from: '+493055555', by: null });
  const clinicCall = { tenant: clinic, by: nora };
  await called({ ...clinicCall, from: '+493011111', moods: ['abusive', 'upset'], seconds: 1_000 });
  // The same caller with the same client within a day, answered or not; a withheld number is nobody's.
  await called({ from: '+493022222', by: null });
  await called({ ...clinicCall, seconds: 10 });
  await called({ ...clinicCall, seconds: 10 });
  await world.moveClock(2 * DAY);
  await called({ from: '+493011111', moods: ['calm'], seconds: 50 });
});

afterAll(() => world.stop());

describe('by playbook', () => {
  it('the answered calls are counted, with moods, calming, abuse and duration', async () => {
    const { groups, isCut } = await outcomes('playbook');
    expect(isCut).toBe(false);
    expect(groups.map(({ key, calls }) => [key, calls])).toEqual([
      ['notes_first', 3],
      ['step_back', 5],
    ]);
    const nothing = { calm: 0, upset: 0, angry: 0, abusive: 0, unknown: 0 };
    expect(groups[1]).toEqual({
      key: 'step_back',
      name: 'Step back and relay',
      calls: 5,
      moodIn: { ...nothing, calm: 2, upset: 1, angry: 1, unknown: 1 },
      moodOut: { ...nothing, calm: 3, angry: 1, unknown: 1 },
      // Two began calm and one is unknown; one of the other two became calmer.
      calmed: { count: 1, of: 2 },
      // The fifth call's day is not over.
      rangAgain: { count: 1, of: 4 },
      abusive: { count: 1, of: 5 },
      medianSeconds: 200,
      p90Seconds: 400,
      timed: 5,
      promises: { given: 0, kept: 0, broken: 0, open: 0 },
    });
    expect(groups[0]).toMatchObject({
      moodIn: { abusive: 1, unknown: 2 },
      moodOut: { upset: 1, unknown: 2 },
      calmed: { count: 1, of: 1 },
      rangAgain: { count: 0, of: 1 },
      medianSeconds: 10,
    });
  });

  it('of one client, and of one time', async () => {
    const ofClinic = await outcomes('playbook', { clientId: clinic.client.id });
    expect(ofClinic.groups.map(({ key }) => key)).toEqual(['notes_first']);
    const today = await outcomes('playbook', { from: after(start, DAY) });
    expect(today.groups.map(({ key, calls }) => [key, calls])).toEqual([['step_back', 1]]);
    const before = await outcomes('playbook', { to: after(start, DAY) });
    expect(before.groups.map(({ key, calls }) => [key, calls])).toEqual([
      ['notes_first', 3],
      ['step_back', 4],
    ]);
  });

  it('a call that rings after the end of the time still says that the caller rang again', async () => {
    const call = await called({ from: '+493066666', seconds: 1 });
    const again = await called({ from: '+493066666', seconds: 1 });
    expect(again.ringAt.getTime()).toBeGreaterThan(call.ringAt.getTime());
    await world.moveClock(2 * DAY);
    const until = { from: call.ringAt, to: again.ringAt };
    expect((await outcomes('playbook', until)).groups).toMatchObject([
      { calls: 1, rangAgain: { count: 1, of: 1 } },
    ]);
    expect((await outcomes('playbook', { from: again.ringAt })).groups).toMatchObject([
      { calls: 1, rangAgain: { count: 0, of: 1 } },
    ]);
  });

  it('what was promised is counted with what became of it', async () => {
    const call = await called({ from: '+493077777', moods: ['upset'], seconds: 30 });
    const promise = (what: string) =>
      createPromise(world.actors.operator, {
        callId: call.id,
        kind: 'information',
        what,
        owner: 'service',
        dueAt: after(call.ringAt, 5 * HOUR).toISOString(),
      });
    const { id } = await promise('the figures');
    await promise('the letter');
    await keepPromise(world.actors.operator, {
      promiseId: id,
      evidence: 'Told by telephone.',
      evidenceKind: 'note',
    });
    expect((await outcomes('playbook', { from: call.ringAt })).groups).toMatchObject([
      { calls: 1, promises: { given: 2, kept: 1, broken: 0, open: 1 } },
    ]);
  });
});

it('whoever ends less upset than at the start was calmed, whatever the two moods; the same mood is none', async () => {
  const before = await now();
  const [calm, upset, angry, abusive] = allMoods;
  for (const first of allMoods) {
    for (const last of allMoods) await called({ moods: [first, last], seconds: 1 });
  }
  await called({ seconds: 1 });
  const [group] = (await outcomes('playbook', { from: before })).groups;
  expect(group).toMatchObject({
    calls: 17,
    moodIn: { [calm]: 4, [upset]: 4, [angry]: 4, [abusive]: 4, unknown: 1 },
    moodOut: { [calm]: 4, [upset]: 4, [angry]: 4, [abusive]: 4, unknown: 1 },
    calmed: { count: 1 + 2 + 3, of: 12 },
  });
});

describe('by operator', () => {
  it('the names are in the order of the alphabet, however many calls each had', async () => {
    const { groups } = await outcomes('operator', { to: after(start, DAY) });
    expect(groups.map(({ name, calls }) => [name, calls])).toEqual([
      ['Nora Lind', 4],
      ['The operator', 3],
    ]);
  });
});

describe('by briefing', () => {
  it('calls without one come last, under words', async () => {
    const before = await now();
    const briefing = await publishedBriefing(clinic, { headline: 'Lifts stand still' });
    await called({ tenant: clinic, seconds: 5 });
    const { groups } = await outcomes('briefing', { from: before });
    expect(groups.map(({ key, name, calls }) => [key, name, calls])).toEqual([
      [briefing.id, 'Lifts stand still', 1],
    ]);
    const all = await outcomes('briefing');
    expect(all.groups.at(-1)).toMatchObject({ key: null, name: 'No briefing' });
  });
});

describe('who may see them', () => {
  const input = outcomesInput.parse({
    from: '2026-01-01T00:00:00Z',
    to: '2026-02-01T00:00:00Z',
    by: 'operator',
  });

  it.each(['operator', 'author', 'responsible_contact', 'client_admin'] as const)('not: %s', async (role) => {
    await expect(getOutcomes(world.actors[role], input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it("another answering service's calls are in nobody's figures", async () => {
    const neighbour = await world.addTenant('Lighthouse Calls');
    const span = { from: after(start, -DAY).toISOString(), to: after(await now(), DAY).toISOString() };
    for (const by of ['playbook', 'briefing', 'operator'] as const) {
      const asked = outcomesInput.parse({ ...span, by });
      expect((await getOutcomes(neighbour.actors.admin, asked)).groups).toEqual([]);
      const theirClient = outcomesInput.parse({ ...span, by, clientId: world.client.id });
      expect((await getOutcomes(neighbour.actors.admin, theirClient)).groups).toEqual([]);
    }
  });

  it('a time without an end, or of more than a year, is refused', () => {
    const span = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z', by: 'operator' };
    expect(outcomesInput.safeParse(span).success).toBe(false);
    expect(outcomesInput.safeParse({ ...span, from: '2024-12-01T00:00:00Z' }).success).toBe(false);
  });
});
