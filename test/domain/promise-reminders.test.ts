// Who is told of a promise before it breaks, when, and on which way: by the rows that the engine writes, at the times it
// would come by.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import { claimDuePromises } from '../../src/db/follow-gate';
import { updateClient } from '../../src/domain/clients/update-client';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { remindPromise } from '../../src/domain/followups/remind-promise';
import { renegotiatePromise } from '../../src/domain/followups/renegotiate-promise';
import { setHolidays } from '../../src/domain/oncall/set-holidays';
import { handOverCallback } from '../../src/domain/promises/hand-over-callback';
import { keepPromiseInput } from '../../src/domain/promises/model';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { nextCaller } from '../support/ledger-desk';
import { takeBack, tellCaller, wrongBriefing } from '../support/recall-day';
import { reminderDay } from '../support/reminder-day';
import { actorOf, makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let tenant: Tenant;
let day: ReturnType<typeof reminderDay>;

beforeAll(async () => {
  world = await makeWorld();
  day = reminderDay(world);
  // The nights the clocks change may lie half a year ahead: more milliseconds than the clock of a test is made for.
  await world.ownerSql`alter table clock_offset alter column milliseconds type bigint`;
});

afterAll(() => world.stop());

/** Each on a client of its own, whose clock is Berlin's. */
beforeEach(async () => {
  tenant = await addClient(world, 'Northgate Clinic');
  await updateClient(world.actors.admin, { clientId: tenant.client.id, timeZone: 'Europe/Berlin' });
});

const mark = () => /^operator@(.*)$/.exec(operatorAddress)?.[1] ?? '';
let operatorAddress = '';
beforeAll(async () => {
  const [row] =
    await world.ownerSql`select email from memberships where role = 'operator' order by created_at limit 1`;
  operatorAddress = row?.email as string;
});
const managerAddress = () => `account_manager@${mark()}`;

async function newOperator(name: string) {
  const email = `${newId()}@harbor.example`;
  const { id } = await createMember(world.actors.admin, {
    email,
    name,
    role: 'operator',
    passwordHash: 'none',
  });
  return { actor: actorOf(world.organizationId, 'operator', id, name, null), email };
}

describe('a promise of an operator', () => {
  it('reminds the operator ahead and at the deadline, the account managers before it breaks and when it is overdue', async () => {
    const promise = await day.give(tenant, await day.inMinutes(240));
    const comesBy = async (minutes: number) => {
      await world.moveClock(minutes * MINUTE);
      await day.engineComesBy();
      return (await day.told(tenant)).map(
        ({ to, subject }) => `${to.split('@')[0]}: ${subject.split(':')[0]}`,
      );
    };
    expect(await comesBy(179)).toEqual([]);
    expect(await comesBy(2)).toEqual(['operator: A promise is due soon']);
    expect(await comesBy(28)).toEqual([]);
    expect(await comesBy(2)).toEqual(['account_manager: A promise is about to break']);
    expect(await comesBy(30)).toEqual(['operator: A promise is due now']);
    expect(await comesBy(5)).toEqual(['account_manager: A promise is overdue']);
    expect(await comesBy(24 * 60)).toEqual([]);
    expect(await day.linesOf(promise)).toEqual([
      'ahead: Told The operator',
      'warned: Told The account manager',
      'due: Told The operator',
      'overdue: Told The account manager',
    ]);
    const events = await world.ownerSql`
      select payload from live_events where type = 'promise.reminded' and payload::text like ${`%${promise.id}%`}`;
    expect(events).toHaveLength(4);
    const audited = await world.ownerSql`
      select detail from audit_entries where subject_id = ${promise.id} and action = 'promise.reminded' order by id`;
    expect(audited.map(({ detail }) => (detail as { stage: string }).stage)).toEqual([
      'ahead',
      'warned',
      'due',
      'overdue',
    ]);
  });

  it('that was kept, or stands no longer, reminds nobody', async () => {
    const kept = await day.give(tenant, await day.inMinutes(60));
    const other = await day.give(tenant, await day.inMinutes(60));
    await keepPromise(
      tenant.actors.operator,
      keepPromiseInput.parse({ promiseId: kept.id, evidence: 'Told.' }),
    );
    const next = await renegotiatePromise(tenant.actors.operator, {
      promiseId: other.id,
      consent: 'In the evening is fine.',
      dueAt: (await day.inMinutes(600)).toInstant().toString(),
    });
    await world.moveClock(3 * HOUR);
    await day.engineComesBy();
    expect(await day.told(tenant)).toEqual([]);
    await world.moveClock(5 * HOUR + SECOND);
    await day.engineComesBy();
    expect((await day.told(tenant)).map(({ to }) => to)).toEqual([operatorAddress]);
    expect(await day.linesOf(next)).toEqual(['ahead: Told The operator']);
  });

  it('reminds whoever took the call back over; and the account managers where that person left', async () => {
    const { actor, email } = await newOperator('Ines Roth');
    const promise = await day.give(tenant, await day.inMinutes(60), { kind: 'callback' });
    await handOverCallback(tenant.actors.operator, {
      callbackId: promise.id,
      toMemberId: actor.id,
      words: '',
    });
    await world.moveClock(46 * MINUTE);
    await day.engineComesBy();
    expect((await day.told(tenant)).map(({ to }) => to)).toEqual([email]);
    await disableMember(world.actors.admin, actor.id);
    await world.moveClock(14 * MINUTE + SECOND);
    await day.engineComesBy();
    const warned = await day.told(tenant);
    expect(warned.map(({ to }) => to)).toEqual([managerAddress()]);
    expect((await day.linesOf(promise)).slice(-2)).toEqual([
      'warned: Told The account manager, late by 7 min',
      'due: Ines Roth does not work here any more.',
    ]);
  });
});

describe('what anybody of the answering service does', () => {
  it('is shown at the desks; where nobody sits at one, the account managers hear at once', async () => {
    const watched = await day.give(tenant, await day.inMinutes(60), { owner: 'service' });
    await world.moveClock(45 * MINUTE - SECOND);
    await markPresent(tenant.actors.operator);
    await world.moveClock(2 * SECOND);
    await day.engineComesBy();
    expect(await day.told(tenant)).toEqual([]);
    expect(await day.linesOf(watched)).toEqual(['ahead: Shown at the desks']);

    const unwatched = await day.give(tenant, await day.inMinutes(240), { owner: 'service' });
    await world.moveClock(3 * HOUR + SECOND);
    await day.engineComesBy();
    const notices = await day.told(tenant);
    expect(
      notices.filter(({ lines }) => lines[0] === 'Nobody is at a desk now.').map(({ to }) => to),
    ).toEqual([managerAddress()]);
    expect(await day.linesOf(unwatched)).toEqual([
      'ahead: Nobody is at a desk now. Told The account manager',
    ]);
  });
});

describe('what the client’s contact does', () => {
  const office = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));

  it('reminds whoever is responsible while they work: the day before a holiday', async () => {
    const { id: clientId } = tenant.client;
    await updateClient(world.actors.admin, { clientId, businessHours: office });
    const monday = await day.untilMonday(10);
    const tuesday = monday.add({ days: 1 });
    const holidays = [{ date: tuesday.toPlainDate().toString(), name: 'Founders’ day' }];
    await setHolidays(world.actors.admin, { clientId, holidays });
    const promise = await day.give(tenant, tuesday.with({ hour: 20 }), { owner: 'client' });
    await day.until(monday.with({ hour: 16, minute: 29 }));
    await day.engineComesBy();
    expect(await day.told(tenant)).toEqual([]);
    await day.until(monday.with({ hour: 16, minute: 31 }));
    await day.engineComesBy();
    const [notice, ...more] = await day.told(tenant);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ to: expect.stringMatching(/^first@client-/) as string, waitsFor: null });
    expect(notice?.lines.join(' ')).toContain('was promised information (when the rest is paid), by Tue');
    expect(notice?.lines.join(' ')).not.toContain('+49');
    expect(await day.linesOf(promise)).toEqual(['ahead: Told The first of Northgate Clinic']);
    // Before it breaks the account managers hear of it, holiday or not.
    await day.until(tuesday.with({ hour: 19, minute: 1 }));
    await day.engineComesBy();
    expect((await day.told(tenant)).map(({ to }) => to)).toEqual([managerAddress()]);
  });

  it('waits for the end of their quiet hours, in sight', async () => {
    const monday = await day.untilMonday(8);
    await updateContact(world.actors.admin, {
      contactId: tenant.contact.id,
      quietHours: { from: '12:00', to: '13:30' },
    });
    await day.give(tenant, monday.with({ hour: 14 }), { owner: 'client' });
    await day.until(monday.with({ hour: 12, minute: 31 }));
    await day.engineComesBy();
    expect(await day.told(tenant)).toMatchObject([{ waitsFor: 'quiet_hours' }]);
    const [row] = await world.ownerSql`
      select next_attempt_at from deliveries where client_id = ${tenant.client.id} order by created_at desc limit 1`;
    expect((row?.next_attempt_at as Date).getTime()).toBe(
      monday.with({ hour: 13, minute: 30 }).epochMilliseconds,
    );
  });

  it('tells the account managers where nobody of the client can be told any more', async () => {
    const promise = await day.give(tenant, await day.inMinutes(60), { owner: 'client' });
    await world.ownerSql`update contact_methods set stopped_at = app_now() where client_id = ${tenant.client.id}`;
    await world.moveClock(46 * MINUTE);
    await day.engineComesBy();
    expect((await day.told(tenant)).map(({ to }) => to)).toEqual([managerAddress()]);
    expect(await day.linesOf(promise)).toEqual([
      'ahead: Nobody of Northgate Clinic can be told. Told The account manager',
    ]);
  });
});

