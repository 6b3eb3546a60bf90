import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { CallCard } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { createClient } from '../../src/domain/clients/create-client';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { addDid } from '../../src/domain/numbers/add-did';
import { listApiKeys } from '../../src/domain/tenancy/queries';
import { revokeApiKey } from '../../src/domain/tenancy/revoke-api-key';
import { revokeSession } from '../../src/domain/tenancy/revoke-session';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { EventStream, type Frame } from '../support/event-stream';
import { startLanes, type Lanes } from '../support/lanes';
import { cookieOf, signIn } from '../support/sign-in';
import { waitFor } from '../support/wait-for';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let lanes: Lanes;
const open: EventStream[] = [];

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

afterEach(() => {
  vi.useRealTimers();
  for (const stream of open.splice(0)) stream.close();
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

async function openScreen(actor: Actor, resume: { lastEventId?: string; since?: string } = {}) {
  const { cookie, sessionId } = await signIn(actor);
  const stream = await EventStream.open(lanes.url, { cookie, ...resume });
  open.push(stream);
  return { stream, sessionId };
}

const screenOf = async (actor: Actor, resume: { lastEventId?: string; since?: string } = {}) =>
  (await openScreen(actor, resume)).stream;

async function ring(to = world.did.number, tenant: Tenant = world): Promise<string> {
  const input = { from: '+4915112345678', to, routeReason: 'overflow' } as const;
  return (await ringCall(tenant.actors.operator, input)).call.id;
}

const isCall = (id: string) => (frame: Frame) => (frame.json['call'] as CallCard | undefined)?.id === id;

const callsOn = (stream: EventStream) =>
  stream.frames.flatMap(({ json }) => (json['call'] === undefined ? [] : [(json['call'] as CallCard).id]));

/** Kills the LISTEN connection and keeps it from coming back until `meanwhile` is over. */
async function withoutListening(meanwhile: () => Promise<void>): Promise<void> {
  const admin = postgres(world.database.adminUrl, { max: 1, onnotice: () => undefined });
  const name = new URL(world.database.adminUrl).pathname.slice(1);
  try {
    await admin`alter database ${admin(name)} connection limit 0`;
    const killed = await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%live%'`;
    expect(killed).toHaveLength(1);
    await waitFor('the connection to be gone', async () => {
      const rows = await admin`
        select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen%live%'`;
      return rows.length === 0;
    });
    await meanwhile();
  } finally {
    await admin`alter database ${admin(name)} connection limit -1`;
    await admin.end();
  }
}

it('a lost LISTEN connection loses nothing, not even before the first event of this process', async () => {
  const screen = await screenOf(world.actors.operator);
  let missed = '';
  await withoutListening(async () => {
    missed = await ring();
  });
  await screen.expectFrame('the first missed call', isCall(missed));
  const second = await ring();
  await screen.expectFrame('the second call', isCall(second));
  const [third, fourth] = ['', ''];
  const rung = [third, fourth];
  await withoutListening(async () => {
    rung[0] = await ring();
    rung[1] = await ring();
  });
  for (const id of rung) await screen.expectFrame('a call missed later', isCall(id));
});

it('an event arrives on every screen that may see it, with all that paints it', async () => {
  const briefing = await publishedBriefing(world);
  const [operator, author] = [await screenOf(world.actors.operator), await screenOf(world.actors.author)];
  const program = await EventStream.open(lanes.url, { key: world.keys.operator });
  open.push(program);
  const id = await ring();
  for (const stream of [operator, author, program]) {
    const frame = await stream.expectFrame('the ring', isCall(id));
    expect(frame).toMatchObject({
      type: 'call.changed',
      id: expect.stringMatching(/^\d+-\d+$/) as unknown,
      json: {
        seq: expect.any(Number) as unknown,
        at: expect.stringMatching(/Z$/) as unknown,
        call: {
          state: 'ringing',
          briefingId: briefing.id,
          answerPhrase: 'Brightwater Payroll, employee line.',
        },
      },
    });
  }
});

it("a client's people do not see other clients' events, nor those of nobody", async () => {
  const { admin } = world.actors;
  const other = await createClient(admin, {
    name: 'Other',
    timeZone: 'UTC',
    accountInfo: '',
    greeting: '',
    approvalRule: 'author',
  });
  const did = { clientId: other.id, number: '+493055553000', label: '', answerPhrase: '' };
  await addDid(admin, did);
  const operator = await screenOf(world.actors.operator);
  const { horizon } = await getDeskSnapshot(world.actors.operator);
  const author = await screenOf(world.actors.author);
  const hidden = [await ring(did.number), await ring('+493055554000')];
  const own = await ring();
  await author.expectFrame('the own call', isCall(own));
  for (const id of hidden) await operator.expectFrame('every call', isCall(id));
  expect(callsOn(author)).toEqual([own]);
  const resumed = await screenOf(world.actors.author, { since: horizon });
  await resumed.expectFrame('the own call', isCall(own));
  // Earlier calls of the own client may come again: the horizon is that of the whole cluster.
  expect(callsOn(resumed).filter((id) => hidden.includes(id))).toEqual([]);
});

it('another tenant sees nothing, now or when it resumes', async () => {
  const other = await world.addTenant('Quay Answering');
  const { horizon } = await getDeskSnapshot(world.actors.operator);
  const stranger = await screenOf(other.actors.admin);
  const foreign = await ring();
  const own = await ring(other.did.number, other);
  await stranger.expectFrame('the own call', isCall(own));
  expect(callsOn(stranger)).toEqual([own]);
  const resumed = await screenOf(other.actors.admin, { since: horizon });
  await resumed.expectFrame('the own call', isCall(own));
  expect(callsOn(resumed)).not.toContain(foreign);
});

it('a screen that was away gets what it missed, once and in order', async () => {
  const screen = await screenOf(world.actors.operator);
  const last = await ring();
  const { id: lastEventId } = await screen.expectFrame('the last call', isCall(last));
  screen.close();
  const missed = [await ring(), await ring(), await ring()];
  const back = await screenOf(world.actors.operator, { lastEventId });
  for (const id of missed) await back.expectFrame('a missed call', isCall(id));
  expect(callsOn(back).filter((id) => missed.includes(id))).toEqual(missed);
});

it('a transaction that began before and committed after the last event is not missed', async () => {
  const screen = await screenOf(world.actors.operator);
  let lastEventId = '';
  const slow = newId();
  await world.ownerSql.begin(async (tx) => {
    await tx`
      insert into live_events (organization_id, client_id, at, type, payload)
      values (${world.organizationId}, null, app_now(), 'test.slow', ${tx.json({ json: { slow } })})`;
    const fast = await ring();
    lastEventId = (await screen.expectFrame('the fast one', isCall(fast))).id;
    screen.close();
  });
  const back = await screenOf(world.actors.operator, { lastEventId });
  await back.expectFrame('the slow one', ({ json }) => json['slow'] === slow);
});

it('a line that breaks between two events of one transaction loses neither', async () => {
  const screen = await screenOf(world.actors.operator);
  const { id: briefingId } = await publishedBriefing(world);
  const isAboutIt = ({ json }: Frame) => {
    const briefing = json['briefing'] as { id?: string; briefingId?: string } | undefined;
    return briefing?.id === briefingId || briefing?.briefingId === briefingId;
  };
  await screen.expectFrame('both', (frame) => isAboutIt(frame) && frame.type === 'briefing.saved');
  const [published] = screen.frames.filter(isAboutIt);
  expect(published?.type).toBe('briefing.published');
  const back = await screenOf(world.actors.operator, { lastEventId: published?.id ?? '' });
  const saved = await back.expectFrame(
    'the second',
    (frame) => isAboutIt(frame) && frame.type === 'briefing.saved',
  );

  const again = await screenOf(world.actors.operator, { lastEventId: back.frames.find(isAboutIt)?.id ?? '' });
  await again.expectFrame('it after a second break', ({ json }) => json['seq'] === saved.json['seq']);
});

it('the desk resumes from the horizon of its snapshot', async () => {
  const { horizon } = await getDeskSnapshot(world.actors.operator);
  const id = await ring();
  const screen = await screenOf(world.actors.operator, { since: horizon });
  await screen.expectFrame('the call since then', isCall(id));
});

it('says `gap` where it cannot know what was missed', async () => {
  const dayAgo = Date.now() - 24 * 3_600_000;
  for (const since of ['junk', '1', '-', '1-1', `1-${dayAgo}`, '9'.repeat(30), `${'9'.repeat(25)}-1`]) {
    const screen = await screenOf(world.actors.operator, { since });
    await screen.expectFrame(`a gap after ${since}`, ({ type }) => type === 'gap');
    const byHeader = await screenOf(world.actors.operator, { lastEventId: since });
    await byHeader.expectFrame(`a gap after ${since}`, ({ type }) => type === 'gap');
    const id = await ring();
    await screen.expectFrame('what happens next', isCall(id));
  }
});

it('says `gap` instead of replaying more than a thousand events', async () => {
  const { horizon } = await getDeskSnapshot(world.actors.operator);
  await world.ownerSql`
    insert into live_events (organization_id, client_id, at, type, payload)
    select ${world.organizationId}, null, app_now(), 'test.many', '{"json": {}}'::jsonb from generate_series(1, 1001)`;
  const screen = await screenOf(world.actors.operator, { since: horizon });
  await screen.expectFrame('a gap', ({ type }) => type === 'gap');
});

it('opens for nobody who is not signed in', async () => {
  const { cookie, sessionId } = await signIn(world.actors.operator);
  await revokeSession(world.actors.operator, sessionId);
  const forged = await cookieOf(sessionId, 'another secret of at least thirty-two');
  for (const door of [
    {},
    { cookie },
    { cookie: forged },
    { cookie: 'calmline.session=x' },
    { key: 'calm_x' },
  ]) {
    expect((await EventStream.open(lanes.url, door)).status).toBe(401);
  }
});

it('a revoked session or key loses its stream at the next beat; the others stay', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const leaving = await openScreen(world.actors.operator);
  const staying = await openScreen(world.actors.operator);
  const program = await EventStream.open(lanes.url, { key: world.keys.author });
  open.push(program);
  const keys = await listApiKeys(world.actors.admin);
  await revokeSession(world.actors.operator, leaving.sessionId);
  await revokeApiKey(world.actors.admin, keys.find(({ role }) => role === 'author')?.id ?? '');
  vi.advanceTimersByTime(15_000);
  await leaving.stream.expectEnd();
  await program.expectEnd();
  const id = await ring();
  await staying.stream.expectFrame('what happens next', isCall(id));
  expect(callsOn(leaving.stream)).not.toContain(id);
});
