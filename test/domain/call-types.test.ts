// Why callers call: what they are asked then, and by which method their calls are taken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringCall } from '../../src/domain/calls/ring-call';
import { updateClient } from '../../src/domain/clients/update-client';
import { updateCall } from '../../src/domain/recalls/update-call';
import { archiveCallType } from '../../src/domain/playbooks/archive-call-type';
import { archivePlaybook } from '../../src/domain/playbooks/archive-playbook';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { changeCallType } from '../../src/domain/playbooks/change-call-type';
import { createCallType } from '../../src/domain/playbooks/create-call-type';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import {
  changeCallTypeInput,
  createCallTypeInput,
  type CallType,
  type CallTypeIntake,
} from '../../src/domain/playbooks/model';
import { listCallTypes } from '../../src/domain/playbooks/queries';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let other: Tenant;

beforeAll(async () => {
  world = await makeWorld();
  other = await addClient(world, 'Northgate Clinic');
});

afterAll(() => world.stop());

const number = (): CallTypeIntake => ({
  id: newId(),
  label: 'Personnel number',
  kind: 'number',
  required: true,
  choices: [],
});

const create = (name: string, changes: Partial<CallType> = {}) =>
  createCallType(world.actors.account_manager, createCallTypeInput.parse({ name, ...changes }));

const change = ({ id, name, playbookId, intake }: CallType, changes: Partial<CallType>) =>
  changeCallType(
    world.actors.account_manager,
    changeCallTypeInput.parse({ callTypeId: id, name, playbookId, intake, ...changes }),
  );

const archive = ({ id }: CallType) => archiveCallType(world.actors.account_manager, { callTypeId: id });

const namesFor = async (clientId?: string) =>
  (await listCallTypes(world.actors.operator, { clientId })).map(({ name }) => name);

describe('a call type', () => {
  it('of one client is offered for its calls; one of all clients for every call', async () => {
    await create('Payslip', { clientId: world.client.id, intake: [number()] });
    await create('Appointment', { clientId: other.client.id });
    await create('Complaint');
    expect(await namesFor(world.client.id)).toEqual(['Complaint', 'Payslip']);
    expect(await namesFor(other.client.id)).toEqual(['Appointment', 'Complaint']);
    expect(await namesFor()).toEqual(['Appointment', 'Complaint', 'Payslip']);
  });

  it('that changes is on the desks at once, and its fields keep their ids', async () => {
    const field = number();
    const before = await create('Bank details', { intake: [field] });
    const after = await change(before, {
      name: 'New bank account',
      intake: [{ ...field, label: 'Staff number', required: false }, number()],
    });
    expect(after.intake.map(({ id }) => id)).toEqual([field.id, expect.any(String)]);
    const [event] = await world.ownerSql<{ payload: { json: unknown }; clientId: string | null }[]>`
      select payload, client_id as "clientId" from live_events where type = 'callType.changed' order by seq desc limit 1`;
    expect(event?.payload.json).toEqual({ callType: after });
    // Its client's people read no call types, so they are told nothing either.
    expect(event?.clientId).toBeNull();
  });

  it('that is archived is offered no more, cannot be changed, and is archived once', async () => {
    const callType = await create('Press');
    const archived = await archive(callType);
    expect(archived.archivedAt).toBeInstanceOf(Date);
    expect(await namesFor()).not.toContain('Press');
    expect(await archive(callType)).toEqual(archived);
    await expect(change(callType, { name: 'Media' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('names a playbook that is offered, or none', async () => {
    const { admin } = world.actors;
    const own = await createPlaybook(admin, { content: stepBack().content });
    const callType = await create('Emergency', { playbookId: own.id });
    await archivePlaybook(admin, { playbookId: own.id });
    // What was chosen before may stay: it gives way to the next place. It cannot be chosen anew.
    expect(await change(callType, { name: 'Emergency line' })).toMatchObject({ playbookId: own.id });
    for (const playbookId of [own.id, newId(), 'no_such_method']) {
      await expect(create('Another', { playbookId }), playbookId).rejects.toMatchObject({
        code: 'INVALID',
        problems: [{ field: 'playbookId' }],
      });
    }
    expect(await change(callType, { playbookId: 'own_it' })).toMatchObject({ playbookId: 'own_it' });
  });

  it('whose fields could not be filled in is refused, field by field', async () => {
    const site = { ...number(), label: 'Site', kind: 'choice' as const };
    const unfit = [site, { ...site, id: newId(), choices: ['North', 'South'] }];
    const problems = [{ field: 'intake.0.choices' }, { field: 'intake.1.label' }];
    await expect(create('Site', { intake: unfit })).rejects.toMatchObject({ code: 'INVALID', problems });
    const sound = await create('Site');
    await expect(change(sound, { intake: unfit })).rejects.toMatchObject({ code: 'INVALID', problems });
  });
});

describe('chosen in a call', () => {
  const ring = async () => {
    const to = world.did.number;
    return (await ringCall(world.actors.operator, { from: 'anonymous', to, routeReason: 'direct' })).call;
  };
  const choose = async (callTypeId: string | null) =>
    updateCall(world.actors.operator, { callId: (await ring()).id, callTypeId });

  it('its playbook guides the call from then on; without one, the call goes on as it began', async () => {
    const byIt = await create('Loud complaint', { playbookId: 'eleven_steps' });
    const without = await create('Question');
    expect(await choose(byIt.id)).toMatchObject({ callTypeId: byIt.id, playbookId: 'eleven_steps' });
    expect(await choose(without.id)).toMatchObject({ callTypeId: without.id, playbookId: 'step_back' });
  });

  it('where its playbook was archived, the client’s usual one comes next, before the service’s', async () => {
    const { admin } = world.actors;
    const own = await createPlaybook(admin, { content: stepBack().content });
    const callType = await create('Old way', { playbookId: own.id });
    await archivePlaybook(admin, { playbookId: own.id });
    await updateClient(admin, { clientId: world.client.id, playbookId: 'receptive' });
    expect(await choose(callType.id)).toMatchObject({ playbookId: 'receptive', playbookVersion: 1 });
    await updateClient(admin, { clientId: world.client.id, playbookId: null });
    expect(await choose(callType.id)).toMatchObject({ playbookId: 'step_back' });
  });

  it('a briefing that names a playbook goes before', async () => {
    const callType = await create('Press call', { playbookId: 'own_it' });
    await publishedBriefing(world, { playbookId: 'notes_first' });
    expect(await choose(callType.id)).toMatchObject({ callTypeId: callType.id, playbookId: 'notes_first' });
    await world.ownerSql`update briefings set state = 'resolved', resolved_at = app_now()`;
  });

  it('one of another client is refused', async () => {
    const theirs = await create('Appointment', { clientId: other.client.id });
    await expect(choose(theirs.id)).rejects.toMatchObject({ code: 'INVALID' });
  });
});

it('a client’s people read no call types: they are the answering service’s way of working', async () => {
  for (const role of ['author', 'responsible_contact', 'client_admin'] as const) {
    await expect(listCallTypes(world.actors[role], {}), role).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