describe('a day of another length', () => {
  it.each(['forward', 'back'])('"tomorrow 10:00" over the night the clocks go %s', async (direction) => {
    // Two days on, so that the day before lies ahead.
    const now = (await day.zonedNow()).add({ days: 2 });
    const wanted = direction === 'forward' ? 23 : 25;
    let change = now.getTimeZoneTransition('next');
    while (change?.hoursInDay !== wanted) change = change?.getTimeZoneTransition('next') ?? null;
    const given = change.subtract({ days: 1 }).with({ hour: 10, minute: 0, second: 0, millisecond: 0 });
    await day.until(given);
    const dueAt = given.add({ days: 1 });
    expect(dueAt.since(given, { largestUnit: 'hours' }).hours).toBe(wanted);
    const promise = await day.give(tenant, dueAt);
    expect(promise.before).toMatch(/tomorrow by 10:00 \(Berlin\)\.$/);
    await day.until(dueAt.subtract({ hours: 2, seconds: 30 }));
    await day.engineComesBy();
    expect(await day.told(tenant)).toEqual([]);
    await day.until(dueAt.subtract({ hours: 2 }).add({ seconds: 1 }));
    await day.engineComesBy();
    const [notice] = await day.told(tenant);
    expect(notice?.to).toBe(operatorAddress);
    expect(notice?.subject).toContain(', 10:00 (Europe/Berlin)');
    await day.until(dueAt.add({ seconds: 1 }));
    await day.engineComesBy();
    expect((await day.told(tenant)).map(({ subject }) => subject.split(':')[0])).toEqual([
      'A promise is about to break',
      'A promise is due now',
    ]);
  });
});

