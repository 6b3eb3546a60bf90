import { Temporal } from 'temporal-polyfill';
import type { Contact } from '../../src/domain/contacts/model';
import type { Policy } from '../../src/domain/escalations/model';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput } from '../../src/domain/oncall/model';
import type { Actor } from '../../src/kernel/actor';

type Client = { id: string; timeZone: string };

/**
 * A client's contacts, week about from Monday at nine, the first of them this week; and a swap on one day to come. Nobody
 * is told of hand-overs: the demo's addresses are nobody's.
 * @returns whom an escalation tells: whoever is on call, then the second contact, then the account managers
 */
export async function makeDuty(
  admin: Actor,
  client: Client,
  contacts: readonly Contact[],
): Promise<Policy['steps']> {
  const managers = { targets: [{ type: 'account_manager' as const }], delaySeconds: 600 };
  const [first, second] = contacts;
  const one = (id: string) => ({ targets: [{ type: 'contact' as const, id }], delaySeconds: 300 });
  if (first === undefined || second === undefined) return [...contacts.map(({ id }) => one(id)), managers];
  const now = Temporal.Now.zonedDateTimeISO(client.timeZone);
  const monday = now
    .subtract({ hours: 9 })
    .toPlainDate()
    .subtract({ days: now.subtract({ hours: 9 }).dayOfWeek - 1 });
  const { id: scheduleId } = await createSchedule(
    admin,
    createScheduleInput.parse({
      clientId: client.id,
      name: 'Duty',
      isHandoverTold: false,
      rotations: [
        {
          name: 'Weekly',
          unit: 'week',
          startsAt: `${monday.toString()}T09:00`,
          contactIds: contacts.map(({ id }) => id),
        },
      ],
    }),
  );
  const day = now.toPlainDate().add({ days: 3 });
  const at = (time: string) =>
    day.toZonedDateTime({ timeZone: client.timeZone, plainTime: time }).toInstant();
  const isSecondOnCall = Temporal.PlainDate.compare(day, monday.add({ days: 7 })) >= 0;
  const [who, instead] = isSecondOnCall ? [second, first] : [first, second];
  await createOverride(
    admin,
    createOverrideInput.parse({
      scheduleId,
      kind: 'replace',
      contactId: instead.id,
      replacedContactId: who.id,
      startsAt: at('09:00').toString(),
      endsAt: at('18:00').toString(),
      note: `${who.name} is at the dentist`,
    }),
  );
  return [{ targets: [{ type: 'schedule', id: scheduleId }], delaySeconds: 300 }, one(second.id), managers];
}
