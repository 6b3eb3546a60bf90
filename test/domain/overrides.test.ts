import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelCoverage } from '../../src/domain/oncall/cancel-coverage';
import { cancelOverride } from '../../src/domain/oncall/cancel-override';
import { listCoverages, listOverrides } from '../../src/domain/oncall/change-queries';
import { createCoverage } from '../../src/domain/oncall/create-coverage';
import type { Schedule } from '../../src/domain/oncall/model';
import { getOnCall } from '../../src/domain/oncall/on-call-queries';
import { HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { alone, at, dutyPlace, refusal, today } from '../support/duty-place';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let place: Tenant;
const { duty, override, nowOnCall } = dutyPlace(() => place);

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.addTenant('Harbor');
});
afterAll(() => world.stop());

describe('an override', () => {
  it('adds, removes and replaces, for its time alone', async () => {
    const { contact: tom, deputy: eva } = place;
    const schedule = await duty({ rotations: alone(tom.id) });
    await override(schedule, { kind: 'add', contactId: eva.id, startsAt: at(1), endsAt: at(2) });
    await override(schedule, { kind: 'remove', replacedContactId: tom.id, startsAt: at(2), endsAt: at(3) });
    const swap = { kind: 'replace', contactId: eva.id, replacedContactId: tom.id };
    await override(schedule, { ...swap, startsAt: at(3), endsAt: at(4) });
    expect(await nowOnCall(0)).toEqual(['Tom Becker']);
    expect(await nowOnCall(1)).toEqual(['Tom Becker', 'Eva Schulz']);
    expect(await nowOnCall(2)).toEqual([]);
    expect(await nowOnCall(3)).toEqual(['Eva Schulz']);
    expect(await nowOnCall(4)).toEqual(['Tom Becker']);
    const [status] = await getOnCall(place.actors.operator, { clientId: place.client.id });
    expect(status?.gaps).toEqual([{ startsAt: new Date(at(2)), endsAt: new Date(at(3)) }]);
  });

  it('is refused where its people do not fit its kind, and where its time does not fit', async () => {
    const schedule = await duty();
    const { contact: tom, deputy: eva } = place;
    const fields = async (asked: Record<string, unknown>) => {
      const { code, problems } = await refusal(override(schedule, asked));
      return [code, ...problems.map(({ field }) => field)];
    };
    expect(await fields({ kind: 'add', replacedContactId: tom.id })).toEqual([
      'INVALID',
      'contactId',
      'replacedContactId',
    ]);
    expect(await fields({ kind: 'remove', contactId: tom.id })).toEqual([
      'INVALID',
      'contactId',
      'replacedContactId',
    ]);
    expect(await fields({ kind: 'replace', contactId: tom.id, replacedContactId: tom.id })).toEqual([
      'INVALID',
      'contactId',
    ]);
    expect(await fields({ kind: 'add', contactId: world.contact.id })).toEqual(['INVALID', 'contactId']);
    const add = { kind: 'add', contactId: eva.id };
    expect(await fields({ ...add, endsAt: at(1) })).toEqual(['INVALID', 'endsAt']);
    expect(await fields({ ...add, startsAt: at(-5), endsAt: at(-1) })).toEqual(['INVALID', 'endsAt']);
    expect(await fields({ ...add, endsAt: at(91 * 24 + 1) })).toEqual(['INVALID', 'endsAt']);
    await override(schedule, { ...add, endsAt: at(90 * 24 + 1) });
  });

  it('is refused where another one speaks of the same person at the same time', async () => {
    const schedule = await duty({ timeZone: 'UTC' });
    const { contact: tom, deputy: eva } = place;
    await override(schedule, { kind: 'replace', contactId: eva.id, replacedContactId: tom.id });
    const { code, message } = await refusal(
      override(schedule, { kind: 'remove', replacedContactId: tom.id, startsAt: at(4), endsAt: at(8) }),
    );
    expect(code).toBe('CONFLICT');
    expect(message).toMatch(
      /^Another override says already: Eva Schulz stands in for Tom Becker from .* until .*; The client admin made it\. Cancel that one first, or choose other times\.$/,
    );
    // One after the other they stand; and cancelled, the first is in nobody's way.
    await override(schedule, { kind: 'remove', replacedContactId: tom.id, startsAt: at(5), endsAt: at(8) });
    const { items } = await listOverrides(place.actors.operator, { scheduleId: schedule.id, limit: 10 });
    await cancelOverride(place.actors.client_admin, { overrideId: items[1]?.id ?? '' });
    await override(schedule, { kind: 'add', contactId: eva.id });
  });

  it('made twice at the very same moment stands once', async () => {
    const schedule = await duty();
    const asked = { kind: 'remove', replacedContactId: place.contact.id };
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => override(schedule, asked)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'CONFLICT' });
    const { items } = await listOverrides(place.actors.operator, { scheduleId: schedule.id, limit: 10 });
    expect(items).toHaveLength(1);
  });

  it('that runs ends when it is cancelled, and stays on record until then', async () => {
    const { contact: tom, deputy: eva, actors } = place;
    const schedule = await duty({ rotations: alone(tom.id) });
    const { id, startsAt } = await override(schedule, {
      kind: 'add',
      contactId: eva.id,
      startsAt: at(-3),
    });
    // A start that has passed means now.
    expect(startsAt.getTime()).toBeGreaterThanOrEqual(today.getTime() - 1_000);
    await world.moveClock(HOUR);
    await cancelOverride(actors.client_admin, { overrideId: id });
    const { items } = await listOverrides(actors.operator, { scheduleId: schedule.id, limit: 10 });
    expect(items[0]?.endsAt.getTime()).toBeLessThan(new Date(at(2)).getTime());
    expect(await nowOnCall(0.5)).toEqual(['Tom Becker', 'Eva Schulz']);
    expect(await nowOnCall(3)).toEqual(['Tom Becker']);
    expect(await refusal(cancelOverride(actors.client_admin, { overrideId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'This override is over already.',
    });
  });

  it('called off before it begins never was', async () => {
    const schedule = await duty({ rotations: alone(place.contact.id) });
    const { id } = await override(schedule, {
      kind: 'add',
      contactId: place.deputy.id,
      startsAt: at(10),
      endsAt: at(20),
    });
    await cancelOverride(place.actors.client_admin, { overrideId: id });
    expect(await nowOnCall(12)).toEqual(['Tom Becker']);
    expect(
      (await listOverrides(place.actors.operator, { scheduleId: schedule.id, limit: 10 })).items,
    ).toEqual([]);
  });
});