describe('many callbacks of one recall', () => {
  it('are told of together, once, however many turns there are', async () => {
    const wrong = await wrongBriefing(tenant);
    for (let n = 0; n < 12; n += 1) await tellCaller(tenant, nextCaller(), wrong.statementId);
    await takeBack(tenant.actors.author, wrong);
    await day.told(tenant);
    await world.moveClock(30 * DAY);
    await Promise.all([day.engineComesBy(), day.engineComesBy()]);
    const notices = (await day.told(tenant)).filter(({ lines }) => lines.join(' ').includes('12 callers'));
    expect(notices.map(({ to }) => to)).toEqual([managerAddress()]);
    expect(notices[0]?.subject).toContain('Promises are overdue: Northgate Clinic');
    expect(notices[0]?.lines.join(' ')).toContain('And 2 more.');
    const [counted] = await world.ownerSql`
      select count(*)::int as lines from promise_events e join promises p on p.id = e.promise_id
      where p.client_id = ${tenant.client.id} and p.reason = 'recall' and e.type = 'overdue'`;
    expect(counted).toEqual({ lines: 12 });
  });
});

it('a service’s promises wait behind nobody else’s, and are claimed once', async () => {
  const other = await world.addTenant('Quay');
  const elsewhere = tenant;
  for (let n = 0; n < 5; n += 1) await day.give(tenant, await day.inMinutes(60));
  tenant = other;
  const theirs = await day.give(tenant, await day.inMinutes(60));
  tenant = elsewhere;
  await world.moveClock(50 * MINUTE);
  const first = await claimDuePromises(database().sql, 2, 20);
  expect(first.map(({ id }) => id)).toContain(theirs.id);
  const rest = await claimDuePromises(database().sql, 200, 20);
  expect(rest).toHaveLength(4);
  expect(await claimDuePromises(database().sql, 200, 20)).toEqual([]);
  await expect(remindPromise(world.actors.admin, theirs.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
