import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHolidays } from '../../src/domain/oncall/holiday-queries';
import { getCalendar, getOnCall, listOnCall } from '../../src/domain/oncall/on-call-queries';
import { getSchedule, listSchedules } from '../../src/domain/oncall/schedule-queries';
import { setHolidays } from '../../src/domain/oncall/set-holidays';
import { updateSchedule } from '../../src/domain/oncall/update-schedule';
import { removeSchedule } from '../../src/domain/escalations/remove-schedule';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { after, DAY } from '../../src/kernel/duration';
import { alone, at, dutyPlace, refusal, today } from '../support/duty-place';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let place: Tenant;
const { duty, override } = dutyPlace(() => place);

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.addTenant('Harbor');
});
afterAll(() => world.stop());

describe('a schedule', () => {
  it('is planned by the client, in the client’s time zone, and read by the staff', async () => {
    const schedule = await duty();
    expect(schedule).toMatchObject({ timeZone: 'Europe/Berlin', version: 1, isHandoverTold: true });
    expect(await getSchedule(place.actors.operator, schedule.id)).toEqual(schedule);
    const { items } = await listSchedules(place.actors.author, { clientId: place.client.id, limit: 10 });
    expect(items).toEqual([schedule]);
    const [status] = await getOnCall(place.actors.operator, { clientId: place.client.id });
    expect(status?.now).toHaveLength(1);
    expect(status?.next).toHaveLength(1);
    expect(status?.now).not.toEqual(status?.next);
    expect(status?.gaps).toEqual([]);
  });

  it('takes only contacts of its client, and days that there are', async () => {
    const stranger = world.contact.id;
    const rotations = [
      { name: 'Duty', unit: 'month', startsAt: '2025-02-31T09:00', contactIds: [place.contact.id, stranger] },
    ];
    expect(await refusal(duty({ rotations }))).toMatchObject({
      code: 'INVALID',
      problems: [
        { field: 'rotations.0.startsAt', words: 'There is no such day.' },
        { field: 'rotations.0.contactIds.1', words: 'Choose contacts of this client.' },
      ],
    });
  });

  it('counts its versions, and refuses a change that was made from an older one', async () => {
    const schedule = await duty();
    const { client_admin: actor } = place.actors;
    const renamed = await updateSchedule(actor, { scheduleId: schedule.id, name: 'Weeks', version: 1 });
    expect(renamed).toMatchObject({ name: 'Weeks', version: 2 });
    expect(await refusal(updateSchedule(actor, { scheduleId: schedule.id, name: 'X', version: 1 }))).toEqual({
      code: 'STALE',
      message: '“Weeks” was changed meanwhile: it has version 2. Load it again.',
      problems: [],
    });
    const again = await updateSchedule(actor, { scheduleId: schedule.id, name: 'Duty' });
    expect(again.version).toBe(3);
  });

  it('is not removed while a policy asks it', async () => {
    const schedule = await duty();
    const { admin } = place.actors;
    const steps = [
      { targets: [{ type: 'account_manager' as const }], delaySeconds: 60 },
      { targets: [{ type: 'schedule' as const, id: schedule.id }], delaySeconds: 60 },
    ];
    const policy = { clientId: place.client.id, cycles: 1, acknowledgementTimeoutSeconds: null };
    await setPolicy(admin, { ...policy, steps });
    expect(await refusal(removeSchedule(admin, { scheduleId: schedule.id }))).toMatchObject({
      code: 'CONFLICT',
      problems: [{ field: 'scheduleId', words: 'Step 2 of the policy names it.' }],
    });
    await setPolicy(admin, { ...policy, steps: steps.slice(0, 1) });
    await removeSchedule(admin, { scheduleId: schedule.id });
    expect(await refusal(getSchedule(admin, schedule.id))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await getOnCall(admin, { clientId: place.client.id })).toEqual([]);
  });

  it('shows on the list over all clients, with the name of its client', async () => {
    const schedule = await duty();
    const [status] = await listOnCall(place.actors.account_manager);
    expect(status).toMatchObject({ clientName: 'Brightwater Payroll', schedule: { id: schedule.id } });
    expect(await listOnCall(place.actors.author)).toHaveLength(1);
  });
});

describe('holidays', () => {
  it('are replaced from today on, each date once', async () => {
    const { client_admin: actor } = place.actors;
    const clientId = place.client.id;
    await setHolidays(actor, {
      clientId,
      holidays: [
        { date: '2099-12-26', name: 'Boxing Day' },
        { date: '2099-12-25', name: 'Christmas' },
      ],
    });
    await setHolidays(actor, { clientId, holidays: [{ date: '2099-12-25', name: 'Christmas Day' }] });
    expect(await listHolidays(place.actors.operator, clientId)).toEqual([
      { date: '2099-12-25', name: 'Christmas Day' },
    ]);
    const twice = [
      { date: '2020-12-25', name: 'Gone' },
      { date: '2099-12-25', name: 'One' },
      { date: '2099-12-25', name: 'Two' },
    ];
    expect(await refusal(setHolidays(actor, { clientId, holidays: twice }))).toMatchObject({
      code: 'INVALID',
      problems: [
        { field: 'holidays.0.date', words: 'This day has gone by.' },
        { field: 'holidays.2.date', words: 'This day stands there twice.' },
      ],
    });
  });

  it('move duty to who is named for them', async () => {
    const { contact: tom, deputy: eva, client, actors } = place;
    const always = { unit: 'day', startsAt: '2025-01-06T00:00' };
    const days = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' };
    await duty({
      timeZone: 'UTC',
      rotations: [
        { ...always, name: 'Usual', contactIds: [tom.id], spans: [days] },
        { ...always, name: 'Holidays', contactIds: [eva.id], spans: [{ ...days, days: ['holiday'] }] },
      ],
    });
    const date = after(today, 3 * DAY)
      .toISOString()
      .slice(0, 10);
    await setHolidays(actors.client_admin, { clientId: client.id, holidays: [{ date, name: 'Fair' }] });
    const who = async (instant: string) =>
      (await getOnCall(actors.operator, { clientId: client.id, at: instant }))[0]?.now.map(
        ({ name }) => name,
      );
    expect(await who(`${date}T12:00:00Z`)).toEqual(['Eva Schulz']);
    expect(await who(after(new Date(`${date}T12:00:00Z`), DAY).toISOString())).toEqual(['Tom Becker']);
  });
});

it('a calendar shows shifts, what made them so, and gaps; at most 62 days', async () => {
  const { contact: tom, deputy: eva, actors } = place;
  const schedule = await duty({ rotations: alone(tom.id) });
  const swap = { kind: 'replace', contactId: eva.id, replacedContactId: tom.id };
  await override(schedule, { ...swap, startsAt: at(24), endsAt: at(48) });
  await override(schedule, { kind: 'remove', replacedContactId: tom.id, startsAt: at(72), endsAt: at(73) });
  const range = { scheduleId: schedule.id, from: at(0), to: at(96) };
  const calendar = await getCalendar(actors.author, range);
  expect(calendar.shifts.map(({ name, isOverride }) => [name, isOverride])).toEqual([
    ['Tom Becker', false],
    ['Eva Schulz', true],
    ['Tom Becker', false],
    ['Tom Becker', false],
  ]);
  expect(calendar.gaps).toEqual([{ startsAt: new Date(at(72)), endsAt: new Date(at(73)) }]);
  expect(calendar.overrides).toHaveLength(2);
  for (const to of [at(0), at(62 * 24 + 1)]) {
    expect(await refusal(getCalendar(actors.author, { ...range, to }))).toMatchObject({ code: 'INVALID' });
  }
});
