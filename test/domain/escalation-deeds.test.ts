// What people do about an escalation besides answering: the next step, patching, reading; and what a link shows.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { updateCall } from '../../src/domain/recalls/update-call';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { declineEscalation } from '../../src/domain/escalations/decline-escalation';
import { getLinkedEscalations } from '../../src/domain/escalations/link-queries';
import { markRead } from '../../src/domain/escalations/mark-read';
import { recordPatchInput } from '../../src/domain/escalations/model';
import { pullForward } from '../../src/domain/escalations/pull-forward';
import { recordPatch } from '../../src/domain/escalations/record-patch';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { skipStep } from '../../src/domain/escalations/skip-step';
import { createPromise } from '../../src/domain/followups/create-promise';
import { createEndpoint } from '../../src/domain/notifications/create-endpoint';
import { eventTypes } from '../../src/domain/notifications/model';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { contactStep, EscalationRoom, lines, told, types } from '../support/escalation-room';
import { makeWorld, type World } from '../support/world';

let world: World;
let room: EscalationRoom;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  room = await EscalationRoom.open(world);
});

const FIRST = 'The first of Northgate';
const SECOND = 'The second of Northgate';

describe('the next step by hand', () => {
  it('begins now, and twice about the same place skips nobody', async () => {
    const escalation = await room.start();
    const place = { escalationId: escalation.id, cycle: 1, step: 1 };
    const { operator, client_admin: keeper } = room.place.actors;
    await Promise.all([operator, keeper].map((actor) => skipStep(actor, place)));
    expect(await skipStep(operator, place)).toMatchObject({ cycle: 1, step: 2 });
    const now = await room.read(escalation);
    expect(told(now)).toEqual([`1.1 ${FIRST}`, `1.2 ${SECOND}`]);
    expect(types(now).filter((type) => type === 'skipped_ahead').length).toBeGreaterThan(0);
    expect(await skipStep(keeper, { escalationId: escalation.id })).toMatchObject({ step: 3 });
    expect(told(await room.read(escalation)).at(-1)).toBe('1.3 The account manager');
  });

  it('is no matter for a link, nor for what waits for nobody', async () => {
    const escalation = await room.start();
    const { id: escalationId } = escalation;
    const link = await room.linkTo(FIRST, escalation);
    await expect(skipStep(link, { escalationId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { operator } = room.place.actors;
    await acknowledgeEscalation(operator, { escalationId, via: 'app' });
    await expect(skipStep(operator, { escalationId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This escalation is no longer waiting for anybody.',
    });
  });
});

describe('putting the caller through', () => {
  const patch = (escalation: { id: string }, changes: object) =>
    recordPatch(
      room.place.actors.operator,
      recordPatchInput.parse({
        escalationId: escalation.id,
        contactId: room.place.contact.id,
        kind: 'warm',
        outcome: 'connected',
        ...changes,
      }),
    );

  it('is on record with its outcome, and stops nothing by itself', async () => {
    const escalation = await room.start();
    await patch(escalation, { outcome: 'no_answer' });
    await patch(escalation, { kind: 'cold', outcome: 'voicemail', note: 'Asked to ring back.' });
    const now = await room.read(escalation);
    expect(now).toMatchObject({ state: 'open', step: 1 });
    expect(lines(now).slice(-2)).toEqual([
      `Put through to ${FIRST}, announced first (warm): no answer`,
      `Put through to ${FIRST}, without a word before (cold): only the voicemail answered. Asked to ring back.`,
    ]);
  });

  it('acknowledges when the contact took it over, and cancels what was not sent', async () => {
    const escalation = await room.start();
    expect(await patch(escalation, { isTaken: true })).toMatchObject({
      state: 'acknowledged',
      acknowledgedByName: `${FIRST} (recorded by The operator)`,
    });
    const now = await room.read(escalation);
    expect(types(now).slice(-2)).toEqual(['patched', 'acknowledged']);
    expect(now.deliveries).toMatchObject([{ state: 'skipped' }]);
    expect(await patch(escalation, { isTaken: true })).toMatchObject({ state: 'acknowledged' });
    expect(types(await room.read(escalation)).slice(-2)).toEqual(['acknowledged', 'patched']);
  });

  it('cannot be taken by somebody who was not reached', async () => {
    const escalation = await room.start();
    await expect(patch(escalation, { outcome: 'busy', isTaken: true })).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'isTaken', words: 'Only somebody who was reached can take it.' }],
    });
    expect(types(await room.read(escalation))).toEqual(['started', 'step_begun']);
  });
});

describe('reading', () => {
  it('is a fact of its own, once, and stops nothing', async () => {
    const escalation = await room.start();
    const link = await room.linkTo(FIRST, escalation);
    await markRead(link, escalation.id);
    expect(types(await room.read(escalation))).not.toContain('read');
    await room.pass(0, escalation);
    for (let n = 0; n < 2; n += 1) await markRead(link, escalation.id);
    await markRead(room.place.actors.operator, escalation.id);
    const now = await room.read(escalation);
    expect(now).toMatchObject({ state: 'open', deliveries: [{ readAt: expect.any(Date) as unknown }] });
    expect(lines(now).filter((words) => words.includes('read'))).toEqual([`${FIRST} has read it`]);
  });
});

