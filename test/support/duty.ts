import { createContact } from '../../src/domain/contacts/create-contact';
import { createCoverage } from '../../src/domain/oncall/create-coverage';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import {
  createCoverageInput,
  createOverrideInput,
  createScheduleInput,
  type Schedule,
} from '../../src/domain/oncall/model';
import { setHolidays } from '../../src/domain/oncall/set-holidays';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import type { Tenant } from './world';

/** Both contacts of a client, week about, for ever; whoever comes on call is told nothing. */
export async function newDuty({ actors, client, contact, deputy }: Tenant, name = 'Duty'): Promise<Schedule> {
  const rotation = { name, unit: 'week', startsAt: '2025-01-06T09:00', contactIds: [contact.id, deputy.id] };
  const input = { clientId: client.id, name, isHandoverTold: false, rotations: [rotation] };
  return createSchedule(actors.admin, createScheduleInput.parse(input));
}

/** Somebody besides, for an hour; each time another one, so that no two are in each other's way. */
export async function newOverride({ actors, client }: Tenant, scheduleId: string, days = 3) {
  const { id: contactId } = await createContact(actors.admin, { clientId: client.id, name: 'Ida Kern' });
  const begin = after(new Date(), days * DAY);
  const times = { startsAt: begin.toISOString(), endsAt: after(begin, HOUR).toISOString() };
  return createOverride(
    actors.admin,
    createOverrideInput.parse({ scheduleId, kind: 'add', contactId, ...times }),
  );
}

export async function newCoverage({ actors, contact }: Tenant, scheduleId: string, hours = 24 * 5) {
  const begin = after(new Date(), hours * HOUR);
  const times = { startsAt: begin.toISOString(), endsAt: after(begin, HOUR / 2).toISOString() };
  const shifts = [{ contactId: contact.id, ...times }];
  return createCoverage(actors.admin, createCoverageInput.parse({ scheduleId, ...times, shifts }));
}

type Duty = { scheduleId: string; overrideId: string; coverageId: string };

/** By client: it has only so many schedules. */
const duties = new Map<string, Duty>();

/** A schedule with an override and a coverage ahead, and a holiday. */
export async function dutyOf(tenant: Tenant): Promise<Duty> {
  const { id: clientId } = tenant.client;
  const known = duties.get(clientId);
  if (known !== undefined) return known;
  const { id: scheduleId } = await newDuty(tenant);
  const { id: overrideId } = await newOverride(tenant, scheduleId);
  const { id: coverageId } = await newCoverage(tenant, scheduleId);
  const holidays = [{ date: '2099-12-25', name: 'Christmas' }];
  await setHolidays(tenant.actors.admin, { clientId, holidays });
  const duty = { scheduleId, overrideId, coverageId };
  duties.set(clientId, duty);
  return duty;
}
