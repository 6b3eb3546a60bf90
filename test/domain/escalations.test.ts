// An escalation goes from person to person until somebody has it. The clock is moved; nothing waits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDueEscalations } from '../../src/db/engine-gate';
import { engineActor } from '../../src/db/gate';
import { database } from '../../src/db/client';
import { ringCall } from '../../src/domain/calls/ring-call';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { setPolicyInput, type Escalation } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { MINUTE, SECOND } from '../../src/kernel/duration';
import { addClient } from '../support/busy-day';
import { contactStep, EscalationRoom, managers, told, types } from '../support/escalation-room';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
/** A client of its own for each test, with two contacts, five minutes each; then the account managers, ten. */
let place: Tenant;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  place = await addClient(world, 'Northgate');
  await policy({});
});

function policy(changes: object) {
  const steps = [contactStep(place.contact), contactStep(place.deputy), managers];
  const input = setPolicyInput.parse({ clientId: place.client.id, steps, ...changes });
  return setPolicy(place.actors.admin, input);
}

const start = (changes: object = {}) =>
  startEscalation(place.actors.operator, {
    clientId: place.client.id,
    urgency: 'urgent',
    summary: 'The money is missing.',
    ...changes,
  });

const read = ({ id }: { id: string }) => getEscalation(place.actors.admin, id);
const advance = ({ id }: { id: string }) => advanceEscalation(engineActor(place.organizationId), id);
async function pass(minutes: number, escalation: { id: string }): Promise<Escalation> {
  await world.moveClock(minutes * MINUTE);
  await advance(escalation);
  return read(escalation);
}

const first = '1.1 The first of Northgate';
const second = '1.2 The second of Northgate';

describe('step by step', () => {
  it('tells the contact, the deputy, the account managers, and then ends unanswered', async () => {
    const escalation = await start();
    expect(told(await read(escalation))).toEqual([first]);
    await advance(escalation);
    expect(await read(escalation)).toMatchObject({ state: 'open', cycle: 1, step: 1 });

    expect(told(await pass(5, escalation))).toEqual([first, second]);
    await Promise.all([advance(escalation), advance(escalation)]);
    expect(await read(escalation)).toMatchObject({ state: 'open', step: 2 });

    expect(told(await pass(5, escalation))).toEqual([first, second, '1.3 The account manager']);
    expect(await pass(9, escalation)).toMatchObject({ state: 'open', step: 3 });
    const over = await pass(1, escalation);
    expect(over).toMatchObject({ state: 'unanswered', nextStepDueAt: null });
    expect(told(over).at(-1)).toBe('1.4 The account manager');
    expect(types(over)).toEqual(['started', 'step_begun', 'step_begun', 'step_begun', 'unanswered']);
    expect(await pass(999, escalation)).toEqual(over);
  });

  it('at the same instant for all engines is one step', async () => {
    const escalation = await start();
    await world.moveClock(5 * MINUTE);
    await Promise.all(Array.from({ length: 5 }, () => advance(escalation)));
    expect(told(await read(escalation))).toEqual([first, second]);
  });

  it('begins again as often as the policy says', async () => {
    const room = await EscalationRoom.open(world);
    await room.setPolicy([contactStep(room.place.contact)], { cycles: 2 });
    const escalation = await room.start();
    expect(told(await room.pass(5, escalation))).toEqual([first, '2.1 The first of Northgate']);
    expect(await room.pass(5, escalation)).toMatchObject({ state: 'unanswered', cycle: 2, step: 1 });
  });

  it('goes by the policy it began with', async () => {
    const escalation = await start();
    await policy({ steps: [managers] });
    expect(told(await pass(5, escalation))).toEqual([first, second]);
  });

  it('is queued once, for one of the sweeping workers', async () => {
    const escalation = await start();
    const sweep = () => claimDueEscalations(database().sql, { limit: 100, leaseSeconds: 30, waiting: 200 });
    const isOurs = ({ id }: { id: string }) => id === escalation.id;
    expect((await sweep()).some(isOurs)).toBe(false);
    await world.moveClock(5 * MINUTE);
    const claims = (await Promise.all([sweep(), sweep(), sweep()])).flat().filter(isOurs);
    expect(claims).toEqual([{ organizationId: place.organizationId, id: escalation.id, turn: '1.1' }]);
    // Its queue was lost: after the lease it is queued again.
    await world.moveClock(31 * SECOND);
    expect((await sweep()).filter(isOurs)).toHaveLength(1);
  });
});

