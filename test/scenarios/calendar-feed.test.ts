import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { createOverride } from '../../src/domain/oncall/create-override';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createOverrideInput, createScheduleInput } from '../../src/domain/oncall/model';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import { ask } from '../support/caller';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

type Entry = { uid: string; summary: string; startsAt: Date; endsAt: Date };

function read(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    const { uid, summary, startDate, endDate } = event;
    return { uid, summary, startsAt: startDate.toJSDate(), endsAt: endDate.toJSDate() };
  });
}

async function feedOf(contactId: string, procedure = 'onCall.feed'): Promise<string> {
  const answer = await ask(world.actors.client_admin, procedure, { contactId });
  const { url } = (answer as { value: { url: string } }).value;
  expect(url).toMatch(/^https:\/\/calm\.example\/api\/calendar\/[\w-]{32}\.ics$/);
  return new URL(url).pathname;
}

it('shows a person’s own shifts to their calendar program, and nobody else’s', async () => {
  const { client, contact: tom, deputy: eva, actors } = world;
  const weekly = { name: 'Duty', unit: 'week', startsAt: '2025-01-06T09:00', contactIds: [tom.id, eva.id] };
  const input = { clientId: client.id, name: 'Duty; nights, too', rotations: [weekly] };
  const schedule = await createSchedule(actors.admin, createScheduleInput.parse(input));
  const now = new Date();
  const swap = {
    scheduleId: schedule.id,
    kind: 'add',
    contactId: eva.id,
    startsAt: after(now, 20 * DAY).toISOString(),
    endsAt: after(now, 20 * DAY + 3 * HOUR).toISOString(),
    note: 'Tom is in hospital',
  };
  await createOverride(actors.admin, createOverrideInput.parse(swap));

  const path = await feedOf(eva.id);
  const answer = await lanes.ask('GET', path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.text).not.toMatch(/Tom|Becker|hospital|@harbor|Eva/);
  const entries = read(answer.text);
  expect(entries.length).toBeGreaterThan(6);
  for (const { summary, startsAt, endsAt } of entries) {
    expect(summary).toBe('On call: Brightwater Payroll (Duty; nights, too)');
    expect(endsAt.getTime()).toBeGreaterThan(startsAt.getTime());
    expect(startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() - 14 * DAY - HOUR);
    expect(endsAt.getTime()).toBeLessThanOrEqual(now.getTime() + 90 * DAY + HOUR);
  }
  // Hand-overs are on Monday at nine in Berlin, in summer and in winter.
  const berlin = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
  const whole = entries.filter(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() > 6 * DAY);
  for (const { startsAt } of whole.slice(1)) expect(berlin.format(startsAt)).toBe('09:00');

  // The same entries have the same names, however often they are asked for.
  const again = read((await lanes.ask('GET', path)).text);
  expect(again.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
  const toms = read((await lanes.ask('GET', await feedOf(tom.id))).text);
  expect(toms.map(({ uid }) => uid).filter((uid) => entries.some((entry) => entry.uid === uid))).toEqual([]);
});

it('has one address, until it is renewed or the person is no contact any more', async () => {
  const path = await feedOf(world.contact.id);
  expect(await feedOf(world.contact.id)).toBe(path);
  const renewed = await feedOf(world.contact.id, 'onCall.renewFeed');
  expect(renewed).not.toBe(path);
  expect((await lanes.ask('GET', path)).status).toBe(404);
  expect((await lanes.ask('GET', renewed)).status).toBe(200);
  expect((await lanes.ask('POST', renewed)).status).toBe(404);
  await removeContact(world.actors.admin, { contactId: world.contact.id, isGapAccepted: true });
  const gone = await lanes.ask('GET', renewed);
  expect(gone.status).toBe(404);
  expect(gone.text).not.toContain('Tom');
});

it('answers nothing to a key that was guessed', async () => {
  const guess = await lanes.ask('GET', `/api/calendar/${'a'.repeat(32)}.ics`);
  expect(guess.status).toBe(404);
  expect((await lanes.ask('GET', '/api/calendar/.ics')).status).toBe(404);
});
