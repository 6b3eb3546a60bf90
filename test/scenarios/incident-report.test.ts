// The hand-back of an incident through the doors of programs and browsers.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestPack } from '../../src/domain/reports/request-pack';
import { newId } from '../../src/kernel/ids';
import { madePack } from '../support/busy-pack';
import { incidentDay, type IncidentDay } from '../support/incident-day';
import { startLanes, type Lanes } from '../support/lanes';
import { signIn } from '../support/sign-in';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let lanes: Lanes;
let day: IncidentDay;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  lanes = await startLanes(world);
  day = await incidentDay(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const pathOf = (ending: string, briefingId = day.briefingId) =>
  `/api/v1/briefings/${briefingId}/report${ending}`;
const ask = (ending: string, key = world.keys.author, briefingId?: string) =>
  lanes.ask('GET', pathOf(ending, briefingId), { key });
const rowsOf = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true });

it('the list as it stands holds every call once, and nothing that a spreadsheet would run', async () => {
  const { status, headers, text } = await ask('.csv');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="payslips-show-wrong-amounts-calls.csv"',
  );
  const rows = rowsOf(text);
  expect(rows.map((row) => row.Id)).toEqual(Object.values(day.calls));
  expect(rows.map((row) => row['No.'])).toEqual(rows.map((_, place) => String(place + 1)));
  expect(rows[2]).toMatchObject({ Caller: "'=SUM(A1:A9)", Number: '' });
  expect(rows[1]).toMatchObject({ Caller: 'Maria Weber', 'Mood at start': 'angry', 'Mood at end': 'calm' });
  expect(rows[1]?.['Was promised']?.split('\n')).toHaveLength(3);
});

it('a pack’s list is the one that was printed, whatever has happened since', async () => {
  const id = await madePack(world, day.briefingId);
  const ending = `.csv?pack=${id}`;
  const before = await ask(ending);
  await lanes.ask('POST', '/api/v1/calls', {
    key: world.keys.operator,
    body: { from: '+4915112345055', to: world.did.number },
  });
  expect((await ask(ending)).text).toBe(before.text);
  expect(rowsOf((await ask('.csv')).text)).toHaveLength(rowsOf(before.text).length + 1);
  const print = await ask(`.pdf?pack=${id}`);
  expect(print.status).toBe(200);
  expect(print.headers.get('content-type')).toBe('application/pdf');
  expect(print.headers.get('content-security-policy')).toContain('sandbox');
  expect(print.text).toBe('%PDF-1.7');
});

it('the figures are to be had by programs, and packs are asked for and followed', async () => {
  const board = await ask('');
  expect(board.body).toMatchObject({ headline: 'Payslips show wrong amounts', figures: { besides: 1 } });
  const key = world.keys.author;
  const packs = `/api/v1/briefings/${day.briefingId}/packs`;
  const asked = await lanes.ask('POST', packs, { key });
  expect([asked.status, asked.body]).toMatchObject([201, { state: 'queued', progress: 0 }]);
  const { id } = asked.body as { id: string };
  expect((await lanes.ask('GET', `/api/v1/packs/${id}`, { key })).body).toMatchObject({
    id,
    state: 'queued',
  });
  expect((await lanes.ask('GET', packs, { key })).body).toMatchObject({
    items: [{ id }, { state: 'ready' }],
  });
  const early = await ask(`.pdf?pack=${id}`);
  expect([early.status, early.body]).toMatchObject([
    409,
    { code: 'CONFLICT', detail: 'This pack is not made yet.' },
  ]);
});

it('callers are for those who sign in, or have a key, and may read them; who took them is on record', async () => {
  const { id } = await requestPack(world.actors.author, { briefingId: day.briefingId });
  for (const ending of ['.csv', '.pdf', '']) {
    expect((await lanes.ask('GET', pathOf(ending))).status, ending).toBe(401);
    const theirs = await ask(ending, neighbour.keys.admin);
    expect(theirs.status, ending).toBe(404);
    expect(theirs.text).toBe((await ask(ending, neighbour.keys.admin, newId())).text);
    expect((await ask(ending, world.keys.operator)).status, ending).toBe(403);
  }
  expect((await ask(`.csv?pack=${id}`, neighbour.keys.admin)).status).toBe(404);
  for (const wrong of ['.csv?pack=x', `.csv?pack=${newId()}`, '.xlsx', '.csv/x']) {
    expect((await ask(wrong)).status, wrong).toBe(404);
  }
  const { cookie } = await signIn(world.actors.responsible_contact);
  expect((await lanes.ask('GET', pathOf('.csv'), { headers: { cookie } })).status).toBe(200);
  const taken = await world.ownerSql<{ name: string }[]>`
    select distinct actor_name as name from audit_entries where action = 'pack.downloaded' order by 1`;
  expect(taken.map(({ name }) => name)).toContain('The responsible contact');
});
