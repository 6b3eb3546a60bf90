// Which calls are looked at is drawn fairly, and what they scored is told by operator and over time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { drawSamples } from '../../src/domain/coaching/draw-samples';
import { dropSample } from '../../src/domain/coaching/drop-sample';
import { markCoaching } from '../../src/domain/coaching/mark-coaching';
import { mostDrawn } from '../../src/domain/coaching/model';
import { getCoachingResults } from '../../src/domain/coaching/result-queries';
import { listSamples } from '../../src/domain/coaching/sample-queries';
import { scoreCall } from '../../src/domain/coaching/score-call';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { colleague, filledIn, scored, wrappedUp } from '../support/coached-calls';
import { makeWorld, type World } from '../support/world';

let world: World;
let manager: Actor;

beforeAll(async () => {
  world = await makeWorld();
  manager = world.actors.account_manager;
});

afterAll(() => world.stop());

async function span(): Promise<{ from: string; to: string }> {
  const now = await world.readClock();
  return { from: after(now, -DAY).toISOString(), to: after(now, HOUR).toISOString() };
}

const draw = async (more: { perOperator?: number; clientId?: string; operatorId?: string } = {}) =>
  drawSamples(manager, { ...(await span()), perOperator: 3, ...more });

async function samplesOf(by: Actor) {
  return (await listSamples(manager, { state: 'open', operatorId: by.id, limit: 100 })).items;
}