describe('a coverage', () => {
  const cover = (schedule: Schedule, from: number, until: number, shifts: [string, number, number][]) =>
    createCoverage(place.actors.client_admin, {
      scheduleId: schedule.id,
      startsAt: at(from),
      endsAt: at(until),
      shifts: shifts.map(([contactId, start, end]) => ({ contactId, startsAt: at(start), endsAt: at(end) })),
      note: '',
    });

  it('stands instead of everything that was said before it; what is said after it counts on top', async () => {
    const { contact: tom, deputy: eva } = place;
    const schedule = await duty({ rotations: alone(tom.id) });
    await override(schedule, { kind: 'remove', replacedContactId: tom.id, startsAt: at(20), endsAt: at(40) });
    await cover(schedule, 20, 40, [
      [tom.id, 20, 30],
      [eva.id, 35, 40],
    ]);
    expect([await nowOnCall(19), await nowOnCall(20), await nowOnCall(32), await nowOnCall(36)]).toEqual([
      ['Tom Becker'],
      ['Tom Becker'],
      [],
      ['Eva Schulz'],
    ]);
    await override(schedule, { kind: 'add', contactId: eva.id, startsAt: at(30), endsAt: at(34) });
    expect(await nowOnCall(32)).toEqual(['Eva Schulz']);
  });

  it('holds its shifts within its own time, and overlaps no other one', async () => {
    const schedule = await duty();
    const tom = place.contact.id;
    expect(await refusal(cover(schedule, 10, 20, [[tom, 5, 15]]))).toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'shifts.0.startsAt' }],
    });
    expect(await refusal(cover(schedule, 10, 20, [[newId(), 12, 15]]))).toMatchObject({
      problems: [{ field: 'shifts.0.contactId', words: 'Choose a contact of this client.' }],
    });
    const { id } = await cover(schedule, 10, 20, [[tom, 10, 20]]);
    expect(await refusal(cover(schedule, 19, 30, [[tom, 19, 30]]))).toMatchObject({ code: 'CONFLICT' });
    await cover(schedule, 20, 30, [[tom, 20, 30]]);
    expect(await listCoverages(place.actors.operator, schedule.id)).toHaveLength(2);
    await cancelCoverage(place.actors.client_admin, { coverageId: id });
    expect(await listCoverages(place.actors.operator, schedule.id)).toHaveLength(1);
    await cover(schedule, 10, 20, [[tom, 10, 20]]);
  });

  it('made twice at the very same moment stands once', async () => {
    const schedule = await duty();
    const asked = () => cover(schedule, 10, 20, [[place.contact.id, 10, 20]]);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, asked));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
