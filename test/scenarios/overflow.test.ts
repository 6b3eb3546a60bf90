// A client switches its phones over by its own program, and every desk sees who joins and until when.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { EventStream } from '../support/event-stream';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { signIn } from '../support/sign-in';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

beforeEach(async () => {
  await world.ownerSql`update overflow_windows set closed_at = app_now() where closed_at is null`;
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

type Body = { id: string; clientName: string; endsAt: string; startsAt: string; openedByName: string };

async function inHours(hours: number): Promise<string> {
  const [row] = await world.ownerSql<{ at: Date }[]>`select app_now() as at`;
  return after(row?.at ?? new Date(NaN), hours * HOUR).toISOString();
}

const post = (path: string, body?: unknown, key = world.keys.author): Promise<Answer> =>
  lanes.ask('POST', `/api/v1${path}`, { key, body });

const switchOver = async (body: Record<string, unknown> = {}, key = world.keys.author) =>
  post(`/clients/${world.client.id}/overflow`, { endsAt: await inHours(4), ...body }, key);

const list = async (key: string) => (await lanes.ask('GET', '/api/v1/overflow', { key })).body as Body[];

async function screenOf(actor: Actor): Promise<EventStream> {
  const { cookie } = await signIn(actor);
  return EventStream.open(lanes.url, { cookie });
}

it('all our calls until this evening: opened by the client’s key, on every desk at once, closed from it', async () => {
  const desk = await screenOf(world.actors.operator);
  const neighbour = await world.addTenant('Quay Answering');
  const stranger = await screenOf(neighbour.actors.operator);
  const endsAt = await inHours(6);
  const opened = await switchOver({ endsAt, note: 'Payroll run' });
  expect(opened.status).toBe(201);
  const window = opened.body as Body;
  expect(window).toMatchObject({
    clientName: 'Brightwater Payroll',
    endsAt,
    note: 'Payroll run',
    openedByName: 'author',
  });
  const isChange = (isClosed: boolean) => (frame: { type: string; json: Record<string, unknown> }) =>
    frame.type === 'overflow.changed' && frame.json['isClosed'] === isClosed;
  const frame = await desk.expectFrame('who joins', isChange(false));
  expect(frame.json['overflow']).toMatchObject({ id: window.id, endsAt });
  for (const key of [world.keys.operator, world.keys.author]) {
    expect(await list(key)).toEqual([window]);
  }
  expect(await list(neighbour.keys.admin)).toEqual([]);

  const closed = await post(`/overflow/${window.id}/close`);
  expect(closed.status).toBe(200);
  await desk.expectFrame('who leaves', isChange(true));
  expect(await list(world.keys.operator)).toEqual([]);
  const again = await post(`/overflow/${window.id}/close`);
  expect(again).toMatchObject({ status: 409, body: { detail: 'This window is over already.' } });
  expect(stranger.frames.filter(({ type }) => type === 'overflow.changed')).toEqual([]);
  desk.close();
  stranger.close();
});

it('ends by itself', async () => {
  await switchOver({ endsAt: await inHours(1) });
  expect(await list(world.keys.operator)).toHaveLength(1);
  await world.moveClock(HOUR);
  expect(await list(world.keys.operator)).toEqual([]);
});

it('says what is wrong with a window, field by field, and opens none', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{ endsAt: await inHours(-1) }, 'endsAt'],
    [{ startsAt: await inHours(3), endsAt: await inHours(2) }, 'endsAt'],
    [{ endsAt: await inHours(15 * 24) }, 'endsAt'],
    [{ startsAt: await inHours(15 * 24), endsAt: await inHours(16 * 24) }, 'startsAt'],
    [{ endsAt: 'this evening' }, 'endsAt'],
    [{ endsAt: '2026-02-30T18:00:00Z' }, 'endsAt'],
    [{ note: 'x'.repeat(301) }, 'note'],
    [{ untilMidnight: true }, ''],
  ];
  for (const [body, field] of wrong) {
    const answer = await switchOver(body);
    expect([body, answer.status]).toEqual([body, 400]);
    expect((answer.body as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
  }
  expect(await list(world.keys.operator)).toEqual([]);
});

it('a second window of the client is refused in words that name the first', async () => {
  await switchOver();
  const answer = await switchOver({ endsAt: await inHours(8) }, world.keys.admin);
  expect(answer.status).toBe(409);
  expect((answer.body as { detail: string }).detail).toMatch(
    /^Brightwater Payroll has switched over already, until .+ \(Europe\/Berlin\); author did so\./,
  );
});

it('is for the client and for leads: an operator’s key is refused', async () => {
  expect((await switchOver({}, world.keys.operator)).status).toBe(403);
  const { body } = await switchOver();
  expect((await post(`/overflow/${(body as Body).id}/close`, {}, world.keys.operator)).status).toBe(403);
});

it('hints at how many calls to expect', async () => {
  const path = `/api/v1/clients/${world.client.id}/overflow-hint`;
  const hint = await lanes.ask('GET', path, { key: world.keys.operator });
  expect(hint).toMatchObject({ status: 200, body: { usualPerHour: 0, busiestPerHour: 0, daysKnown: 0 } });
});
