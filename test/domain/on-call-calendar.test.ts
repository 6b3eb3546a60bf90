import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelOverride } from '../../src/domain/oncall/cancel-override';
import { listOverrides } from '../../src/domain/oncall/change-queries';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput, type Schedule } from '../../src/domain/oncall/model';
import { getCalendar } from '../../src/domain/oncall/on-call-queries';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import { barTimes, onCallDays } from '../../src/ui/on-call-days';
import { dateOf, daysLater } from '../../src/ui/on-call-words';
import { shownSpan } from '../../src/ui/on-call-weeks';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let place: Tenant;

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.addTenant('Harbor');
});
afterAll(() => world.stop());

const now = new Date();

/** The first contact on weekdays and weekends alike, by day; nobody at night. */
async function daytime(): Promise<Schedule> {
  const { client, contact, actors } = place;
  const rotation = {
    name: 'Days',
    unit: 'week',
    startsAt: '2025-01-06T08:00',
    contactIds: [contact.id],
    spans: [{ days: [1, 2, 3, 4, 5, 6, 7, 'holiday'], from: '08:00', to: '18:00' }],
  };
  return createSchedule(
    actors.client_admin,
    createScheduleInput.parse({ clientId: client.id, name: 'Duty', timeZone: 'UTC', rotations: [rotation] }),
  );
}

const swap = (schedule: Schedule, startsAt: Date, endsAt: Date) =>
  createOverride(
    place.actors.client_admin,
    createOverrideInput.parse({
      scheduleId: schedule.id,
      kind: 'replace',
      contactId: place.deputy.id,
      replacedContactId: place.contact.id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }),
  );

describe('the calendar of a schedule, as a screen draws it', () => {
  it('shows the swap in place of the person, whom it names, and nobody in the gaps', async () => {
    const schedule = await daytime();
    const tomorrow = daysLater(dateOf(now, 'UTC'), 1);
    const noon = new Date(`${tomorrow}T12:00Z`);
    await swap(schedule, noon, after(noon, 2 * HOUR));
    const calendar = await getCalendar(place.actors.responsible_contact, {
      scheduleId: schedule.id,
      ...shownSpan(tomorrow, 'UTC'),
    });
    const [day] = onCallDays(calendar, 'UTC', tomorrow, 28);
    const shown = day?.bars.map((bar) => [bar.name || 'Nobody', barTimes(bar, 'UTC'), bar.change]);
    expect(shown).toEqual([
      ['Nobody', 'until 08:00', null],
      [place.contact.name, '08:00–12:00', null],
      [place.deputy.name, '12:00–14:00', { kind: 'replace', replacedContactId: place.contact.id }],
      [place.contact.name, '14:00–18:00', null],
      ['Nobody', 'from 18:00', null],
    ]);
  });
});

describe('the swaps that are running or coming', () => {
  it('are those that end later, without those that are over or were called off', async () => {
    const schedule = await daytime();
    const running = await swap(schedule, now, after(now, DAY));
    const coming = await swap(schedule, after(now, 2 * DAY), after(now, 3 * DAY));
    const off = await swap(schedule, after(now, 4 * DAY), after(now, 5 * DAY));
    await cancelOverride(place.actors.client_admin, { overrideId: off.id });
    const endingAfter = async (at: Date) => {
      const input = { scheduleId: schedule.id, endsAfter: at.toISOString(), limit: 100 };
      const { items } = await listOverrides(place.actors.responsible_contact, input);
      return items.map(({ id }) => id);
    };
    expect(await endingAfter(now)).toEqual([coming.id, running.id]);
    expect(await endingAfter(after(now, DAY))).toEqual([coming.id]);
    expect(await endingAfter(after(now, 3 * DAY))).toEqual([]);
  });
});
