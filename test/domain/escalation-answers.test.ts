// "I have it", from everybody it may come from: in person, by a link, recorded by staff, twice, late, too late.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateContactInput } from '../../src/domain/contacts/model';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { declineEscalation } from '../../src/domain/escalations/decline-escalation';
import { moveOnIfHopeless } from '../../src/domain/escalations/move-on-if-hopeless';
import {
  contactStep,
  EscalationRoom,
  lines,
  managers,
  scheduleStep,
  told,
  types,
} from '../support/escalation-room';
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

const states = async (escalation: { id: string }) => {
  const { deliveries } = await room.read(escalation);
  return Object.fromEntries(
    deliveries.map(({ recipientName, state, failure }) => [recipientName, failure ?? state]),
  );
};

describe('a step that everybody must acknowledge', () => {
  const both = async (changes: object = {}) => {
    const targets = [room.place.contact, room.place.deputy].map(({ id }) => ({
      type: 'contact' as const,
      id,
    }));
    await room.setPolicy([{ targets, delaySeconds: 300, isEveryoneNeeded: true }, managers], changes);
    return room.start();
  };
  const byLink = async (name: string, escalation: { id: string }) =>
    acknowledgeEscalation(await room.linkTo(name, escalation), { escalationId: escalation.id, via: 'link' });

  it('is acknowledged when the last one has', async () => {
    const escalation = await both();
    expect(await byLink(FIRST, escalation)).toMatchObject({
      kind: 'partly_acknowledged',
      escalation: { state: 'open', acknowledgedAt: null, step: 1 },
    });
    expect(await states(escalation)).toEqual({
      [FIRST]: `${FIRST} acknowledged before it was sent.`,
      [SECOND]: 'pending',
    });
    expect((await room.read(escalation)).acknowledgements).toMatchObject([
      { personId: room.place.contact.id, personName: FIRST, via: 'link' },
    ]);

    const before = await room.read(escalation);
    expect((await byLink(FIRST, escalation)).kind).toBe('partly_acknowledged');
    expect(await room.read(escalation)).toEqual(before);

    expect(await byLink(SECOND, escalation)).toMatchObject({
      kind: 'acknowledged',
      escalation: {
        state: 'acknowledged',
        acknowledgedByName: `${FIRST} and ${SECOND}`,
        nextStepDueAt: null,
      },
    });
    expect(types(await room.read(escalation)).slice(-2)).toEqual(['partly_acknowledged', 'acknowledged']);
  });

  it('by all at the same moment is acknowledged once', async () => {
    const escalation = await both();
    const links = await Promise.all([FIRST, SECOND].map((name) => room.linkTo(name, escalation)));
    const answers = await Promise.all(
      links.map((link) => acknowledgeEscalation(link, { escalationId: escalation.id, via: 'sms' })),
    );
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['acknowledged', 'partly_acknowledged']);
    expect(types(await room.read(escalation)).filter((type) => type === 'acknowledged')).toHaveLength(1);
  });

  it('goes on when one of them stays silent, and asks nobody again who has it', async () => {
    const escalation = await both({ cycles: 2 });
    await byLink(FIRST, escalation);
    await room.pass(5, escalation);
    const again = await room.pass(10, escalation);
    expect(told(again).filter((line) => line.startsWith('2.'))).toEqual([`2.1 ${SECOND}`]);
    expect((await byLink(SECOND, escalation)).kind).toBe('acknowledged');
  });

  it('goes on at once when one of them cannot', async () => {
    const escalation = await both();
    await declineEscalation(await room.linkTo(SECOND, escalation), { escalationId: escalation.id });
    expect(await room.read(escalation)).toMatchObject({ state: 'open', step: 2 });
    expect(await states(escalation)).toMatchObject({
      [FIRST]: 'pending',
      [SECOND]: `${SECOND} cannot take it.`,
    });
  });

  it('is acknowledged as a whole by staff who name nobody, and in part where they name one', async () => {
    const { operator } = room.place.actors;
    const one = await both();
    const contactId = room.place.contact.id;
    expect(
      await acknowledgeEscalation(operator, { escalationId: one.id, via: 'spoken', contactId }),
    ).toMatchObject({ kind: 'partly_acknowledged' });
    expect((await room.read(one)).acknowledgements).toMatchObject([
      { personName: `${FIRST} (recorded by The operator)`, via: 'spoken' },
    ]);
    expect(await acknowledgeEscalation(operator, { escalationId: one.id, via: 'app' })).toMatchObject({
      kind: 'acknowledged',
      escalation: { acknowledgedByName: 'The operator' },
    });
  });

  it('counts whoever signs in as a contact as that contact', async () => {
    const { responsible_contact: person } = room.place.actors;
    const change = { contactId: room.place.contact.id, membershipId: person.id };
    await updateContact(room.place.actors.admin, updateContactInput.parse(change));
    const escalation = await both();
    await acknowledgeEscalation(person, { escalationId: escalation.id, via: 'app' });
    expect(await states(escalation)).toMatchObject({ [SECOND]: 'pending' });
    expect((await byLink(SECOND, escalation)).kind).toBe('acknowledged');
  });

  it('waits for nobody who could not be reached', async () => {
    const fail = async (escalation: { id: string }, name: string) => {
      await world.ownerSql`
        update deliveries set state = 'failed_permanent', next_attempt_at = null
        where cause_id = ${escalation.id} and recipient_name = ${name}`;
      await room.engineWrite(escalation, moveOnIfHopeless);
    };
    const before = await both();
    await fail(before, SECOND);
    expect(await byLink(FIRST, before)).toMatchObject({ kind: 'acknowledged' });
    const afterwards = await both();
    await byLink(FIRST, afterwards);
    await fail(afterwards, SECOND);
    expect(await room.read(afterwards)).toMatchObject({ state: 'acknowledged', acknowledgedByName: FIRST });
    const nobody = await both();
    await fail(nobody, FIRST);
    expect(await room.read(nobody)).toMatchObject({ state: 'open', step: 1 });
    await fail(nobody, SECOND);
    const gone = await room.read(nobody);
    expect(gone).toMatchObject({ state: 'open', step: 2 });
    expect(lines(gone)).toContain('Step 1: no message got through. Going on.');
  });

  it('is taken over as a whole by an account manager who was told because something went wrong', async () => {
    const targets = [room.place.contact, room.place.deputy].map(({ id }) => ({
      type: 'contact' as const,
      id,
    }));
    const empty = scheduleStep(await room.addSchedule([]));
    await room.setPolicy([empty, { targets, delaySeconds: 300, isEveryoneNeeded: true }]);
    const escalation = await room.start();
    expect(escalation).toMatchObject({ step: 2 });
    const link = await room.linkTo('The account manager', escalation);
    expect(await acknowledgeEscalation(link, { escalationId: escalation.id, via: 'link' })).toMatchObject({
      kind: 'acknowledged',
      escalation: { acknowledgedByName: 'The account manager' },
    });
  });
});

