import { expect } from 'vitest';
import { readClock } from '@/db/clock';
import { database } from '@/db/client';
import { claimDueHandovers } from '@/db/on-call-gate';
import { cancelOverride } from '@/domain/oncall/cancel-override';
import { createOverride } from '@/domain/oncall/create-override';
import { createSchedule } from '@/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput, type Schedule } from '@/domain/oncall/model';
import { updateSchedule } from '@/domain/oncall/update-schedule';
import { tellHandover } from '@/domain/escalations/tell-handover';
import { engineActor } from '@/db/gate';
import { after, DAY, HOUR, MINUTE } from '@/kernel/duration';
import { test, type Stage } from '../support/stage';

const addressOf = (stage: Stage, role: string) =>
  stage.accountManager.replace('account_manager@', `${role}@`);

/** An hour of each, by turns; the first one began half an hour ago. */
async function hourly(stage: Stage, changes: Record<string, unknown> = {}): Promise<Schedule> {
  const { client, contact, deputy, actors } = stage.world;
  const startsAt = after(await readClock(), -30 * MINUTE)
    .toISOString()
    .slice(0, 16);
  const rotation = { name: 'Hours', unit: 'hour', startsAt, contactIds: [contact.id, deputy.id] };
  const input = { clientId: client.id, name: 'Duty', timeZone: 'UTC', rotations: [rotation], ...changes };
  return createSchedule(actors.client_admin, createScheduleInput.parse(input));
}

async function override(stage: Stage, schedule: Schedule, asked: Record<string, unknown>) {
  const input = createOverrideInput.parse({ scheduleId: schedule.id, ...asked });
  return createOverride(stage.world.actors.client_admin, input);
}