describe('a step with nobody in it', () => {
  it('is passed at once, and the account managers are told', async () => {
    await updateContact(place.actors.admin, { contactId: place.contact.id, methods: [] });
    const escalation = await start();
    expect(escalation).toMatchObject({ state: 'open', step: 2 });
    const now = await read(escalation);
    expect(told(now)).toEqual(['1.1 The account manager', second]);
    expect(types(now)).toEqual(['started', 'step_empty', 'step_begun']);
    expect(now.timeline[1]?.words).toBe(
      'Step 1: nobody could be told. The first of Northgate has no way to be reached. Going on.',
    );
  });

  it('is passed at once when its turn comes', async () => {
    const escalation = await start();
    await removeContact(place.actors.admin, { contactId: place.deputy.id, isGapAccepted: true });
    const now = await pass(5, escalation);
    expect(now).toMatchObject({ state: 'open', step: 3 });
    expect(told(now)).toEqual([first, '1.3 The account manager']);
  });

  it('and all others like it: nobody at all is unanswered at once', async () => {
    const lonely = await world.addTenant('Nobody Home');
    const { admin, operator, account_manager: manager } = lonely.actors;
    await disableMember(admin, manager.id);
    for (const { id } of [lonely.contact, lonely.deputy]) {
      await updateContact(admin, { contactId: id, methods: [] });
    }
    const input = { clientId: lonely.client.id, urgency: 'emergency' as const, summary: 'Fire.' };
    const { id } = await startEscalation(operator, input);
    const now = await getEscalation(admin, id);
    expect(now).toMatchObject({ state: 'unanswered', nextStepDueAt: null, deliveries: [] });
    expect(types(now)).toEqual(['started', 'step_empty', 'step_empty', 'step_empty', 'unanswered']);
    expect((await acknowledgeEscalation(operator, { escalationId: id, via: 'app' })).kind).toBe(
      'acknowledged',
    );
  });

  it('is not the fate of a call to a number that belongs to nobody', async () => {
    const ring = { from: 'anonymous', to: '+493099988877', routeReason: 'direct' as const };
    const { call } = await ringCall(place.actors.operator, ring);
    const escalation = await start({ clientId: undefined, callId: call.id });
    expect(escalation).toMatchObject({ clientId: null, state: 'open' });
    expect(told(await read(escalation))).toEqual(['1.1 The account manager']);
  });
});

