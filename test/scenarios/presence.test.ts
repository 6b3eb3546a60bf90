// A desk's live stream says who is on shift, from its opening until it has been silent for 90 seconds.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Briefing } from '../../src/domain/briefings/model';
import { getBriefingReach } from '../../src/domain/briefings/reach-queries';
import { revokeSession } from '../../src/domain/tenancy/revoke-session';
import { MINUTE, SECOND } from '../../src/kernel/duration';
import { EventStream } from '../support/event-stream';
import { startLanes, type Lanes } from '../support/lanes';
import { signIn } from '../support/sign-in';
import { waitFor } from '../support/wait-for';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let briefing: Briefing;
const open: EventStream[] = [];

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  briefing = await publishedBriefing(world);
});

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));

afterEach(async () => {
  vi.useRealTimers();
  for (const stream of open.splice(0)) stream.close();
  await world.moveClock(10 * MINUTE);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

async function openStream(door: Parameters<typeof EventStream.open>[1]): Promise<EventStream> {
  const stream = await EventStream.open(lanes.url, door);
  open.push(stream);
  return stream;
}

const onShift = async () => (await getBriefingReach(world.actors.author, briefing.id)).onShift;

const seenAt = async () => {
  const [row] = await world.ownerSql<{ at: Date }[]>`
    select seen_at as at from presences where membership_id = ${world.actors.operator.id}`;
  return row?.at.getTime() ?? 0;
};

const beats = ({ frames }: EventStream) => frames.filter(({ type }) => type === 'beat').length;

it('counts an operator from the moment the desk is open, and for as long as it stays open', async () => {
  expect(await onShift()).toBe(0);
  const { cookie } = await signIn(world.actors.operator);
  const stream = await openStream({ cookie, isDesk: true });
  await waitFor('the operator to be on shift', async () => (await onShift()) === 1);
  for (let minutes = 0; minutes < 2; minutes += 1) {
    await world.moveClock(60 * SECOND);
    const before = await seenAt();
    vi.advanceTimersByTime(15 * SECOND);
    await waitFor('the first beat', () => beats(stream) === 2 * minutes + 1);
    expect(await seenAt()).toBe(before);
    vi.advanceTimersByTime(15 * SECOND);
    await waitFor('the second beat to say so', async () => (await seenAt()) > before);
    await waitFor('the second beat', () => beats(stream) === 2 * minutes + 2);
  }
  expect(await onShift()).toBe(1);
});

it('does not count whoever closed the desk 90 seconds ago, or was signed out', async () => {
  const { cookie, sessionId } = await signIn(world.actors.operator);
  const stream = await openStream({ cookie, isDesk: true });
  await waitFor('the operator to be on shift', async () => (await onShift()) === 1);
  await revokeSession(world.actors.operator, sessionId);
  vi.advanceTimersByTime(30 * SECOND);
  await stream.expectEnd();
  await world.moveClock(91 * SECOND);
  expect(await onShift()).toBe(0);
});

it('counts nobody for other streams: screens that are no desk, a client’s people, programs', async () => {
  const { cookie: manager } = await signIn(world.actors.account_manager);
  const { cookie: author } = await signIn(world.actors.author);
  const streams = [
    await openStream({ cookie: manager }),
    await openStream({ cookie: author, isDesk: true }),
    await openStream({ key: world.keys.operator, isDesk: true }),
  ];
  vi.advanceTimersByTime(30 * SECOND);
  for (const stream of streams) await waitFor('a beat', () => beats(stream) === 2);
  const [row] = await world.ownerSql<{ count: number }[]>`
    select count(*)::integer as count from presences where membership_id <> ${world.actors.operator.id}`;
  expect(row?.count).toBe(0);
  expect(await onShift()).toBe(0);
});