test('whoever comes on call is told so, with until when and who was before', async ({ stage }) => {
  await stage.startWorker();
  await hourly(stage);
  const first = await stage.sink.expectMailTo(stage.contact);
  expect(first.subject).toBe('[Calmline] You are on call for Brightwater Payroll: Duty');
  expect(first.text).toMatch(/You are on call now for Brightwater Payroll \(Duty\), until .* UTC\./);
  expect(first.text).not.toContain('Before you');
  expect(first.text).toContain('https://calm.example/portal/on-call');
  await stage.pass(10 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(21 * MINUTE);
  const second = await stage.sink.expectMailTo(stage.deputy);
  expect(second.text).toContain('Before you: Tom Becker.');
});

test('an engine that was down over several hand-overs tells how things stand, once', async ({ stage }) => {
  const worker = await stage.startWorker();
  await hourly(stage);
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await worker.stop();
  // Eva, Tom, Eva, Tom, Eva: half past five hours later it is her turn.
  await stage.world.moveClock(5 * HOUR);
  await stage.startWorker();
  await stage.sink.expectMailTo(stage.deputy);
  await stage.settled();
  stage.sink.expectNoMore();
});

test('a stand-in is told when the override begins, and the other one when it ends', async ({ stage }) => {
  await stage.startWorker();
  const { contact, deputy } = stage.world;
  const schedule = await hourly(stage, {
    rotations: [{ name: 'Tom', unit: 'day', startsAt: '2025-01-06T00:00', contactIds: [contact.id] }],
  });
  await stage.sink.expectMailTo(stage.contact);
  const now = await readClock();
  await override(stage, schedule, {
    kind: 'replace',
    contactId: deputy.id,
    replacedContactId: contact.id,
    startsAt: after(now, HOUR).toISOString(),
    endsAt: after(now, 3 * HOUR).toISOString(),
  });
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(61 * MINUTE);
  expect((await stage.sink.expectMailTo(stage.deputy)).text).toContain('Before you: Tom Becker.');
  await stage.pass(2 * HOUR);
  await stage.sink.expectMailTo(stage.contact);
});

test('nobody is told of a schedule that tells nobody', async ({ stage }) => {
  await stage.startWorker();
  await hourly(stage, { isHandoverTold: false });
  await stage.settled();
  await stage.pass(HOUR);
  await stage.settled();
  stage.sink.expectNoMore();
});

test('gaps ahead are told once to the client and to the account managers', async ({ stage }) => {
  await stage.startWorker();
  const { contact } = stage.world;
  const schedule = await hourly(stage, {
    isHandoverTold: false,
    rotations: [{ name: 'Tom', unit: 'day', startsAt: '2025-01-06T00:00', contactIds: [contact.id] }],
  });
  await stage.settled();
  stage.sink.expectNoMore();
  const now = await readClock();
  const remove = { kind: 'remove', replacedContactId: contact.id };
  const days = (n: number) => after(now, n * DAY).toISOString();
  const near = await override(stage, schedule, { ...remove, startsAt: days(2), endsAt: days(2.5) });
  const planner = await stage.sink.expectMailTo(addressOf(stage, 'client_admin'));
  expect(planner.subject).toBe('[Calmline] Nobody is on call for Brightwater Payroll: Duty');
  expect(planner.text).toMatch(/\d+ \w+ \d{4} at \d\d:\d\d UTC until \d+ \w+ \d{4} at \d\d:\d\d UTC/);
  expect(planner.text).toContain('https://calm.example/portal/on-call');
  const manager = await stage.sink.expectMailTo(stage.accountManager);
  expect(manager.text).toContain('https://calm.example/manage/on-call');
  // A gap further ahead is told when it is a week away.
  await override(stage, schedule, { ...remove, startsAt: days(9), endsAt: days(10) });
  await stage.pass(DAY + MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(DAY + MINUTE);
  await stage.sink.expectMailTo(addressOf(stage, 'client_admin'));
  await stage.sink.expectMailTo(stage.accountManager);
  await cancelOverride(stage.world.actors.client_admin, { overrideId: near.id });
  await stage.settled();
  stage.sink.expectNoMore();
});

test('what is left open every week is told once, and again when the plan changes', async ({ stage }) => {
  await stage.startWorker();
  const { contact, deputy, actors } = stage.world;
  const nights = {
    name: 'Nights',
    unit: 'day',
    startsAt: '2025-01-06T00:00',
    contactIds: [contact.id],
    spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '08:00' }],
  };
  const { id } = await hourly(stage, { isHandoverTold: false, rotations: [nights] });
  const expectBoth = async () => {
    await stage.sink.expectMailTo(addressOf(stage, 'client_admin'));
    await stage.sink.expectMailTo(stage.accountManager);
  };
  await expectBoth();
  for (let day = 0; day < 9; day += 1) await stage.pass(DAY);
  await stage.settled();
  stage.sink.expectNoMore();
  const rotations = [{ ...nights, unit: 'day' as const, every: 1, contactIds: [deputy.id] }];
  await updateSchedule(actors.client_admin, {
    scheduleId: id,
    rotations: createScheduleInput.parse({ clientId: stage.world.client.id, name: 'x', rotations }).rotations,
  });
  await expectBoth();
});

test('a schedule of another service waits behind nobody, and is claimed once', async ({ stage }) => {
  const { sql } = database();
  const other = await stage.world.addTenant('Quay');
  for (let n = 0; n < 20; n += 1) await hourly(stage, { name: `Duty ${n}`, isHandoverTold: false });
  const { id } = await createSchedule(
    other.actors.admin,
    createScheduleInput.parse({ clientId: other.client.id, name: 'Theirs', isHandoverTold: false }),
  );
  const claims = await claimDueHandovers(sql, 2, 20);
  expect(claims.map((claim) => claim.id)).toContain(id);
  expect(await claimDueHandovers(sql, 100, 20)).toHaveLength(19);
  expect(await claimDueHandovers(sql, 100, 20)).toEqual([]);
  // Looked at, and looked at once more though nothing is due.
  const engine = engineActor(stage.world.organizationId);
  const [own] = claims.filter((claim) => claim.id !== id);
  await tellHandover(engine, own?.id ?? '');
  await tellHandover(engine, own?.id ?? '');
  const [row] = await stage.world.ownerSql<{ isAhead: boolean }[]>`
    select next_check_at > app_now() as "isAhead" from on_call_schedules where id = ${own?.id ?? ''}`;
  expect(row?.isAhead).toBe(true);
});