describe('acknowledged', () => {
  it('stops everything, in the same instant', async () => {
    const escalation = await start();
    await pass(5, escalation);
    const by = place.actors.responsible_contact;
    expect(await acknowledgeEscalation(by, { escalationId: escalation.id, via: 'app' })).toMatchObject({
      kind: 'acknowledged',
      escalation: {
        state: 'acknowledged',
        acknowledgedByName: 'The responsible_contact of Northgate',
        nextStepDueAt: null,
      },
    });
    const now = await pass(60, escalation);
    expect(now.deliveries.map(({ state, failure }) => [state, failure])).toEqual([
      ['skipped', 'The responsible_contact of Northgate acknowledged before it was sent.'],
      ['skipped', 'The responsible_contact of Northgate acknowledged before it was sent.'],
    ]);
  });

  it('by two at once belongs to one; both are told to whom', async () => {
    const escalation = await start();
    const both = [place.actors.responsible_contact, place.actors.operator];
    const answers = await Promise.all(
      both.map((actor) => acknowledgeEscalation(actor, { escalationId: escalation.id, via: 'app' })),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['acknowledged', 'already']);
    expect(new Set(answers.map((answer) => answer.escalation.acknowledgedByName)).size).toBe(1);
    expect(types(await read(escalation)).filter((type) => type === 'acknowledged')).toHaveLength(1);
  });

  it('late is still acknowledged, and who was first stays first', async () => {
    await policy({ steps: [contactStep(place.contact)] });
    const escalation = await start();
    expect((await pass(5, escalation)).state).toBe('unanswered');
    await acknowledgeEscalation(place.actors.client_admin, { escalationId: escalation.id, via: 'app' });
    const again = await acknowledgeEscalation(place.actors.admin, {
      escalationId: escalation.id,
      via: 'app',
    });
    expect(again).toMatchObject({
      kind: 'already',
      escalation: {
        state: 'acknowledged',
        acknowledgedByName: 'The client_admin of Northgate',
        acknowledgedAt: expect.any(Date) as unknown,
      },
    });
  });

  it('at the instant the next step begins ends the same way round', async () => {
    const escalation = await start();
    await world.moveClock(5 * MINUTE);
    const by = place.actors.responsible_contact;
    await Promise.all([
      advance(escalation),
      acknowledgeEscalation(by, { escalationId: escalation.id, via: 'app' }),
    ]);
    const now = await read(escalation);
    expect(now).toMatchObject({ state: 'acknowledged', nextStepDueAt: null });
    expect(new Set(now.deliveries.map(({ state }) => state))).toEqual(new Set(['skipped']));
  });

  it('is impossible after it was called off, and harmless after it was resolved', async () => {
    const off = await start();
    await cancelEscalation(place.actors.operator, off.id);
    const late = acknowledgeEscalation(place.actors.responsible_contact, {
      escalationId: off.id,
      via: 'app',
    });
    expect(await late).toMatchObject({ kind: 'cancelled', escalation: { state: 'cancelled' } });
    expect(await pass(60, off)).toMatchObject({ state: 'cancelled', deliveries: [{ state: 'skipped' }] });
    const done = await start();
    const resolved = await resolveEscalation(place.actors.client_admin, done.id);
    expect(await acknowledgeEscalation(place.actors.operator, { escalationId: done.id, via: 'app' })).toEqual(
      {
        kind: 'already',
        escalation: resolved,
      },
    );
    expect(await pass(60, done)).toMatchObject({ state: 'resolved', deliveries: [{ state: 'skipped' }] });
    await expect(cancelEscalation(place.actors.operator, done.id)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(resolveEscalation(place.actors.admin, off.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('but not resolved in time begins again from the first step', async () => {
    await policy({
      steps: [contactStep(place.contact), contactStep(place.deputy)],
      acknowledgementTimeoutSeconds: 1_800,
    });
    const escalation = await start();
    await acknowledgeEscalation(place.actors.responsible_contact, {
      escalationId: escalation.id,
      via: 'app',
    });
    expect((await pass(29, escalation)).state).toBe('acknowledged');
    const again = await pass(1, escalation);
    expect(again).toMatchObject({ state: 'open', cycle: 2, step: 1 });
    expect(told(again)).toEqual([first, '2.1 The first of Northgate']);
    expect(types(again).slice(-3)).toEqual(['acknowledged', 'reopened', 'step_begun']);
    expect(await pass(5, escalation)).toMatchObject({ state: 'open', cycle: 2, step: 2 });
    expect(await pass(5, escalation)).toMatchObject({ state: 'unanswered', cycle: 2 });
  });

  it('and resolved in time stays so', async () => {
    await policy({ acknowledgementTimeoutSeconds: 1_800 });
    const escalation = await start();
    await acknowledgeEscalation(place.actors.responsible_contact, {
      escalationId: escalation.id,
      via: 'app',
    });
    await resolveEscalation(place.actors.responsible_contact, escalation.id);
    expect(await pass(60, escalation)).toMatchObject({ state: 'resolved', cycle: 1 });
  });
});
