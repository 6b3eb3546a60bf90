// Who calls back, and when: a colleague, again later, or nobody any more, since the caller rang in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBeside } from '../../src/domain/followups/beside-queries';
import { getCallback, listCallbackColleagues } from '../../src/domain/promises/callback-page-queries';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import { getPromise } from '../../src/domain/promises/promise-queries';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { clientRoles, type Actor } from '../../src/kernel/actor';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import {
  callbacksOf,
  handOverTo,
  nextNumber,
  promisedCallback,
  tryCallback,
} from '../support/callback-stage';
import { nextMorning } from '../support/next-morning';
import { RIGHT, takeBack, takeCall, tellCaller, WRONG, wrongBriefing } from '../support/recall-day';
import { actorOf, makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let operator: Actor;
let colleague: Actor;
let other: Tenant;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
  const person = { email: 'nora@harbor.example', name: 'Nora Lind', role: 'operator' as const };
  const member = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  colleague = actorOf(world.organizationId, 'operator', member.id, member.name, null);
  other = await addClient(world, 'Northgate Clinic');
  await nextMorning(world);
});

afterAll(() => world.stop());

const promised = (given: Parameters<typeof promisedCallback>[1] = {}) => promisedCallback(world, given);
const tryIt = (callbackId: string, outcome: string, actor = operator, more: object = {}) =>
  tryCallback(actor, callbackId, outcome, more);
const handOver = (callbackId: string, toMemberId: string | null, actor = operator, words = '') =>
  handOverTo(actor, callbackId, toMemberId, words);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const linesOf = async (callbackId: string) => (await getCallback(operator, callbackId)).events;