describe('behind a link', () => {
  it('stands what it is about, with what the caller was promised, and never who the caller is', async () => {
    const { operator } = room.place.actors;
    const to = room.place.did.number;
    const { call } = await ringCall(operator, { from: '+4915112345678', to, routeReason: 'direct' });
    await answerCall(operator, call.id);
    await updateCall(operator, { callId: call.id, callerName: 'Kim Park' });
    const dueAt = after(call.ringAt, 3 * HOUR);
    const promise = { kind: 'callback' as const, what: 'the wrong payslip', owner: 'service' as const };
    await createPromise(operator, { callId: call.id, ...promise, dueAt: dueAt.toISOString() });
    const escalation = await room.start({ callId: call.id, clientId: undefined });
    const linked = await getLinkedEscalations(await room.linkTo(FIRST, escalation));
    expect(linked).toMatchObject([
      {
        escalation: { id: escalation.id, cycle: 1, step: 1 },
        recipientName: FIRST,
        organization: { name: 'Harbor Answering' },
        timeZone: 'Europe/London',
        promises: [{ what: 'the wrong payslip', dueAt }],
        isStale: false,
      },
    ]);
    const [row] = await world.ownerSql<[{ message: { promises: unknown } }]>`
      select message from deliveries where cause_id = ${escalation.id}`;
    expect(row.message.promises).toEqual([{ what: 'the wrong payslip', dueAt: dueAt.toISOString() }]);
    expect(JSON.stringify([linked, row])).not.toMatch(/Kim Park|4915112345678/);
  });

  it('stand all that travelled in the same message; each can be answered by it', async () => {
    const [carrier, companion, other] = await Promise.all(
      [1, 2, 3].map((n) => room.start({ summary: `No. ${n}` })),
    );
    if (carrier === undefined || companion === undefined || other === undefined)
      throw new Error('Three, please.');
    const link = await room.linkTo(FIRST, carrier);
    await world.ownerSql`update deliveries set bundle_id = ${link.id} where cause_id = ${companion.id}`;
    const linked = await getLinkedEscalations(link);
    expect(linked.map(({ escalation }) => escalation.summary)).toEqual(['No. 1', 'No. 2']);
    for (const { escalation } of linked) {
      const answer = await acknowledgeEscalation(link, { escalationId: escalation.id, via: 'link' });
      expect(answer.kind).toBe('acknowledged');
    }
    await expect(acknowledgeEscalation(link, { escalationId: other.id, via: 'link' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('stands that its message is of an earlier run', async () => {
    await room.setPolicy([contactStep(room.place.contact)], { acknowledgementTimeoutSeconds: 60 });
    const escalation = await room.start();
    const link = await room.linkTo(FIRST, escalation);
    await acknowledgeEscalation(link, { escalationId: escalation.id, via: 'link' });
    await room.pass(1, escalation);
    expect(await getLinkedEscalations(link)).toMatchObject([{ isStale: true, escalation: { cycle: 2 } }]);
  });
});

it('when one way to a person fails for good, the next one of the same person is due at once, and only that', async () => {
  const methods = ['+4915112345678', '+4915112345679', '+4915112345670'].map((address) => ({
    channel: 'sms',
    address,
  }));
  const ida = await room.addContact('Ida Kern', { methods });
  await room.setPolicy([{ ...contactStep(ida), targets: [{ type: 'everyone' }] }]);
  const escalation = await room.start();
  const place = { causeId: escalation.id, cycle: 1, step: 1, recipientId: ida.id };
  await room.engineWrite(escalation, (tx) => pullForward(tx, place));
  const { deliveries } = await room.read(escalation);
  expect(
    deliveries
      .toReversed()
      .filter(({ recipientId }) => recipientId === ida.id)
      .map(({ to, waitsFor, nextAttemptAt }) => [to.slice(-1), waitsFor, nextAttemptAt]),
  ).toEqual([
    ['8', null, null],
    ['9', null, null],
    ['0', 'method_delay', after(escalation.startedAt, 4 * MINUTE)],
  ]);
});

it('programs are told of everything that changes it, once each', async () => {
  await createEndpoint(room.place.actors.admin, {
    url: 'https://pager.example/in',
    events: [...eventTypes],
    clientId: room.clientId,
    sealedSecret: 'sealed',
  });
  await room.setPolicy([contactStep(room.place.contact)], { acknowledgementTimeoutSeconds: 60 });
  const { operator, admin } = room.place.actors;
  const escalation = await room.start();
  const input = { escalationId: escalation.id, via: 'app' as const };
  await acknowledgeEscalation(operator, input);
  await acknowledgeEscalation(operator, input);
  await room.pass(1, escalation);
  await declineEscalation(operator, { escalationId: escalation.id });
  await resolveEscalation(admin, escalation.id);
  await resolveEscalation(admin, escalation.id);
  await cancelEscalation(operator, (await room.start()).id);
  const rows = await world.ownerSql<{ type: string }[]>`
    select message->>'type' as type from deliveries
    where cause = 'event' and client_id = ${room.clientId} order by id`;
  expect(rows.map(({ type }) => type.replace('escalation.', ''))).toEqual([
    'started',
    'acknowledged',
    'reopened',
    'declined',
    'unanswered',
    'resolved',
    'started',
    'cancelled',
  ]);
});
