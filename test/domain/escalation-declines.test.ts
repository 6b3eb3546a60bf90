// "I can't": from a person, by a link, twice, late.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { declineEscalation } from '../../src/domain/escalations/decline-escalation';
import { contactStep, EscalationRoom, managers, told, types } from '../support/escalation-room';
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

it('tells the next person at once, up to the account managers whom a client does not see', async () => {
  const escalation = await room.start();
  const { responsible_contact: by, operator } = room.place.actors;
  const decline = (actor = by) => declineEscalation(actor, { escalationId: escalation.id });
  expect(await decline()).toMatchObject({ kind: 'declined', escalation: { state: 'open', step: 2 } });
  expect(await decline()).toMatchObject({ kind: 'declined', escalation: { state: 'open', step: 3 } });
  const now = await room.read(escalation);
  expect(told(now)).toEqual([`1.1 ${FIRST}`, `1.2 ${SECOND}`, '1.3 The account manager']);
  expect(types(now)).toEqual(['started', 'step_begun', 'declined', 'step_begun', 'declined', 'step_begun']);
  expect((await decline(operator)).escalation.state).toBe('unanswered');
  const over = await room.read(escalation);
  expect(await decline()).toMatchObject({ kind: 'declined', escalation: { state: 'unanswered' } });
  expect(await room.read(escalation)).toEqual(over);
});

it('pressed twice in one message skips nobody', async () => {
  const escalation = await room.start();
  const link = await room.linkTo(FIRST, escalation);
  await Promise.all([1, 2].map(() => declineEscalation(link, { escalationId: escalation.id })));
  expect(await declineEscalation(link, { escalationId: escalation.id })).toMatchObject({
    kind: 'declined',
    escalation: { state: 'open', step: 2 },
  });
  expect(told(await room.read(escalation))).toEqual([`1.1 ${FIRST}`, `1.2 ${SECOND}`]);
});

it('and "I have it" count for the message they came with', async () => {
  const link = await room.linkTo(FIRST, await room.start());
  const other = await room.start();
  const { id: escalationId } = other;
  await expect(declineEscalation(link, { escalationId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(acknowledgeEscalation(link, { escalationId, via: 'link' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await room.read(other)).toMatchObject({ state: 'open', step: 1 });
});

it('said twice about the same place skips nobody', async () => {
  const escalation = await room.start();
  const by = room.place.actors.responsible_contact;
  const place = { escalationId: escalation.id, cycle: 1, step: 1 };
  await Promise.all([1, 2].map(() => declineEscalation(by, place)));
  expect(await declineEscalation(by, place)).toMatchObject({
    kind: 'declined',
    escalation: { cycle: 1, step: 2 },
  });
  expect(told(await room.read(escalation))).toEqual([`1.1 ${FIRST}`, `1.2 ${SECOND}`]);
});

it('spares the person who said so what was still to come', async () => {
  const methods = [
    { channel: 'email', address: 'ida@room.example' },
    { channel: 'sms', address: '+4915112345678' },
  ];
  await room.setPolicy([contactStep(await room.addContact('Ida Kern', { methods })), managers]);
  const escalation = await room.start();
  await declineEscalation(await room.linkTo('Ida Kern', escalation), { escalationId: escalation.id });
  const { deliveries } = await room.read(escalation);
  expect(deliveries.map(({ channel, failure }) => [channel, failure])).toEqual([
    ['email', null],
    ['sms', 'Ida Kern cannot take it.'],
    ['email', 'Ida Kern cannot take it.'],
  ]);
});

it('is answered kindly when somebody has it, or it was called off', async () => {
  const escalation = await room.start();
  const link = await room.linkTo(FIRST, escalation);
  await acknowledgeEscalation(room.place.actors.operator, { escalationId: escalation.id, via: 'app' });
  expect(await declineEscalation(link, { escalationId: escalation.id })).toMatchObject({
    kind: 'already',
    escalation: { acknowledgedByName: 'The operator', acknowledgedAt: expect.any(Date) as unknown },
  });
  await cancelEscalation(room.place.actors.operator, escalation.id);
  expect((await declineEscalation(link, { escalationId: escalation.id })).kind).toBe('cancelled');
});
