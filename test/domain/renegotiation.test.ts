// Another promise in the place of the first, with the caller's consent: both stay in the ledger.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BriefingContentInput } from '../../src/domain/briefings/model';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { listCallbacksInput, renegotiatePromiseInput } from '../../src/domain/promises/model';
import { closeCall } from '../../src/domain/messages/close-call';
import { getRecall } from '../../src/domain/recalls/queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { ledgerDesk, nextCaller } from '../support/ledger-desk';
import { takeBack, tellCaller, wrongBriefing } from '../support/recall-day';
import { actorOf, makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let operator: Actor;
let manager: Actor;
let desk: ReturnType<typeof ledgerDesk>;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
  manager = world.actors.account_manager;
  desk = ledgerDesk(world);
});

afterAll(() => world.stop());

const refused = (field: string) => ({
  code: 'INVALID',
  problems: [expect.objectContaining({ field })] as unknown,
});

it('with the caller’s consent: both stay in the ledger, and each knows the other', async () => {
  const { id, callId } = await desk.give({ kind: 'callback' });
  await closeCall(operator, { callId, disposition: 'callback_promised' });
  const next = await desk.renegotiate(id, { what: 'when all of it is paid' });
  expect(next).toMatchObject({
    state: 'open',
    kind: 'callback',
    what: 'when all of it is paid',
    callId,
    replacesId: id,
    causeId: next.id,
    createdByName: 'The operator',
  });
  const { promise, lines } = await desk.ledgerOf(id);
  expect(promise).toMatchObject({ state: 'renegotiated', replacedById: next.id, causeId: id });
  expect(lines.at(-1)).toEqual(['renegotiated', 'Tomorrow morning is fine, she said.']);
  expect((await desk.ledgerOf(next.id)).lines).toEqual([['given', next.before]]);
  expect(await desk.remindersOf(id)).toEqual({ remind_stage: null, remind_at: null });
  expect(await desk.remindersOf(next.id)).toMatchObject({ remind_stage: 'ahead' });
  const { items } = await listCallbacks(operator, listCallbacksInput.parse({ causeId: next.id }));
  expect(items).toMatchObject([{ id: next.id, state: 'open' }]);
  await expect(desk.keep(id)).rejects.toMatchObject({
    message: expect.stringContaining('has agreed on another promise with the caller') as string,
  });
});

it('never without the caller’s words, nor without a later deadline', async () => {
  const { id } = await desk.give();
  expect(() =>
    renegotiatePromiseInput.parse({ promiseId: id, consent: ' ', dueAt: '2099-01-01T00:00:00Z' }),
  ).toThrow('Say what the caller agreed to.');
  await expect(desk.renegotiate(id, { dueAt: await desk.inMinutes(-1) })).rejects.toMatchObject(
    refused('dueAt'),
  );
  expect((await desk.ledgerOf(id)).promise.state).toBe('open');
});

it('once, however often it is sent', async () => {
  const { id } = await desk.give();
  const newPromiseId = newId();
  const dueAt = await desk.inMinutes(600);
  const sent = await Promise.all([1, 2, 3].map(() => desk.renegotiate(id, { newPromiseId, dueAt })));
  expect(new Set(sent.map((promise) => promise.id))).toEqual(new Set([newPromiseId]));
  const other = await desk.give();
  await expect(desk.renegotiate(other.id, { newPromiseId })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await desk.auditOf(newPromiseId)).toEqual(['promise.given']);
});

it('by the briefing of today, not of yesterday, and with somebody there to keep it', async () => {
  const tenant = await addClient(world, 'Southgate Clinic');
  const rule = (promiseRule: 'will_try' | 'none'): BriefingContentInput => ({
    assurances: [{ text: 'We look into it.', promiseRule }],
  });
  const { id: briefingId } = await publishedBriefing(tenant, rule('will_try'));
  const { id } = await desk.give({ kind: 'fix' }, { tenant });
  await world.ownerSql`
    update briefing_versions set content = jsonb_set(content, '{assurances,0,promiseRule}', '"none"')
    where briefing_id = ${briefingId}`;
  await expect(desk.renegotiate(id)).rejects.toMatchObject(refused('kind'));

  const email = `${newId()}@harbor.example`;
  const member = await createMember(world.actors.admin, {
    email,
    name: 'Ines Roth',
    role: 'operator',
    passwordHash: 'none',
  });
  const ines = actorOf(world.organizationId, 'operator', member.id, member.name, null);
  const hers = await desk.give({ owner: 'operator' }, { actor: ines });
  await disableMember(world.actors.admin, member.id);
  await expect(desk.renegotiate(hers.id)).rejects.toMatchObject(refused('owner'));
  const mine = await desk.renegotiate(hers.id, { owner: 'service' });
  expect(mine).toMatchObject({ owner: 'service', ownerId: null, ownerName: '' });
});

it('for a callback of a recall: the recall goes on with the promise in its place', async () => {
  const tenant = await addClient(world, 'Westgate Clinic');
  const wrong = await wrongBriefing(tenant);
  await tellCaller(tenant, nextCaller(), wrong.statementId);
  const { recallId } = await takeBack(tenant.actors.author, wrong);
  const [callback] = (await listCallbacks(operator, listCallbacksInput.parse({ causeId: recallId }))).items;
  const id = callback?.id ?? '';
  const next = await desk.renegotiate(id);
  expect(next).toMatchObject({ reason: 'recall', causeId: recallId, before: callback?.before });
  expect((await desk.ledgerOf(id)).promise).toMatchObject({ state: 'renegotiated', causeId: id });
  const recall = await getRecall(manager, recallId);
  expect(recall).toMatchObject({ callers: 1, open: 1, kept: 0 });
});
