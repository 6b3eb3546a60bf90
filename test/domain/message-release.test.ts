import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNoteInput, type CallCard } from '../../src/domain/calls/model';
import { addCorrection } from '../../src/domain/messages/add-correction';
import { getMessage, listMessages } from '../../src/domain/messages/queries';
import { releaseMessages } from '../../src/domain/messages/release-messages';
import { reviewMessage } from '../../src/domain/messages/review-message';
import { addClient } from '../support/busy-day';
import { closedCall, messagesOf, setMessageRule } from '../support/told-client';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let tenant: Tenant;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  // A client of its own for each story: rules and counts of the others do not matter.
  tenant = await addClient(world, 'Brightwater Payroll');
});

const staff = () => tenant.actors.account_manager;
const client = () => tenant.actors.author;
const first = async (call: CallCard, actor = staff()) => (await messagesOf(actor, call))[0];

async function mailsTo(): Promise<{ to: string; subject: string }[]> {
  const rows = await world.ownerSql<{ to: string; subject: string }[]>`
    select address as to, message->>'subject' as subject from deliveries
    where client_id = ${tenant.client.id} and cause = 'notice' order by id`;
  return [...rows];
}

const correct = (call: CallCard, text: string, more: { correctsNoteId?: string; noteId?: string } = {}) =>
  addCorrection(
    tenant.actors.operator,
    addNoteInput.parse({ callId: call.id, kind: 'correction', text, ...more }),
  );

const review = (id: string, verdict: 'release' | 'withhold', words = '', actor = staff()) =>
  reviewMessage(actor, { messageId: id, verdict, words, categories: [] });

