import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateClient } from '../../src/domain/clients/update-client';
import { getClient } from '../../src/domain/clients/queries';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact } from '../../src/domain/contacts/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { listCoverages, listOverrides } from '../../src/domain/oncall/change-queries';
import { createCoverage } from '../../src/domain/oncall/create-coverage';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput, type Schedule } from '../../src/domain/oncall/model';
import { getOnCall } from '../../src/domain/oncall/on-call-queries';
import { getSchedule } from '../../src/domain/oncall/schedule-queries';
import { updateSchedule } from '../../src/domain/oncall/update-schedule';
import { after, HOUR } from '../../src/kernel/duration';
import { DomainError } from '../../src/kernel/errors';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let place: Tenant;
let ida: Contact;

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.addTenant('Harbor');
  const method = { channel: 'email' as const, address: 'ida@quay.example' };
  const { client, actors } = place;
  ida = await createContact(actors.admin, {
    clientId: client.id,
    name: 'Ida Kern',
    title: '',
    methods: [method],
  });
});
afterAll(() => world.stop());

const at = (hours: number) => after(new Date(), hours * HOUR).toISOString();

async function schedule(contactIds: string[]): Promise<Schedule> {
  const rotation = { name: 'Nights', unit: 'week', startsAt: '2025-01-06T09:00', contactIds };
  const input = { clientId: place.client.id, name: 'Duty', rotations: [rotation] };
  return createSchedule(place.actors.admin, createScheduleInput.parse(input));
}

