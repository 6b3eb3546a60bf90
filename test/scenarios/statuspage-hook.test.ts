// What Atlassian Statuspage posts to its subscribers, and what works like it, begins a draft.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Briefing } from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { closedDoor, incident, notice, openDoor, type SourceDoor } from '../support/source-door';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let page: SourceDoor;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  page = await openDoor('statuspage', 'Brightwater status', world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const notify = (payload: object, path = page.path): Promise<Answer> =>
  lanes.ask('POST', path, { body: notice(payload) });

const idOf = (answer: Answer) => (answer.body as { briefingId: string }).briefingId;
const read = (answer: Answer): Promise<Briefing> => getBriefing(world.actors.author, idOf(answer));

async function countBriefings(): Promise<number> {
  const [row] = await world.ownerSql<{ count: number }[]>`select count(*)::integer as count from briefings`;
  return row?.count ?? NaN;
}

it('begins a draft: impact as severity, updates as facts in the order of time', async () => {
  const answer = await notify({ incident: incident(), page: { id: 'p', name: 'Brightwater' } });
  expect(answer).toMatchObject({ status: 200, body: { draftRevision: 1 } });
  expect(await read(answer)).toMatchObject({
    state: 'draft',
    severity: 'high',
    incidentStatus: 'investigating',
    sourceName: 'Brightwater status',
    draft: {
      facts: [
        { text: 'We are looking into it.', source: 'Brightwater', knownAt: '2026-03-29T10:00:00.000Z' },
        { text: 'The cause is known.', source: 'Brightwater', knownAt: '2026-03-29T10:30:00.000Z' },
      ],
    },
  });
});

it('goes on in the same draft; “resolved” is only noted there', async () => {
  const started = incident({ impact: 'critical' });
  const first = await notify({ incident: started });
  expect((await read(first)).draft.facts[0]?.source).toBe('Brightwater status');
  expect((await notify({ incident: started })).body).toEqual(first.body);
  const over = await notify({ incident: { ...started, status: 'resolved' } });
  expect(over.body).toEqual({ briefingId: idOf(first), draftRevision: 2 });
  expect(await read(over)).toMatchObject({ state: 'draft', incidentStatus: 'resolved', resolvedAt: null });
});

it('announces a planned maintenance: a draft that starts then', async () => {
  const planned = {
    status: 'scheduled',
    impact: 'maintenance',
    scheduled_for: '2026-04-01T22:00:00+02:00',
  };
  const answer = await notify({ incident: incident(planned) });
  expect(await read(answer)).toMatchObject({
    severity: 'low',
    incidentStatus: 'identified',
    startsAt: new Date('2026-04-01T20:00:00Z'),
    endsAt: null,
  });
});

it('may tell of components: taken, and passed over', async () => {
  const before = await countBriefings();
  const component_update = {
    id: 'u',
    new_status: 'major_outage',
    old_status: 'operational',
    component_id: 'c',
  };
  const answer = await notify({
    component_update,
    component: { id: 'c', name: 'Portal', status: 'major_outage' },
  });
  expect(answer).toMatchObject({ status: 200, body: { ignored: true } });
  expect(await countBriefings()).toBe(before);
});

it('with a wrong secret is answered like one that nobody knows', async () => {
  const before = await countBriefings();
  const neighbour = await openDoor('statuspage', 'Theirs', await world.addTenant('Lighthouse Calls'));
  const signing = await openDoor('generic', 'Monitoring', world);
  const leaving = await closedDoor('statuspage', world);
  const door = (id: string, secret: string) => `/api/hooks/statuspage/${id}/${secret}`;
  const refused = await Promise.all(
    [
      door(page.id, 'wrong'),
      door(page.id, `${page.secret}x`),
      door(page.id, page.secret.slice(0, -1)),
      door(page.id, neighbour.secret),
      door(neighbour.id, page.secret),
      door(signing.id, encodeURIComponent(signing.secret)),
      door(newId(), page.secret),
      door('no-uuid', page.secret),
      leaving.path,
    ].map((path) => notify({ incident: incident() }, path)),
  );
  for (const answer of refused) {
    expect(answer.status).toBe(401);
    expect(answer.text).toBe(refused[0]?.text);
  }
  expect(await countBriefings()).toBe(before);
});

it('that sends too much, or no incident at all, is told so; a long text is cut', async () => {
  const before = await countBriefings();
  const huge = incident({ incident_updates: [{ body: 'x'.repeat(300_000), created_at: null }] });
  expect((await notify({ incident: huge })).status).toBe(413);
  expect((await notify({ incident: { id: 'x' } })).status).toBe(400);
  expect((await notify({ incident: 'down' })).status).toBe(400);
  expect(await countBriefings()).toBe(before);
  const long = incident({ name: 'y'.repeat(500), incident_updates: [{ body: 'x'.repeat(200_000) }] });
  const { draft, headline } = await read(await notify({ incident: long }));
  expect(headline).toBe(`${'y'.repeat(159)}…`);
  expect(draft.facts[0]?.text).toBe(`${'x'.repeat(599)}…`);
});
