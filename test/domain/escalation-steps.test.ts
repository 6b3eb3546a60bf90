// Whom a step tells when it begins: several targets, nobody there, people and policies that change under way, overlaps,
// quiet hours.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateContactInput } from '../../src/domain/contacts/model';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { clearPolicy } from '../../src/domain/escalations/clear-policy';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createOverrideInput } from '../../src/domain/oncall/model';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import {
  contactStep,
  EscalationRoom,
  lines,
  managers,
  scheduleStep,
  told,
  types,
} from '../support/escalation-room';
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

async function now(): Promise<Date> {
  const [row] = await world.ownerSql<[{ at: Date }]>`select app_now() as at`;
  return row.at;
}

describe('several targets in one step', () => {
  it('are told together, and nobody twice', async () => {
    const schedule = await room.addSchedule([first()]);
    await room.setPolicy([
      {
        targets: [
          { type: 'contact', id: first().id },
          { type: 'schedule', id: schedule.id },
          { type: 'everyone' },
          { type: 'account_manager' },
        ],
        delaySeconds: 60,
      },
    ]);
    const escalation = await room.start();
    expect(told(await room.read(escalation))).toEqual([
      '1.1 The first of Northgate',
      '1.1 The second of Northgate',
      '1.1 The account manager',
    ]);
  });

  it('may leave one out: the others are told, and the account managers hear of it once a run', async () => {
    const schedule = await room.addSchedule([]);
    await room.setPolicy(
      [
        {
          ...contactStep(first()),
          targets: [...contactStep(first()).targets, { type: 'schedule', id: schedule.id }],
        },
      ],
      {
        cycles: 2,
      },
    );
    const escalation = await room.start();
    expect(lines(await room.read(escalation)).slice(1)).toEqual([
      'Step 1: telling The first of Northgate',
      'Step 1: Nobody is on call for Weekend duty.',
    ]);
    expect(types(await room.read(escalation)).at(-1)).toBe('nobody_on_call');
    expect(told(await room.pass(5, escalation))).toHaveLength(2);
    expect(await room.notices()).toEqual([
      {
        to: 'The account manager',
        subject: 'Somebody could not be told about an escalation of Northgate',
      },
    ]);
  });
});

describe('a schedule', () => {
  it('means whoever is on call when the step begins', async () => {
    const schedule = await room.addSchedule([first()]);
    await room.setPolicy([contactStep(second()), scheduleStep(schedule)]);
    const escalation = await room.start();
    const at = await now();
    await createOverride(
      admin(),
      createOverrideInput.parse({
        scheduleId: schedule.id,
        kind: 'replace',
        contactId: second().id,
        replacedContactId: first().id,
        startsAt: at.toISOString(),
        endsAt: after(at, HOUR).toISOString(),
      }),
    );
    expect(told(await room.pass(5, escalation))).toEqual([
      '1.1 The second of Northgate',
      '1.2 The second of Northgate',
    ]);
  });

  it('without anybody is passed at once; the account managers can take it', async () => {
    await room.setPolicy([scheduleStep(await room.addSchedule([])), contactStep(second())]);
    const escalation = await room.read(await room.start());
    expect(escalation).toMatchObject({ state: 'open', step: 2 });
    expect(told(escalation)).toEqual(['1.1 The account manager', '1.2 The second of Northgate']);
    expect(types(escalation)).toEqual(['started', 'nobody_on_call', 'step_begun']);
    expect(lines(escalation)[1]).toBe(
      'Step 1: nobody could be told. Nobody is on call for Weekend duty. Going on.',
    );
  });
});

describe('under way', () => {
  it('a contact who leaves is followed by the stand-in, in a policy that runs too', async () => {
    const stand = await room.addContact('Ida Kern');
    const escalation = await room.start();
    await removeContact(admin(), { contactId: second().id, replacedById: stand.id });
    expect(told(await room.pass(5, escalation))).toEqual(['1.1 The first of Northgate', '1.2 Ida Kern']);
  });

  it('a contact who leaves without one is passed', async () => {
    const escalation = await room.start();
    await removeContact(admin(), { contactId: second().id, isGapAccepted: true });
    const passed = await room.pass(5, escalation);
    expect(passed).toMatchObject({ state: 'open', step: 3 });
    expect(lines(passed)).toContain(
      'Step 2: nobody could be told. The second of Northgate is no longer a contact. Going on.',
    );
    // One word to the account managers, not two at the same moment.
    expect(told(passed)).toEqual(['1.1 The first of Northgate', '1.3 The account manager']);
  });

  it('a method that was added counts from the next step on, one that was removed no more', async () => {
    await room.setPolicy([contactStep(first())], { cycles: 2 });
    const escalation = await room.start();
    const methods = [
      { channel: 'sms', address: '+4915112345678' },
      { channel: 'voice', address: '+4915112345678' },
    ];
    await updateContact(admin(), updateContactInput.parse({ contactId: first().id, methods }));
    const { deliveries } = await room.pass(5, escalation);
    expect(deliveries.toReversed().map(({ cycle, channel, waitsFor }) => [cycle, channel, waitsFor])).toEqual(
      [
        [1, 'email', null],
        [2, 'sms', null],
        [2, 'voice', 'method_delay'],
      ],
    );
  });

  it('a policy that is changed or given up moves nothing', async () => {
    const escalation = await room.start();
    await room.setPolicy([managers], { urgency: 'urgent' });
    await room.setPolicy([managers]);
    await clearPolicy(admin(), { clientId: room.clientId, urgency: 'urgent' });
    expect(told(await room.pass(5, escalation))).toEqual([
      '1.1 The first of Northgate',
      '1.2 The second of Northgate',
    ]);
  });
});