async function policyOf(...steps: string[][]): Promise<void> {
  await setPolicy(place.actors.admin, {
    clientId: place.client.id,
    steps: steps.map((ids) => ({ targets: ids.map((id) => ({ type: 'contact', id })), delaySeconds: 300 })),
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
}

async function problemsOf(contact: Contact): Promise<string[]> {
  const [end] = await Promise.allSettled([
    removeContact(place.actors.client_admin, { contactId: contact.id }),
  ]);
  if (end.status === 'fulfilled') return [];
  if (!(end.reason instanceof DomainError) || end.reason.code !== 'CONFLICT') throw end.reason;
  return end.reason.problems.map(({ words }) => words);
}

const onCall = async () => {
  const [status] = await getOnCall(place.actors.operator, { clientId: place.client.id });
  return status?.now.map(({ name }) => name);
};

describe('a contact who stands somewhere alone', () => {
  it('is not removed, with one reason for each place, and nothing is changed', async () => {
    const { contact: tom, deputy: eva, client, actors } = place;
    const duty = await schedule([tom.id]);
    await policyOf([tom.id], [eva.id]);
    await updateClient(actors.admin, {
      clientId: client.id,
      messageRule: { mode: 'at_once', digestTimes: [], contactIds: [tom.id] },
    });
    await createCoverage(actors.admin, {
      scheduleId: duty.id,
      startsAt: at(10),
      endsAt: at(20),
      shifts: [{ contactId: tom.id, startsAt: at(10), endsAt: at(20) }],
      note: '',
    });
    expect(await problemsOf(tom)).toEqual([
      'In “Duty”, nobody would be left in the rotation “Nights”.',
      expect.stringMatching(/^In “Duty”, nobody would cover the shift from .* until .*\.$/),
      'Step 1 of the policy would tell nobody.',
      'Nobody would get the messages of calls.',
    ]);
    expect(await getSchedule(actors.admin, duty.id)).toEqual(duty);
    expect(await onCall()).toEqual(['Tom Becker']);
  });

  it('is removed where the gap is accepted: the places stay empty, for all to see', async () => {
    const { contact: tom, deputy: eva, actors } = place;
    const duty = await schedule([tom.id]);
    await policyOf([tom.id], [eva.id]);
    await removeContact(actors.client_admin, { contactId: tom.id, isGapAccepted: true });
    expect((await getSchedule(actors.admin, duty.id)).rotations).toEqual([]);
    expect(await onCall()).toEqual([]);
    const { id } = await startEscalation(actors.operator, {
      clientId: place.client.id,
      urgency: 'urgent',
      summary: 'Look',
    });
    const { timeline, step } = await getEscalation(actors.admin, id);
    expect(step).toBe(2);
    expect(timeline.map(({ type }) => type)).toContain('step_empty');
  });
});

describe('a contact who stands beside others', () => {
  it('is taken out; whoever is on call stays so, and nobody’s turn is lost', async () => {
    const { contact: tom, deputy: eva, actors } = place;
    const duty = await schedule([tom.id, eva.id, ida.id]);
    await policyOf([tom.id, eva.id], [ida.id]);
    const [now] = (await onCall()) ?? [];
    const all = [tom, eva, ida];
    const leaver = all.find(({ name }) => name !== now && name !== 'Ida Kern') ?? tom;
    await removeContact(actors.client_admin, { contactId: leaver.id });
    expect(await onCall()).toEqual([now]);
    const { rotations, version } = await getSchedule(actors.admin, duty.id);
    expect(rotations[0]?.contactIds.toSorted()).toEqual(
      all.flatMap(({ id }) => (id === leaver.id ? [] : [id])).toSorted(),
    );
    expect(version).toBe(2);
  });

  it('and who stands in for somebody leaves a hole that is named', async () => {
    const { contact: tom, deputy: eva, actors } = place;
    const duty = await schedule([tom.id]);
    await policyOf([tom.id]);
    const swap = { kind: 'replace', contactId: eva.id, replacedContactId: tom.id };
    const times = { startsAt: at(1), endsAt: at(9) };
    const asked = createOverrideInput.parse({ scheduleId: duty.id, ...swap, ...times });
    await createOverride(actors.admin, asked);
    expect(await problemsOf(eva)).toEqual([
      expect.stringMatching(/^In “Duty”, this contact stands in for somebody from .* until .*\.$/),
    ]);
    await removeContact(actors.client_admin, { contactId: eva.id, isGapAccepted: true });
    expect((await listOverrides(actors.admin, { scheduleId: duty.id, limit: 10 })).items).toEqual([]);
  });

  it('and is only added besides leaves none', async () => {
    const { contact: tom, deputy: eva, actors } = place;
    const duty = await schedule([tom.id]);
    await policyOf([tom.id]);
    const times = { startsAt: at(1), endsAt: at(9) };
    const add = { scheduleId: duty.id, kind: 'add', contactId: eva.id, ...times };
    await createOverride(actors.admin, createOverrideInput.parse(add));
    expect(await problemsOf(eva)).toEqual([]);
  });
});

describe('a contact with a stand-in', () => {
  it('hands every place over, now and ahead', async () => {
    const { contact: tom, deputy: eva, client, actors } = place;
    const duty = await schedule([tom.id]);
    await policyOf([tom.id], [eva.id]);
    await updateClient(actors.admin, {
      clientId: client.id,
      messageRule: { mode: 'at_once', digestTimes: [], contactIds: [tom.id, eva.id] },
    });
    const override = {
      scheduleId: duty.id,
      kind: 'replace',
      contactId: tom.id,
      replacedContactId: eva.id,
      startsAt: at(0),
      endsAt: at(9),
    };
    await createOverride(actors.admin, createOverrideInput.parse(override));
    await createCoverage(actors.admin, {
      scheduleId: duty.id,
      startsAt: at(10),
      endsAt: at(20),
      shifts: [
        { contactId: tom.id, startsAt: at(10), endsAt: at(15) },
        { contactId: eva.id, startsAt: at(15), endsAt: at(20) },
      ],
      note: '',
    });
    await removeContact(actors.client_admin, { contactId: tom.id, replacedById: ida.id });
    expect(await onCall()).toEqual(['Ida Kern']);
    expect((await getSchedule(actors.admin, duty.id)).rotations[0]?.contactIds).toEqual([ida.id]);
    const { items } = await listOverrides(actors.admin, { scheduleId: duty.id, limit: 10 });
    expect(items[0]).toMatchObject({ contactId: ida.id, replacedContactId: eva.id });
    const coverages = await listCoverages(actors.admin, duty.id);
    expect(coverages.map(({ shifts }) => shifts.map(({ contactId }) => contactId))).toEqual([
      [ida.id, eva.id],
    ]);
    expect((await getClient(actors.admin, client.id)).messageRule.contactIds).toEqual([ida.id, eva.id]);
    const [audit] = await world.ownerSql<{ detail: unknown }[]>`
      select detail from audit_entries where subject_id = ${tom.id} and action = 'contact.removed'`;
    expect(audit?.detail).toEqual({
      replacedById: ida.id,
      schedules: 3,
      policies: 1,
      messageRules: 1,
      leftEmpty: 0,
    });
  });

  it('is stood in for in an escalation that runs', async () => {
    const { contact: tom, deputy: eva, actors, client } = place;
    await policyOf([tom.id], [eva.id]);
    const { id } = await startEscalation(actors.operator, {
      clientId: client.id,
      urgency: 'urgent',
      summary: 'Look',
    });
    await removeContact(actors.client_admin, { contactId: eva.id, replacedById: ida.id });
    const [row] = await world.ownerSql<{ replacedById: string }[]>`
      select replaced_by_id as "replacedById" from contacts where id = ${eva.id}`;
    expect(row?.replacedById).toBe(ida.id);
    const { deliveries } = await getEscalation(actors.admin, id);
    expect(deliveries.map(({ recipientName }) => recipientName)).toEqual(['Tom Becker']);
  });

  it('has another contact of the same client for one', async () => {
    const { contact: tom, actors } = place;
    for (const replacedById of [tom.id, world.deputy.id]) {
      await expect(
        removeContact(actors.client_admin, { contactId: tom.id, replacedById }),
      ).rejects.toMatchObject({ code: 'INVALID', problems: [{ field: 'replacedById' }] });
    }
  });
});

it('nobody is put on call at the very moment at which they are removed', async () => {
  const { contact: tom, deputy: eva, actors } = place;
  const duty = await schedule([tom.id]);
  await policyOf([tom.id]);
  const rotations = (await getSchedule(actors.admin, duty.id)).rotations.map((rotation) => ({
    ...rotation,
    contactIds: [eva.id],
  }));
  const [removal] = await Promise.allSettled([
    removeContact(actors.client_admin, { contactId: eva.id }),
    updateSchedule(actors.admin, { scheduleId: duty.id, rotations }),
  ]);
  // One of the two came first: she is on call and stays a contact, or she is gone and nowhere.
  const { rotations: after } = await getSchedule(actors.admin, duty.id);
  expect(after[0]?.contactIds).toEqual([removal.status === 'fulfilled' ? tom.id : eva.id]);
});