describe('checking in', () => {
  it('lets go of all that is held, and sends nothing to those who have read it', async () => {
    await setMessageRule(tenant, { mode: 'hold' });
    const calls = [await closedCall(tenant), await closedCall(tenant)];
    await setMessageRule(tenant, { mode: 'digest', digestTimes: ['12:00'] });
    calls.push(await closedCall(tenant));
    const clientId = tenant.client.id;
    const done = await Promise.all([1, 2].map(() => releaseMessages(client(), { clientId })));
    expect(done.map(({ released }) => released).toSorted()).toEqual([0, 3]);
    for (const call of calls) {
      expect(await first(call, client())).toMatchObject({
        state: 'released',
        releasedByName: client().name,
        heldBecause: null,
        dueAt: null,
      });
    }
    expect(await mailsTo()).toEqual([]);
  });

  it('of one message leaves the others', async () => {
    const [one, other] = [await closedCall(tenant), await closedCall(tenant)];
    const messageId = (await first(one))?.id ?? '';
    const input = { clientId: tenant.client.id, messageIds: [messageId] };
    expect(await releaseMessages(client(), input)).toEqual({ released: 1 });
    expect(await releaseMessages(client(), input)).toEqual({ released: 0 });
    expect(await first(other)).toMatchObject({ state: 'held' });
  });

  it('is not for another client’s people, nor for another client’s messages', async () => {
    const message = await first(await closedCall(tenant));
    const other = await addClient(world, 'Northgate Clinic');
    const messageId = message?.id ?? '';
    for (const clientId of [tenant.client.id, other.client.id]) {
      await expect(
        releaseMessages(other.actors.author, { clientId, messageIds: [messageId] }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(
      releaseMessages(staff(), { clientId: other.client.id, messageIds: [messageId] }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no such message.',
    });
    expect(await first(await closedCall(tenant))).toMatchObject({ state: 'held' });
  });

  it('by the staff sends one e-mail to each contact of the rule', async () => {
    await setMessageRule(tenant, { mode: 'hold', contactIds: [tenant.contact.id, tenant.deputy.id] });
    await closedCall(tenant);
    await closedCall(tenant);
    expect(await releaseMessages(tenant.actors.operator, { clientId: tenant.client.id })).toEqual({
      released: 2,
    });
    const subject = '2 messages for Brightwater Payroll';
    expect(await mailsTo()).toEqual(
      [tenant.contact, tenant.deputy].map(({ methods }) => ({ to: methods[0]?.address, subject })),
    );
  });

  it('by the staff where nobody gets e-mails means that it was read out', async () => {
    const call = await closedCall(tenant);
    await releaseMessages(tenant.actors.operator, { clientId: tenant.client.id });
    expect(await first(call)).toMatchObject({ state: 'released', releasedByName: 'The operator' });
    expect(await mailsTo()).toEqual([]);
  });
});

describe('a second pair of eyes', () => {
  beforeEach(() => setMessageRule(tenant, { mode: 'at_once' }, true));

  it('comes first, and the client sees nothing until then', async () => {
    const call = await closedCall(tenant);
    const message = await first(call);
    expect(message?.state).toBe('in_review');
    const messageId = message?.id ?? '';
    const clientId = tenant.client.id;
    expect((await listMessages(client(), { limit: 50 })).items).toEqual([]);
    await expect(getMessage(client(), messageId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(releaseMessages(client(), { clientId, messageIds: [messageId] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(releaseMessages(staff(), { clientId, messageIds: [messageId] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'A second pair of eyes looks at this message first.',
    });
    expect(await releaseMessages(staff(), { clientId })).toEqual({ released: 0 });
    expect(await mailsTo()).toEqual([]);

    const released = await review(messageId, 'release', 'Well written.');
    expect(released).toMatchObject({
      state: 'released',
      reviewedByName: staff().name,
      reviewWords: 'Well written.',
    });
    expect(await review(messageId, 'release')).toEqual(released);
    expect(await mailsTo()).toHaveLength(1);
    expect(await first(call, client())).toMatchObject({ state: 'released' });
  });

  it('lets it go the way of the client’s rule', async () => {
    const call = await closedCall(tenant);
    await setMessageRule(tenant, { mode: 'digest', digestTimes: ['12:00'] }, true);
    expect(await review((await first(call))?.id ?? '', 'release')).toMatchObject({ state: 'waiting' });
    const other = await closedCall(tenant);
    await setMessageRule(tenant, { mode: 'hold' }, true);
    expect(await review((await first(other))?.id ?? '', 'release')).toMatchObject({ state: 'held' });
    expect(await mailsTo()).toEqual([]);
  });

  it('withholds with a word why, for good, and the client never sees it', async () => {
    const call = await closedCall(tenant);
    const messageId = (await first(call))?.id ?? '';
    await expect(review(messageId, 'withhold')).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'words' }],
    });
    expect(await review(messageId, 'withhold', 'Names a colleague.')).toMatchObject({ state: 'withheld' });
    await expect(review(messageId, 'release')).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(review(messageId, 'withhold', 'Me too.', tenant.actors.admin)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `${staff().name} has decided about it.`,
    });
    const clientId = tenant.client.id;
    await expect(releaseMessages(staff(), { clientId, messageIds: [messageId] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This message was withheld by its reviewer.',
    });
    expect(await messagesOf(client(), call)).toEqual([]);
    expect(await mailsTo()).toEqual([]);
  });

  it('is never the one who closed the call, nor the one who corrected it', async () => {
    const { operator, account_manager: manager, admin } = tenant.actors;
    const own = { ...tenant, actors: { ...tenant.actors, operator: manager } };
    const call = await closedCall(own);
    const messageId = (await first(call))?.id ?? '';
    await expect(review(messageId, 'release', '', manager)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Somebody else must look at what you wrote yourself.',
    });
    await expect(review(messageId, 'release', '', operator)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await review(messageId, 'release', '', admin)).toMatchObject({ state: 'released' });
    await correct(call, 'Was paid a third.');
    const [, correction] = await messagesOf(staff(), call);
    expect(correction).toMatchObject({ part: 1, state: 'in_review', createdByName: 'The operator' });
    expect(await review(correction?.id ?? '', 'release', '', manager)).toMatchObject({ state: 'released' });
  });

  it('of two at once one decides', async () => {
    const messageId = (await first(await closedCall(tenant)))?.id ?? '';
    const verdicts = await Promise.allSettled([
      review(messageId, 'release', '', staff()),
      review(messageId, 'withhold', 'No.', tenant.actors.admin),
    ]);
    expect(verdicts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