describe('a callback that is handed over', () => {
  it('is the colleague’s turn, with the words they need; the deadline stays', async () => {
    const { callbackId } = await promised();
    const claimed = await claimCallback(operator, { callbackId });
    const handed = await handOver(callbackId, colleague.id, operator, 'Speaks Italian.');
    expect(handed).toMatchObject({
      assignedToId: colleague.id,
      assignedToName: 'Nora Lind',
      claimedById: null,
      dueAt: claimed.dueAt,
      state: 'open',
    });
    expect((await linesOf(callbackId)).at(-1)).toMatchObject({
      type: 'handed_over',
      words: 'To Nora Lind: Speaks Italian.',
      byName: 'The operator',
    });
    const { promise } = await getPromise(operator, { promiseId: callbackId });
    expect(promise).toMatchObject({ assignedToName: 'Nora Lind' });
    await claimCallback(colleague, { callbackId });
    const tried = await tryIt(callbackId, 'voicemail', colleague);
    expect(tried).toMatchObject({ assignedToName: 'Nora Lind', claimedById: null });
    expect(await handOver(callbackId, null, colleague)).toMatchObject({ assignedToId: null });
    expect((await linesOf(callbackId)).at(-1)).toMatchObject({ words: 'Anybody’s turn again.' });
  });

  it('to the same once more changes nothing', async () => {
    const { callbackId } = await promised();
    const first = await handOver(callbackId, colleague.id);
    expect(await handOver(callbackId, colleague.id)).toEqual(first);
    expect((await linesOf(callbackId)).filter(({ type }) => type === 'handed_over')).toHaveLength(1);
  });

  it('is taken from whoever has it by account managers alone', async () => {
    const { callbackId } = await promised();
    await claimCallback(operator, { callbackId });
    await expect(handOver(callbackId, colleague.id, colleague)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'The operator has this callback.',
    });
    const handed = await handOver(callbackId, colleague.id, world.actors.account_manager);
    expect(handed).toMatchObject({ assignedToName: 'Nora Lind', claimedById: null });
  });

  it('goes to nobody who could not make the call', async () => {
    const [services, clients] = [await promised(), await promised({ owner: 'client' })];
    const missing = { code: 'NOT_FOUND', message: 'There is no such colleague.' };
    const stranger = await world.addTenant('Lighthouse Calls');
    const gone = await createMember(world.actors.admin, {
      email: 'gone@harbor.example',
      name: 'Gone',
      role: 'operator',
      passwordHash: 'none',
    });
    await disableMember(world.actors.admin, gone.id);
    for (const memberId of [world.actors.author.id, gone.id, stranger.actors.operator.id, newId()]) {
      await expect(handOver(services.callbackId, memberId)).rejects.toMatchObject(missing);
    }
    const { author, client_admin } = world.actors;
    for (const memberId of [colleague.id, other.actors.author.id]) {
      await expect(handOver(clients.callbackId, memberId, author)).rejects.toMatchObject(missing);
    }
    expect(await handOver(clients.callbackId, client_admin.id, author)).toMatchObject({
      assignedToName: client_admin.name,
    });
    const names = async (id: string, actor: Actor) =>
      (await listCallbackColleagues(actor, id)).map(({ id: memberId }) => memberId);
    expect(await names(services.callbackId, operator)).toEqual(expect.arrayContaining([colleague.id]));
    expect(await names(services.callbackId, operator)).not.toContain(gone.id);
    expect((await names(clients.callbackId, author)).toSorted()).toEqual(
      clientRoles.map((role) => world.actors[role].id).toSorted(),
    );
    await tryIt(services.callbackId, 'refused');
    await expect(handOver(services.callbackId, colleague.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a caller who was not reached', () => {
  it('is called again after 10 minutes, 30, an hour, two; at the deadline, and then on', async () => {
    const now = await nextMorning(world);
    const { callbackId } = await promised({ hours: 3.5 });
    const minutes = [];
    for (const wait of [10, 30, 60, 110, 30]) {
      const { nextTryAt } = await tryIt(callbackId, 'no_answer');
      minutes.push(Math.round(((nextTryAt?.getTime() ?? 0) - (await world.readClock()).getTime()) / MINUTE));
      await world.moveClock(wait * MINUTE);
    }
    expect(minutes).toEqual([10, 30, 60, 110, 120]);
    expect((await world.readClock()).getTime()).toBeGreaterThan(after(now, 3.5 * HOUR).getTime());
    expect((await linesOf(callbackId)).map(({ type }) => type)).toEqual([
      'given',
      ...Array<string>(5).fill('tried'),
    ]);
    expect((await getCallback(operator, callbackId)).tries).toHaveLength(5);
  });

  it('is not rung up in the middle of their night, by the clock of their number', async () => {
    // 10:00 in Berlin is 18:00 or 17:00 in Tokyo; three hours later it is evening there.
    await nextMorning(world);
    const { callbackId } = await promised({ from: '+81312345678', hours: 30 });
    expect(await getCallback(operator, callbackId)).toMatchObject({
      callback: { callerTimeZone: 'Asia/Tokyo', clientTimeZone: 'Europe/Berlin' },
    });
    await world.moveClock(3 * HOUR);
    const { nextTryAt } = await tryIt(callbackId, 'no_answer');
    const there = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'short' });
    expect(there.format(nextTryAt ?? new Date(0))).toBe('08:00');
  });

  it.each([
    ['wrong_number', 'Called back: a wrong number.'],
    ['refused', 'The caller did not wish to be called back.'],
  ])(
    'or does not wish to be (%s): it ends with the reason, and nobody is reminded',
    async (outcome, words) => {
      const { callbackId } = await promised();
      expect(await tryIt(callbackId, outcome)).toMatchObject({ state: 'broken', nextTryAt: null });
      const [row] = await world.ownerSql`
      select evidence, evidence_kind, remind_at, remind_stage from promises where id = ${callbackId}`;
      expect(row).toEqual({ evidence: words, evidence_kind: 'call', remind_at: null, remind_stage: null });
      expect((await linesOf(callbackId)).at(-1)).toMatchObject({ type: 'broken', words });
    },
  );
});

describe('a caller who rings in before anybody calls', () => {
  it('has the open callback beside the call, with the corrected words; telling them keeps the promise', async () => {
    const wrong = await wrongBriefing(world);
    const from = nextNumber();
    await tellCaller(world, from, wrong.statementId);
    const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    const [callback] = await callbacksOf(operator, { causeId: recallId, state: 'open' });
    const callbackId = callback?.id ?? '';
    await claimCallback(colleague, { callbackId });

    const call = await takeCall(world, from);
    const { callbacks } = await getBeside(operator, call.id);
    expect(callbacks).toMatchObject([
      { id: callbackId, before: WRONG, sayNow: RIGHT, claimedByName: 'Nora Lind' },
    ]);
    const elsewhere = await takeCall(other, from);
    expect((await getBeside(operator, elsewhere.id)).callbacks).toEqual([]);
    expect((await getBeside(operator, (await takeCall(world, nextNumber())).id)).callbacks).toEqual([]);

    await expect(tryIt(callbackId, 'reached', operator, { callId: elsewhere.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no such call.',
    });
    expect(await tryIt(callbackId, 'reached', operator, { callId: call.id })).toMatchObject({
      state: 'kept',
    });
    const { promise } = await getPromise(operator, { promiseId: callbackId });
    expect(promise).toMatchObject({
      evidence: 'Rang in and was told.',
      evidenceKind: 'call',
      evidenceId: call.id,
    });
    expect((await getCallback(operator, callbackId)).tries).toMatchObject([
      { said: RIGHT, outcome: 'reached' },
    ]);
    await expect(claimCallback(colleague, { callbackId })).rejects.toMatchObject({
      message: 'The operator has reached this caller already.',
    });
    expect((await getBeside(operator, call.id)).callbacks).toEqual([]);
  });

  it('or from another number, once they name the one that was to be called', async () => {
    const { callbackId, from } = await promised({ owner: 'client' });
    const call = await takeCall(world, 'anonymous');
    expect((await getBeside(operator, call.id)).callbacks).toEqual([]);
    await world.ownerSql`update calls set caller_phone = ${from} where id = ${call.id}`;
    expect(ids((await getBeside(operator, call.id)).callbacks)).toEqual([callbackId]);
  });
});

it('a callback that is opened again begins anew: no evidence, no tries, nobody’s turn; its ledger goes on', async () => {
  const wrong = await wrongBriefing(world);
  const from = nextNumber();
  await tellCaller(world, from, wrong.statementId);
  const again = await takeCall(world, from);
  const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
  const [callback] = await callbacksOf(operator, { causeId: recallId });
  const callbackId = callback?.id ?? '';
  await handOver(callbackId, colleague.id);
  await tryIt(callbackId, 'no_answer');
  await tryIt(callbackId, 'reached');

  await tellStatements(operator, { callId: again.id, statementIds: [wrong.statementId] });
  const [row] = await world.ownerSql`
    select state, tries, evidence, evidence_kind, evidence_id, assigned_to_id, next_try_at, ended_at, remind_stage
    from promises where id = ${callbackId}`;
  expect(row).toEqual({
    state: 'open',
    tries: 0,
    evidence: '',
    evidence_kind: null,
    evidence_id: null,
    assigned_to_id: null,
    next_try_at: null,
    ended_at: null,
    remind_stage: 'ahead',
  });
  expect((await linesOf(callbackId)).map(({ type }) => type)).toEqual([
    'given',
    'handed_over',
    'tried',
    'kept',
    'given',
  ]);
});
