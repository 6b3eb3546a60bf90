// Calls as switches and operators make them: reports come twice, late and in any order.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { callState } from '../../src/domain/calls/call-state';
import { closeCall } from '../../src/domain/messages/close-call';
import type { CallCard, CallEventType } from '../../src/domain/calls/model';
import { popCall } from '../../src/domain/calls/pop-call';
import { getCall, listCalls } from '../../src/domain/calls/queries';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { recordSwitchEvent } from '../../src/domain/calls/record-switch-event';
import { ringCall } from '../../src/domain/calls/ring-call';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { createConnection } from '../../src/domain/numbers/create-connection';
import { createMember } from '../../src/domain/tenancy/create-member';
import { after, HOUR, MINUTE, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import type { Actor } from '../../src/kernel/actor';
import { actorOf, makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let telephone: Actor;
let colleague: Actor;
let noon: Date;

beforeAll(async () => {
  world = await makeWorld();
  const { admin } = world.actors;
  const { id } = await createConnection(admin, { name: 'PBX', kind: 'generic', sealedSecret: 'sealed' });
  telephone = { ...admin, kind: 'switch', id, name: 'PBX', role: null };
  const person = { email: 'nora@harbor.example', name: 'Nora Lind', role: 'operator' as const };
  const member = await createMember(admin, { ...person, passwordHash: 'none' });
  colleague = actorOf(world.organizationId, 'operator', member.id, member.name, null);
  noon = (await getDeskSnapshot(world.actors.operator)).now;
});

afterAll(() => world.stop());

const ring = async (changes: { from?: string; to?: string; providerCallId?: string } = {}) => {
  const input = {
    from: '+4915112345678',
    to: world.did.number,
    routeReason: 'overflow' as const,
    ...changes,
  };
  return (await ringCall(world.actors.operator, input)).call;
};

type Report = { type: CallEventType; second: number; operatorEmail?: string };

function report(providerCallId: string, { type, second, operatorEmail }: Report): Promise<void> {
  return recordSwitchEvent(telephone, {
    type,
    providerCallId,
    from: '+4915112345678',
    to: world.did.number,
    routeReason: 'overflow',
    at: after(noon, second * SECOND),
    operatorEmail,
  });
}

/** What a screen shows of the call that a switch knows by this id; fails unless there is exactly one. */
async function shown(providerCallId: string): Promise<Partial<CallCard>> {
  const rows = await world.ownerSql<
    { id: string }[]
  >`select id from calls where provider_call_id = ${providerCallId}`;
  expect(rows).toHaveLength(1);
  const { call } = await getCall(world.actors.operator, rows[0]?.id ?? '');
  const { state, ringAt, answeredAt, endedAt, abandonedAt, isHeld, answeredByName, clientName } = call;
  return { state, ringAt, answeredAt, endedAt, abandonedAt, isHeld, answeredByName, clientName };
}

describe('what a switch reports', () => {
  const history: Report[] = [
    { type: 'ringing', second: 0 },
    { type: 'answered', second: 5, operatorEmail: 'NORA@harbor.example' },
    { type: 'held', second: 20 },
    { type: 'resumed', second: 30 },
    { type: 'held', second: 40 },
    { type: 'ended', second: 60 },
  ];
  const outcome = {
    state: 'wrap_up',
    answeredByName: 'Nora Lind',
    clientName: 'Brightwater Payroll',
    isHeld: false,
    abandonedAt: null,
  };

  it('in order is a call from the ring to the wrap-up', async () => {
    const states: unknown[] = [];
    for (const event of history) {
      await report('in order', event);
      const { state, isHeld } = await shown('in order');
      states.push(isHeld ? `${state} on hold` : state);
    }
    expect(states).toEqual(['ringing', 'live', 'live on hold', 'live', 'live on hold', 'wrap_up']);
    expect(await shown('in order')).toMatchObject(outcome);
  });

  it('in any order, twice, is the same call', async () => {
    const expected = await shown('in order');
    const anyOrder = fc.shuffledSubarray([...history, ...history], { minLength: history.length * 2 });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (events) => {
        const id = newId();
        for (const event of events) await report(id, event);
        expect(await shown(id)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('all at the same instant is the same call', async () => {
    await Promise.all([...history, ...history].map((event) => report('at once', event)));
    expect(await shown('at once')).toEqual(await shown('in order'));
  });

  it('without the ring begins with the earliest that is known of it', async () => {
    const known = history.slice(1);
    for (const event of known) await report('no ring', event);
    for (const event of known.toReversed()) await report('no ring, backwards', event);
    expect(await shown('no ring')).toMatchObject({ ...outcome, ringAt: after(noon, 5 * SECOND) });
    expect(await shown('no ring, backwards')).toEqual(await shown('no ring'));
  });

  it('of one thing at two instants means the earlier', async () => {
    for (const second of [9, 7, 8]) await report('thrice', { type: 'answered', second });
    expect(await shown('thrice')).toMatchObject({ state: 'live', answeredAt: after(noon, 7 * SECOND) });
  });

  it('as abandoned is so, unless somebody had answered', async () => {
    await report('gave up', { type: 'ringing', second: 0 });
    await report('gave up', { type: 'abandoned', second: 9 });
    expect((await shown('gave up')).state).toBe('abandoned');
    await report('gave up', { type: 'answered', second: 8 });
    expect((await shown('gave up')).state).toBe('live');
  });

  it('by somebody whom nobody knows is still answered', async () => {
    await report('stranger', { type: 'answered', second: 1, operatorEmail: 'nobody@elsewhere.example' });
    expect(await shown('stranger')).toMatchObject({ state: 'live', answeredByName: null });
  });

  it('under one id by two switches are two calls', async () => {
    const other = { ...telephone, id: newId() };
    await report('same id', { type: 'ringing', second: 0 });
    const event = { providerCallId: 'same id', from: '', to: 'x', routeReason: 'direct' as const, at: noon };
    await recordSwitchEvent(other, { ...event, type: 'ringing', operatorEmail: undefined });
    const rows = await world.ownerSql`select id from calls where provider_call_id = 'same id'`;
    expect(rows).toHaveLength(2);
  });
});

it('has its state from the database by the same rule as on the screen', async () => {
  const { id } = await ring();
  for (let n = 0; n < 16; n += 1) {
    const at = (bit: number) => ((n & bit) === 0 ? null : noon);
    const instants = { answeredAt: at(1), endedAt: at(2), abandonedAt: at(4), closedAt: at(8) };
    const [row] = await world.ownerSql<{ state: string }[]>`
      update calls set answered_at = ${instants.answeredAt}, ended_at = ${instants.endedAt},
        abandoned_at = ${instants.abandonedAt}, closed_at = ${instants.closedAt}
      where id = ${id} returning state`;
    expect({ ...instants, state: row?.state }).toEqual({ ...instants, state: callState(instants) });
  }
});

describe('answering', () => {
  it('of two operators at once exactly one has the call, and the other is told who', async () => {
    const { id } = await ring();
    const both = [world.actors.operator, colleague];
    const outcomes = await Promise.allSettled(both.map((actor) => answerCall(actor, id)));
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const [first, second] = winner === 0 ? both : both.toReversed();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes[1 - winner]).toMatchObject({
      reason: { code: 'CONFLICT', message: `${first?.name} has this call already.` },
    });
    expect((await getCall(world.actors.admin, id)).call).toMatchObject({
      answeredByName: first?.name,
      state: 'live',
    });
    const mine = async (actor = first) =>
      (await getDeskSnapshot(actor ?? colleague)).mine.map((call) => call.id);
    expect(await mine()).toContain(id);
    expect(await mine(second)).not.toContain(id);
  });

  it('twice by the same operator is once', async () => {
    const { id } = await ring();
    const first = await answerCall(colleague, id);
    expect(await answerCall(colleague, id)).toEqual(first);
    const events = await world.ownerSql`select type from call_events where call_id = ${id}`;
    expect(events).toHaveLength(1);
  });

  it('comes too late when the caller hung up', async () => {
    const { id } = await ring();
    await recordCallEvent(world.actors.operator, { callId: id, type: 'abandoned' });
    await expect(answerCall(colleague, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The caller hung up.',
    });
    const { waiting } = await getDeskSnapshot(colleague);
    expect(waiting.map((call) => call.id)).not.toContain(id);
  });

  it('a call on hold that is closed is on hold no more', async () => {
    const { id: callId } = await ring();
    await answerCall(colleague, callId);
    expect((await recordCallEvent(colleague, { callId, type: 'held' })).isHeld).toBe(true);
    const closed = await closeCall(colleague, { callId, disposition: 'informed' });
    expect(closed).toMatchObject({ state: 'closed', isHeld: false });
  });

  it('nothing happens in the future', async () => {
    const { id: callId } = await ring();
    const at = new Date((await getDeskSnapshot(colleague)).now.getTime() + 2 * MINUTE).toISOString();
    await expect(recordCallEvent(colleague, { callId, type: 'ended', at })).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'at' }],
    });
  });
});

describe('who calls whom', () => {
  it('a number that belongs to nobody is still a call, on every desk', async () => {
    const call = await ring({ to: '+49 30 999 888 77' });
    expect(call).toMatchObject({ clientId: null, clientName: null, state: 'ringing', dnis: '+493099988877' });
    expect((await getDeskSnapshot(colleague)).waiting.map(({ id }) => id)).toContain(call.id);
    expect((await answerCall(colleague, call.id)).state).toBe('live');
    await expect(getCall(world.actors.author, call.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['anonymous', '', 'Restricted', 'sip:front-desk'])(
    'a caller "%s" stays what the switch said',
    async (from) => {
      await ring({ from });
      const call = await ring({ from });
      expect(call).toMatchObject({ ani: from, isAniValid: false, callerPhone: null, earlierCalls: 0 });
    },
  );

  it('dialled text that is no number is kept', async () => {
    expect(await ring({ to: 'reception' })).toMatchObject({ dnis: 'reception', clientId: null });
  });

  it('tells how often this number called before, within a day, for this client', async () => {
    const from = '+49 151 7777777';
    expect((await ring({ from })).earlierCalls).toBe(0);
    await world.moveClock(MINUTE);
    await ring({ from, to: '+493099988877' });
    await world.moveClock(MINUTE);
    expect((await ring({ from: '0049 151 7777777' })).earlierCalls).toBe(0);
    expect((await ring({ from: '+491517777777' })).earlierCalls).toBe(1);
    await world.moveClock(25 * HOUR);
    expect((await ring({ from })).earlierCalls).toBe(0);
  });

  it('keeps the briefing of the ring, whatever is published while people talk', async () => {
    const briefing = await publishedBriefing(world, { headline: 'In force at the ring' });
    const call = await ring();
    await publishedBriefing(world, { headline: 'Came later' });
    const page = await getCall(colleague, call.id);
    expect(page.briefing).toMatchObject({
      briefingId: briefing.id,
      content: { headline: 'In force at the ring' },
    });
    const { items } = await listCalls(colleague, { briefingId: briefing.id, limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([call.id]);
  });
});

describe('a screen pop', () => {
  const pop = (input: { from: string; providerCallId?: string }) =>
    popCall(colleague, { to: world.did.number, ...input });

  it('finds the call that the switch reported, or the one that rings between the numbers', async () => {
    await report('popped', { type: 'ringing', second: 0 });
    const byId = await pop({ from: '', providerCallId: 'popped' });
    expect(byId).toMatchObject({ state: 'ringing', ani: '+4915112345678' });
    const ringing = await ring({ from: '+49 151 5555555' });
    expect((await pop({ from: '+49 (151) 5555555' })).id).toBe(ringing.id);
  });

  it('makes a call where none is known, and one only', async () => {
    const first = await pop({ from: '+491516666666', providerCallId: 'a new one' });
    expect(first.state).toBe('ringing');
    expect((await pop({ from: 'x', providerCallId: 'a new one' })).id).toBe(first.id);
    expect((await ring({ providerCallId: 'a new one' })).id).toBe(first.id);
  });
});