describe('overlapping steps', () => {
  it('tell somebody again, but never by a message that still waits from before', async () => {
    const methods = [
      { channel: 'email', address: 'ida@room.example' },
      { channel: 'sms', address: '+4915112345678' },
    ];
    const ida = await room.addContact('Ida Kern', { methods });
    await room.setPolicy([
      contactStep(ida, { delaySeconds: 60 }),
      {
        ...contactStep(ida),
        targets: [
          { type: 'contact', id: ida.id },
          { type: 'contact', id: second().id },
        ],
      },
    ]);
    const escalation = await room.start();
    const { deliveries } = await room.pass(1, escalation);
    const shown = deliveries.map(({ cycle, step, recipientName, channel, state }) =>
      [`${cycle}.${step}`, recipientName, channel, state].join(' '),
    );
    expect(shown.toSorted()).toEqual([
      '1.1 Ida Kern email sent',
      '1.2 Ida Kern email pending',
      '1.2 Ida Kern sms pending',
      '1.2 The second of Northgate email pending',
    ]);
    // At the time at which it was to come anyway.
    const text = deliveries.find(({ channel }) => channel === 'sms');
    expect(text).toMatchObject({
      waitsFor: 'method_delay',
      nextAttemptAt: after(escalation.startedAt, 2 * MINUTE),
    });
  });

  it('tell once, late, whoever was to be told while nobody was at work', async () => {
    await room.setPolicy([contactStep(first())], { cycles: 3 });
    const escalation = await room.start();
    await world.moveClock(3 * HOUR);
    await room.advance(escalation);
    await room.advance(escalation);
    const late = await room.read(escalation);
    expect(late).toMatchObject({ state: 'open', cycle: 2, step: 1 });
    expect(told(late)).toEqual(['2.1 The first of Northgate']);
    const begunAt = late.timeline.at(-1)?.at ?? escalation.startedAt;
    expect(begunAt.getTime()).toBeGreaterThanOrEqual(after(escalation.startedAt, 3 * HOUR).getTime());
    expect(late.nextStepDueAt).toEqual(after(begunAt, 5 * MINUTE));
  });
});

describe('quiet hours', () => {
  const around = async (contact: { id: string }) => {
    const hour = (await now()).getUTCHours();
    const clock = (h: number) => `${String((h + 24) % 24).padStart(2, '0')}:00`;
    const quietHours = { from: clock(hour - 1), to: clock(hour + 2) };
    const input = { contactId: contact.id, timeZone: 'UTC', quietHours };
    await updateContact(admin(), updateContactInput.parse(input));
    const end = await now();
    end.setUTCHours(hour + 2, 0, 0, 0);
    return end;
  };

  it('hold back what is routine, visibly, and the next step with it', async () => {
    const end = await around(first());
    const escalation = await room.read(await room.start({ urgency: 'routine' }));
    expect(escalation.deliveries).toMatchObject([
      { state: 'pending', waitsFor: 'quiet_hours', nextAttemptAt: end },
    ]);
    expect(escalation.nextStepDueAt).toEqual(after(end, 5 * MINUTE));
    expect(types(escalation)).toEqual(['started', 'step_begun', 'waiting']);
    expect(lines(escalation)[2]).toMatch(
      /^The first of Northgate has quiet hours: told on \w{3} \d+ \w{3}, \d\d:\d\d \(Europe\/London\)$/,
    );
    const wait = (end.getTime() - (await now()).getTime()) / MINUTE;
    expect(await room.pass(wait + 4, escalation)).toMatchObject({ state: 'open', step: 1 });
    expect(await room.pass(1, escalation)).toMatchObject({ state: 'open', step: 2 });
  });

  it.each(['urgent', 'emergency'] as const)('hold back nothing that is %s', async (urgency) => {
    await around(first());
    const escalation = await room.read(await room.start({ urgency }));
    expect(escalation.deliveries).toMatchObject([{ waitsFor: null }]);
    expect(types(escalation)).toEqual(['started', 'step_begun']);
  });

  it('of one do not keep another waiting, and the step counts from the first who is told', async () => {
    const end = await around(first());
    await room.setPolicy([{ targets: [{ type: 'everyone' }], delaySeconds: 300 }]);
    const escalation = await room.read(await room.start({ urgency: 'routine' }));
    const waits = escalation.deliveries.map(({ recipientName, waitsFor }) => [recipientName, waitsFor]);
    expect(Object.fromEntries(waits)).toEqual({
      'The first of Northgate': 'quiet_hours',
      'The second of Northgate': null,
    });
    expect(escalation.nextStepDueAt?.getTime()).toBeLessThan(end.getTime());
  });
});
