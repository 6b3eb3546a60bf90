// A complaint that came by e-mail is worked off like a call, by whoever enters it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCall } from '../../src/domain/calls/queries';
import { receiveComplaintInput } from '../../src/domain/calls/model';
import { receiveComplaint } from '../../src/domain/calls/receive-complaint';
import { updateClient } from '../../src/domain/clients/update-client';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { getBeside } from '../../src/domain/followups/beside-queries';
import { createPromise } from '../../src/domain/followups/create-promise';
import { closeCall } from '../../src/domain/messages/close-call';
import { updateCall } from '../../src/domain/recalls/update-call';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let operator: Actor;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
});

afterAll(() => world.stop());

const text = 'Dear Sir or Madam,\n\nmy payslip shows half of my salary. I am furious.\n\nKim Park';

const receive = (tenant: Tenant, changes: Record<string, unknown> = {}, actor = operator) =>
  receiveComplaint(
    actor,
    receiveComplaintInput.parse({
      clientId: tenant.client.id,
      callId: newId(),
      from: 'kim@park.example',
      callerName: 'Kim Park',
      text,
      ...changes,
    }),
  );

describe('an e-mailed complaint', () => {
  it('is a call in the hands of whoever enters it, with what it says as the first point of its log', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const call = await receive(tenant);
    expect(call).toMatchObject({
      state: 'live',
      channel: 'email',
      clientName: 'Northgate Clinic',
      ani: 'kim@park.example',
      isAniValid: false,
      callerPhone: null,
      callerName: 'Kim Park',
      dnis: tenant.did.number,
      answeredById: operator.id,
      briefingVersionId: null,
      playbookId: 'step_back',
    });
    const { notes } = await getCall(operator, call.id);
    expect(notes).toMatchObject([{ kind: 'point', text, byName: 'The operator' }]);
    const { mine, waiting } = await getDeskSnapshot(operator);
    expect(mine.map(({ id }) => id)).toContain(call.id);
    expect(waiting).toEqual([]);
  });

  it('is guided by the briefing in force and its playbook, else by the client’s', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    await updateClient(world.actors.admin, { clientId: tenant.client.id, playbookId: 'receptive' });
    expect(await receive(tenant)).toMatchObject({ playbookId: 'receptive', briefingId: null });
    const briefing = await publishedBriefing(tenant, { playbookId: 'own_it' });
    expect(await receive(tenant)).toMatchObject({ playbookId: 'own_it', briefingId: briefing.id });
  });

  it('sent again is the same one, also when it is closed by then', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const callId = newId();
    const both = await Promise.all([receive(tenant, { callId }), receive(tenant, { callId })]);
    expect(both.map(({ id }) => id)).toEqual([callId, callId]);
    await closeCall(operator, { callId, disposition: 'message_taken' });
    expect(await receive(tenant, { callId, text: 'Other words' })).toMatchObject({ state: 'closed' });
    expect((await getCall(operator, callId)).notes).toHaveLength(1);
    const other = await addClient(world, 'Alder Housing');
    await expect(receive(other, { callId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This id belongs to another call.',
    });
  });

  it('may promise an answer at once, and a call back once a number is known', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const call = await receive(tenant);
    const given = { callId: call.id, owner: 'operator', what: 'when it is paid' } as const;
    const dueAt = after(call.ringAt, 4 * HOUR).toISOString();
    expect(await createPromise(operator, { ...given, kind: 'information', dueAt })).toMatchObject({
      callerName: 'Kim Park',
      callerPhone: null,
    });
    const callBack = { ...given, kind: 'callback', dueAt } as const;
    await expect(createPromise(operator, callBack)).rejects.toMatchObject({ code: 'INVALID' });
    await updateCall(operator, { callId: call.id, callerPhone: '+49 151 12345678' });
    expect(await createPromise(operator, callBack)).toMatchObject({ callerPhone: '+4915112345678' });
  });

  it('stands beside the next one from the same address', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const first = await receive(tenant);
    await receive(tenant, { from: 'lee@park.example' });
    await world.moveClock(HOUR);
    const { earlier } = await getBeside(operator, (await receive(tenant)).id);
    expect(earlier.map(({ id }) => id)).toEqual([first.id]);
  });

  it('is not taken for a client’s people to enter', async () => {
    await expect(receive(world, {}, world.actors.author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it.each([
  ['from', 'Kim Park', 'Write the sender’s e-mail address.'],
  ['text', ' \n ', 'Paste what the e-mail says.'],
])('a complaint without a usable %s says so', (field, value, words) => {
  const whole = { clientId: newId(), callId: newId(), from: 'kim@park.example', text };
  expect(receiveComplaintInput.safeParse(whole).success).toBe(true);
  const { error } = receiveComplaintInput.safeParse({ ...whole, [field]: value });
  expect(error?.issues.map(({ message }) => message)).toEqual([words]);
});