describe('calls are drawn', () => {
  it('as many of each operator, whoever had more calls, and no more when drawn again', async () => {
    const [busy, quiet] = [await colleague(world, 'Bea Busy'), await colleague(world, 'Quin Quiet')];
    for (let n = 0; n < 6; n += 1) await wrappedUp(world, busy);
    await wrappedUp(world, quiet);
    await draw({ perOperator: 2 });
    expect(await samplesOf(busy)).toHaveLength(2);
    expect(await samplesOf(quiet)).toHaveLength(1);
    expect(await draw({ perOperator: 2, operatorId: busy.id })).toEqual({ drawn: 0, operators: 0 });
    await wrappedUp(world, quiet);
    expect(await draw({ perOperator: 2, operatorId: quiet.id })).toEqual({ drawn: 1, operators: 1 });
  });

  it('so that two who draw at once bring nobody’s call twice', async () => {
    const ned = await colleague(world, 'Ned Nimble');
    for (let n = 0; n < 5; n += 1) await wrappedUp(world, ned);
    const both = await Promise.all([
      draw({ perOperator: 2, operatorId: ned.id }),
      draw({ perOperator: 2, operatorId: ned.id }),
    ]);
    expect(both.map(({ drawn }) => drawn).toSorted()).toEqual([0, 2]);
    expect(await samplesOf(ned)).toHaveLength(2);
  });

  it('only of the staff’s own, wrapped up and of that time; those who left are not coached', async () => {
    const una = await colleague(world, 'Una Undone');
    const { call } = await ringCall(una, { from: 'anonymous', to: world.did.number, routeReason: 'direct' });
    await answerCall(una, call.id);
    const program: Actor = { ...una, kind: 'api_key', id: newId() };
    await wrappedUp(world, program);
    expect(await draw({ operatorId: una.id })).toEqual({ drawn: 0, operators: 0 });
    const gone = await colleague(world, 'Gil Gone');
    await wrappedUp(world, gone);
    await world.ownerSql`update memberships set disabled_at = app_now() where id = ${gone.id}`;
    expect(await draw({ operatorId: gone.id })).toEqual({ drawn: 0, operators: 0 });
  });

  it('of one client where that is asked for', async () => {
    const clinic = await addClient(world, 'Northgate Clinic');
    const cleo = await colleague(world, 'Cleo Client');
    await wrappedUp(world, cleo);
    const { id } = await wrappedUp(clinic, cleo);
    await draw({ clientId: clinic.client.id, operatorId: cleo.id });
    expect(await samplesOf(cleo)).toMatchObject([
      { callId: id, clientName: 'Northgate Clinic', state: 'open' },
    ]);
  });

  it('anew for one that was put aside, which never comes back', async () => {
    const dot = await colleague(world, 'Dot Dropped');
    for (let n = 0; n < 3; n += 1) await wrappedUp(world, dot);
    await draw({ perOperator: 1, operatorId: dot.id });
    const [first] = await samplesOf(dot);
    await dropSample(manager, first?.callId ?? '');
    await dropSample(manager, first?.callId ?? '');
    expect(await samplesOf(dot)).toEqual([]);
    await draw({ perOperator: 3, operatorId: dot.id });
    const rest = (await samplesOf(dot)).map(({ callId }) => callId);
    expect(rest).toHaveLength(2);
    expect(rest).not.toContain(first?.callId);
  });

  it('and stay open until they are scored, after which none can be put aside', async () => {
    const sam = await colleague(world, 'Sam Scored');
    await wrappedUp(world, sam);
    await draw({ operatorId: sam.id });
    const [{ callId } = { callId: '' }] = await samplesOf(sam);
    await scoreCall(manager, { callId, version: 0, lines: filledIn('met'), words: '' });
    expect(await samplesOf(sam)).toEqual([]);
    await expect(dropSample(manager, callId)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it(`never more than ${mostDrawn} at once, everybody’s first before anybody’s second`, async () => {
    const crowd = await world.addTenant('Crowded Calls');
    // More operators than one draw has places for: each with two calls.
    await world.ownerSql`
      with people as (
        insert into memberships (organization_id, id, role, name, email, created_at)
        select ${crowd.organizationId}, gen_random_uuid(), 'operator', 'Operator ' || n, n || '@crowd.example', app_now()
        from generate_series(1, ${mostDrawn + 20}) n returning id
      )
      insert into calls (organization_id, id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase, ring_at,
        answered_at, answered_by_id, ended_at, closed_at, disposition)
      select ${crowd.organizationId}, gen_random_uuid(), 'desk', '+49305', 'anonymous', false, 'direct', '', app_now(),
        app_now(), people.id, app_now(), app_now(), 'informed'
      from people, generate_series(1, 2)`;
    const lead = crowd.actors.account_manager;
    const asked = { ...(await span()), perOperator: 2 };
    expect(await drawSamples(lead, asked)).toEqual({ drawn: mostDrawn, operators: mostDrawn });
    // The next draw begins with those who were left out.
    expect(await drawSamples(lead, asked)).toMatchObject({ drawn: mostDrawn });
    const [row] = await world.ownerSql<[{ least: number; most: number }]>`
      select min(n)::int as least, max(n)::int as most from (
        select count(*) as n from call_samples where organization_id = ${crowd.organizationId} group by operator_id) s`;
    expect(row).toEqual({ least: 1, most: 2 });
    expect(await drawSamples(lead, asked)).toMatchObject({ drawn: 40 });
  });
});

describe('results', () => {
  it('stand by operator and over time, by name, with their counts, and say nothing of few calls', async () => {
    const service = await world.addTenant('Fairview Calls');
    const lead = service.actors.account_manager;
    const [zoe, max] = [await colleague(service, 'Zoe Zander'), await colleague(service, 'Max Abel')];
    const day = async () => (await world.readClock()).toISOString().slice(0, 10);
    const from = await day();
    for (let n = 0; n < 5; n += 1) await scored(service, zoe, lead, n < 4 ? 'met' : 'missed');
    await scored(service, max, lead, 'partly');
    await world.moveClock(20 * DAY);
    const late = await scored(service, max, lead);
    await markCoaching(max, { scoreIds: [late.id], reviewIds: [] });
    const asked = { from, to: await day(), by: 'week' as const, timeZone: 'UTC' };
    const { operators, periods, isCut } = await getCoachingResults(lead, asked);
    expect(isCut).toBe(false);
    expect(operators.map(({ name }) => name)).toEqual(['Max Abel', 'Zoe Zander']);
    expect(operators[0]).toMatchObject({ scores: 2, percent: null, seen: 1, answered: 0 });
    expect(operators[1]).toMatchObject({ scores: 5, percent: 80 });
    expect(operators[1]?.criteria[0]).toEqual({
      id: 'answer',
      name: 'Answer time',
      counts: { met: 4, partly: 0, missed: 1, not_applicable: 0 },
    });
    for (const one of operators) {
      expect(one.periods).toHaveLength(periods.length);
      expect(one.periods.reduce((sum, { scores }) => sum + scores, 0)).toBe(one.scores);
    }
    expect(operators[1]?.periods[0]).toEqual({ scores: 5, percent: 80 });
    const [only] = (await getCoachingResults(lead, { ...asked, operatorId: max.id })).operators;
    expect(only).toMatchObject({ name: 'Max Abel', scores: 2 });
    const nobody = { ...asked, clientId: newId() };
    expect((await getCoachingResults(lead, nobody)).operators).toEqual([]);
  });
});
