import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput, type Schedule } from '../../src/domain/oncall/model';
import { getOnCall } from '../../src/domain/oncall/on-call-queries';
import { DomainError, type Problem } from '../../src/kernel/errors';
import { after, HOUR } from '../../src/kernel/duration';
import type { Tenant } from './world';

/** The moment from which these tests count hours. */
export const today = new Date();
export const at = (hours: number) => after(today, hours * HOUR).toISOString();

/** One person, always. */
export const alone = (id: string) => [
  { name: 'Duty', unit: 'day', startsAt: '2025-01-06T09:00', contactIds: [id], spans: [], every: 1 },
];

/** What a refused write says. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; problems: readonly Problem[] }> {
  const [end] = await Promise.allSettled([work]);
  if (end.status === 'fulfilled') throw new Error('It was not refused.');
  if (!(end.reason instanceof DomainError)) throw end.reason;
  const { code, message, problems } = end.reason;
  return { code, message, problems };
}

/** A client that plans its own duty. */
export function dutyPlace(place: () => Tenant) {
  return {
    /** Tom and Eva, week about, since long ago. */
    duty: async (changes: Record<string, unknown> = {}): Promise<Schedule> => {
      const { client, contact, deputy, actors } = place();
      const contactIds = [contact.id, deputy.id];
      const weekly = { name: 'Duty', unit: 'week', startsAt: '2025-01-06T09:00', contactIds };
      const input = { clientId: client.id, name: 'Duty', rotations: [weekly], ...changes };
      return createSchedule(actors.client_admin, createScheduleInput.parse(input));
    },
    override: async (schedule: Schedule, asked: Record<string, unknown>) => {
      const input = { scheduleId: schedule.id, startsAt: at(1), endsAt: at(5), ...asked };
      return createOverride(place().actors.client_admin, createOverrideInput.parse(input));
    },
    /** The names of those on call, so many hours from now. */
    nowOnCall: async (hours = 0): Promise<string[] | undefined> => {
      const { actors, client } = place();
      const [status] = await getOnCall(actors.operator, { clientId: client.id, at: at(hours) });
      return status?.now.map(({ name }) => name);
    },
  };
}