describe('an acknowledgement recorded by staff', () => {
  it('is the contact’s, and says who wrote it down', async () => {
    const escalation = await room.start();
    const contactId = room.place.contact.id;
    const input = { escalationId: escalation.id, via: 'spoken' as const, contactId };
    expect(await acknowledgeEscalation(room.place.actors.operator, input)).toMatchObject({
      kind: 'acknowledged',
      escalation: { acknowledgedByName: `${FIRST} (recorded by The operator)` },
    });
    expect(lines(await room.read(escalation)).at(-1)).toBe(
      `Acknowledged by ${FIRST} (recorded by The operator), by word of mouth`,
    );
  });

  it('names a contact of this client, and is no matter for the client’s people', async () => {
    const other = await EscalationRoom.open(world, 'Southgate');
    const { id: escalationId } = await room.start();
    const foreign = { escalationId, via: 'spoken' as const, contactId: other.place.contact.id };
    await expect(acknowledgeEscalation(room.place.actors.operator, foreign)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const own = { ...foreign, contactId: room.place.contact.id };
    await expect(acknowledgeEscalation(room.place.actors.client_admin, own)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('after it was acknowledged and not resolved in time', () => {
  it('an answer to a message of before is stale: it stops nothing, and one to the present counts', async () => {
    await room.setPolicy([contactStep(room.place.contact), contactStep(room.place.deputy)], {
      acknowledgementTimeoutSeconds: 1_800,
    });
    const escalation = await room.start();
    const { id: escalationId } = escalation;
    const old = await room.linkTo(FIRST, escalation);
    await acknowledgeEscalation(old, { escalationId, via: 'sms' });
    const reopened = await room.pass(30, escalation);
    expect(reopened).toMatchObject({ state: 'open', cycle: 2, step: 1, acknowledgements: [] });

    expect(await acknowledgeEscalation(old, { escalationId, via: 'sms' })).toMatchObject({ kind: 'stale' });
    expect(await declineEscalation(old, { escalationId })).toMatchObject({ kind: 'stale' });
    expect(await room.read(escalation)).toEqual(reopened);

    // A page that shows the present posts the present cycle.
    expect(await acknowledgeEscalation(old, { escalationId, via: 'link', cycle: 2 })).toMatchObject({
      kind: 'acknowledged',
      escalation: { cycle: 2, acknowledgedByName: FIRST },
    });
    expect(await acknowledgeEscalation(old, { escalationId, via: 'sms' })).toMatchObject({ kind: 'already' });
  });

  it('an answer to an older cycle of the same run counts', async () => {
    await room.setPolicy([contactStep(room.place.contact)], { cycles: 3 });
    const escalation = await room.start();
    const link = await room.linkTo(FIRST, escalation);
    expect(await room.pass(5, escalation)).toMatchObject({ cycle: 2 });
    expect(await acknowledgeEscalation(link, { escalationId: escalation.id, via: 'voice' })).toMatchObject({
      kind: 'acknowledged',
    });
    expect(lines(await room.read(escalation)).at(-1)).toBe(`Acknowledged by ${FIRST}, by a key on the phone`);
  });
});
