// A call goes from one operator to a colleague with everything written on it, and exactly one of them has it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { cancelTransfer } from '../../src/domain/calls/cancel-transfer';
import { closeCall } from '../../src/domain/messages/close-call';
import { getCall } from '../../src/domain/calls/queries';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { ringCall } from '../../src/domain/calls/ring-call';
import { takeCall } from '../../src/domain/calls/take-call';
import { transferCall } from '../../src/domain/calls/transfer-call';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import type { Actor } from '../../src/kernel/actor';
import { SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { actorOf, makeWorld, type World } from '../support/world';

let world: World;
let dana: Actor;
let luca: Actor;
let nora: Actor;
let callId: string;

async function operator(name: string): Promise<Actor> {
  const person = { name, email: `${newId()}@harbor.example`, role: 'operator' as const };
  const { id } = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  return actorOf(world.organizationId, 'operator', id, name, null);
}

async function ring(): Promise<string> {
  const { call } = await ringCall(dana, { from: 'anonymous', to: world.did.number, routeReason: 'overflow' });
  return call.id;
}

beforeAll(async () => {
  world = await makeWorld();
  [dana, luca, nora] = [
    await operator('Dana Okafor'),
    await operator('Luca Bianchi'),
    await operator('Nora Lind'),
  ];
});

afterAll(() => world.stop());

/** Dana has a call in hand; everybody is at a desk. */
beforeEach(async () => {
  for (const one of [dana, luca, nora]) await markPresent(one);
  callId = await ring();
  await answerCall(dana, callId);
  await addNote(dana, { callId, kind: 'point', text: 'Was paid half.' });
});

const offer = (to: Actor, words = 'Speaks Italian only.', by: Actor = dana) =>
  transferCall(by, { callId, toMemberId: to.id, words });
const current = async () => (await getCall(world.actors.operator, callId)).call;
const log = async () => (await getCall(world.actors.operator, callId)).notes.map(({ text }) => text);

describe('offering a call', () => {
  it('leaves it with whoever has it, and shows it to the colleague at once and after a reload', async () => {
    const call = await offer(luca);
    expect(call).toMatchObject({
      state: 'live',
      answeredByName: 'Dana Okafor',
      handoverToId: luca.id,
      handoverToName: 'Luca Bianchi',
      handoverWords: 'Speaks Italian only.',
    });
    expect((await getDeskSnapshot(luca)).mine.map(({ id }) => id)).toContain(callId);
    expect((await getDeskSnapshot(nora)).mine.map(({ id }) => id)).not.toContain(callId);
    const [event] = await world.ownerSql<{ to: string }[]>`
      select payload->'json'->'call'->>'handoverToId' as to from live_events
      where type = 'call.changed' and payload->'json'->'call'->>'id' = ${callId} order by seq desc limit 1`;
    expect(event?.to).toBe(luca.id);
  });

  it('is for whoever has it, or for an account manager; a colleague is refused', async () => {
    await expect(offer(luca, '', nora)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await offer(luca, '', world.actors.account_manager)).toMatchObject({ handoverToId: luca.id });
  });

  it('needs a colleague of the staff who is at a desk', async () => {
    const away = await operator('Ines Away');
    await expect(offer(away)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Ines Away is not at a desk right now. Choose somebody who is.',
    });
    await markPresent(away);
    await world.moveClock(91 * SECOND);
    await expect(offer(away)).rejects.toMatchObject({ code: 'CONFLICT' });
    await markPresent(away);
    expect(await offer(away)).toMatchObject({ handoverToName: 'Ines Away' });
    await disableMember(world.actors.admin, away.id);
    await expect(offer(away, 'again')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(offer(world.actors.author)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const neighbour = await world.addTenant('Quay Answering');
    await markPresent(neighbour.actors.operator);
    await expect(offer(neighbour.actors.operator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(offer(dana)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is refused for a call that rings, and for one that is over', async () => {
    const ringing = await ring();
    const lead = world.actors.account_manager;
    await expect(
      transferCall(lead, { callId: ringing, toMemberId: luca.id, words: '' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await closeCall(dana, { callId, disposition: 'informed' });
    await expect(offer(luca)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('makes one offer of a retry, and another offer in place of the first', async () => {
    const first = await offer(luca);
    await world.moveClock(SECOND);
    expect((await offer(luca)).handoverAt).toEqual(first.handoverAt);
    expect(await offer(nora)).toMatchObject({ handoverToId: nora.id });
    await expect(takeCall(luca, callId)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Dana Okafor has this call, and offers it to Nora Lind.',
    });
    expect(await takeCall(nora, callId)).toMatchObject({ answeredByName: 'Nora Lind' });
  });
});

describe('taking it over', () => {
  it('brings the whole log, with the hand-over as a point of it', async () => {
    await offer(luca);
    const call = await takeCall(luca, callId);
    expect(call).toMatchObject({ answeredById: luca.id, answeredByName: 'Luca Bianchi', state: 'live' });
    expect(call).toMatchObject({
      handoverToId: null,
      handoverToName: null,
      handoverWords: null,
      handoverAt: null,
    });
    expect(await log()).toEqual([
      'Was paid half.',
      'Handed over from Dana Okafor to Luca Bianchi: Speaks Italian only.',
    ]);
    const audits = await world.ownerSql<{ action: string }[]>`
      select action from audit_entries where subject_id = ${callId} order by id`;
    expect(audits.map(({ action }) => action).slice(-2)).toEqual(['call.offered', 'call.taken']);
  });

  it('says nothing more where nothing more was said, and works after the caller hung up', async () => {
    await offer(luca, '');
    await recordCallEvent(dana, { callId, type: 'ended' });
    expect(await takeCall(luca, callId)).toMatchObject({ state: 'wrap_up', answeredById: luca.id });
    expect((await log()).at(-1)).toBe('Handed over from Dana Okafor to Luca Bianchi');
  });

  it('happens once, however often it is pressed', async () => {
    await offer(luca);
    const both = await Promise.all([takeCall(luca, callId), takeCall(luca, callId)]);
    expect(both.map(({ answeredById }) => answeredById)).toEqual([luca.id, luca.id]);
    expect(await log()).toHaveLength(2);
  });

  it('is for the colleague who is named, not for another one, nor for an account manager', async () => {
    await offer(luca);
    for (const other of [nora, world.actors.account_manager]) {
      await expect(takeCall(other, callId)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(await current()).toMatchObject({ answeredById: dana.id, handoverToId: luca.id });
  });

  it('of a take and a second offer at once exactly one holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      callId = await ring();
      await answerCall(dana, callId);
      await offer(luca);
      const [took, offered] = await Promise.allSettled([takeCall(luca, callId), offer(nora)]);
      const call = await current();
      if (took.status === 'fulfilled') {
        expect(offered.status).toBe('rejected');
        expect(call).toMatchObject({ answeredById: luca.id, handoverToId: null });
      } else {
        expect(offered.status).toBe('fulfilled');
        expect(call).toMatchObject({ answeredById: dana.id, handoverToId: nora.id });
      }
    }
  });

  it('is refused for a closed call', async () => {
    await offer(luca);
    await closeCall(dana, { callId, disposition: 'informed' });
    await expect(takeCall(luca, callId)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This call is over.',
    });
  });
});

describe('ending the offer', () => {
  it('is for either side, and leaves the call where it was', async () => {
    await offer(luca);
    await expect(cancelTransfer(nora, callId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await cancelTransfer(luca, callId)).toMatchObject({ handoverToId: null, answeredById: dana.id });
    await expect(takeCall(luca, callId)).rejects.toMatchObject({
      message: 'Dana Okafor has this call, and offers it to nobody.',
    });
    await offer(luca);
    expect(await cancelTransfer(dana, callId)).toMatchObject({ handoverToId: null, answeredById: dana.id });
    expect(await log()).toEqual(['Was paid half.']);
  });

  it('tells whoever comes too late who has it', async () => {
    await offer(luca);
    await takeCall(luca, callId);
    expect(await cancelTransfer(dana, callId)).toMatchObject({ answeredByName: 'Luca Bianchi' });
  });

  it('and taking it at once end in one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      callId = await ring();
      await answerCall(dana, callId);
      await offer(luca);
      const [took] = await Promise.allSettled([takeCall(luca, callId), cancelTransfer(dana, callId)]);
      const holder = took.status === 'fulfilled' ? luca.id : dana.id;
      expect(await current()).toMatchObject({ answeredById: holder, handoverToId: null });
    }
  });
});
