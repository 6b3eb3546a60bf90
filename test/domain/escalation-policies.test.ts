// Policies: one for each urgency, what they may name, and who would be told by them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearPolicy } from '../../src/domain/escalations/clear-policy';
import { dryRunInput, type EscalationPlan } from '../../src/domain/escalations/model';
import { dryRunPolicy, getPolicy, previewEscalation } from '../../src/domain/escalations/policy-queries';
import { MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { contactStep, EscalationRoom, managers, scheduleStep, told } from '../support/escalation-room';
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

const admin = () => room.place.actors.admin;
const first = () => room.place.contact;
const second = () => room.place.deputy;

const dryRun = (changes: object = {}) =>
  dryRunPolicy(admin(), dryRunInput.parse({ clientId: room.clientId, ...changes }));
const names = ({ steps }: EscalationPlan) => steps.map(({ messages }) => messages.map(({ name }) => name));

describe('a policy for one urgency', () => {
  it('is what that urgency goes by, until it is cleared', async () => {
    const own = await room.setPolicy([managers], { urgency: 'emergency' });
    const of = (urgency?: 'emergency' | 'routine') =>
      getPolicy(admin(), { clientId: room.clientId, urgency });
    expect(await of('emergency')).toEqual(own);
    expect(await of('routine')).toBeNull();
    expect((await of())?.steps).toHaveLength(3);
    expect(told(await room.read(await room.start({ urgency: 'emergency' })))).toEqual([
      '1.1 The account manager',
    ]);
    expect(told(await room.read(await room.start()))).toEqual(['1.1 The first of Northgate']);
    for (let n = 0; n < 2; n += 1) {
      await clearPolicy(admin(), { clientId: room.clientId, urgency: 'emergency' });
      expect(await of('emergency')).toBeNull();
    }
    expect(told(await room.read(await room.start({ urgency: 'emergency' })))).toEqual([
      '1.1 The first of Northgate',
    ]);
  });

  it('may be the only one: the others go by what holds without a policy', async () => {
    await world.ownerSql`delete from escalation_policies where client_id = ${room.clientId}`;
    await room.setPolicy([contactStep(second())], { urgency: 'routine' });
    expect(told(await room.read(await room.start({ urgency: 'routine' })))).toEqual([
      '1.1 The second of Northgate',
    ]);
    expect(told(await room.read(await room.start()))).toEqual(['1.1 The account manager']);
  });

  it('names people and schedules of this client only, step by step', async () => {
    const other = await EscalationRoom.open(world, 'Southgate');
    const foreign = await other.addSchedule([]);
    const steps = [
      contactStep(first()),
      {
        ...contactStep(other.place.contact),
        targets: [...contactStep(other.place.contact).targets, ...scheduleStep(foreign).targets],
      },
      {
        targets: [{ type: 'account_manager' as const, id: room.place.actors.operator.id }],
        delaySeconds: 60,
      },
      { targets: [{ type: 'account_manager' as const, id: newId() }], delaySeconds: 60 },
    ];
    await expect(room.setPolicy(steps, { urgency: 'urgent' })).rejects.toMatchObject({
      code: 'INVALID',
      problems: [
        { field: 'steps.1.targets', words: 'Choose contacts of this client.' },
        { field: 'steps.1.targets', words: 'Choose schedules of this client.' },
        { field: 'steps.2.targets', words: 'Choose somebody who is an account manager.' },
        { field: 'steps.3.targets', words: 'Choose somebody who is an account manager.' },
      ],
    });
  });
});

describe('a dry run', () => {
  it('says who would be told and when, through all cycles, now and at any other instant', async () => {
    await room.setPolicy([contactStep(first()), managers], { cycles: 2 });
    const plan = await dryRun();
    expect(names(plan)).toEqual([
      ['The first of Northgate'],
      ['The account manager'],
      ['The first of Northgate'],
      ['The account manager'],
    ]);
    const minutes = plan.steps.map(({ beginsAt }) => (beginsAt.getTime() - plan.at.getTime()) / MINUTE);
    expect(minutes).toEqual([0, 5, 15, 20]);
    expect(plan.firstContactAt).toEqual(plan.at);
    const later = await dryRun({ at: '2030-01-01T00:00:00Z', urgency: 'routine' });
    expect(later).toMatchObject({ at: new Date('2030-01-01T00:00:00Z'), urgency: 'routine' });
  });

  it('of a policy that is not saved names what is missing, and saves nothing', async () => {
    const policy = {
      steps: [scheduleStep(await room.addSchedule([])), contactStep({ id: newId() }), managers],
    };
    const plan = await dryRun({ policy });
    expect(plan.steps.map(({ gaps }) => gaps)).toEqual([
      ['Nobody is on call for Weekend duty.'],
      ['Somebody whom the step names is no longer a contact.'],
      [],
    ]);
    expect(plan.steps.map(({ beginsAt }) => beginsAt)).toEqual([plan.at, plan.at, plan.at]);
    expect(plan.firstContactAt).toBeNull();
    expect((await getPolicy(admin(), { clientId: room.clientId }))?.steps).toHaveLength(3);
  });

  it('shows a client’s people that the account managers are told, and not who they are', async () => {
    const { client_admin: keeper } = room.place.actors;
    const plan = await dryRunPolicy(keeper, dryRunInput.parse({ clientId: room.clientId }));
    expect(names(plan).at(-1)).toEqual(['The account managers of Harbor Answering']);
    expect(plan.steps.at(-1)?.messages[0]?.address).toBe('');
  });

  it('agrees with what then happens', async () => {
    const schedule = await room.addSchedule([second()]);
    await room.setPolicy([scheduleStep(schedule), contactStep(first()), managers]);
    const { steps } = await previewEscalation(room.place.actors.operator, { clientId: room.clientId });
    const planned = steps.flatMap(({ cycle, step, messages }) =>
      messages.map(({ name }) => `${cycle}.${step} ${name}`),
    );
    const escalation = await room.start();
    await room.pass(5, escalation);
    expect(told(await room.pass(5, escalation))).toEqual(planned);
  });
});
