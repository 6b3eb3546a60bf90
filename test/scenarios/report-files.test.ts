// Reports as files: the bill of the day on which the clocks were set forward, for whoever writes it, and for nobody else.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../src/domain/clients/create-client';
import { createClientInput } from '../../src/domain/clients/model';
import { newId } from '../../src/kernel/ids';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

const DAY = 'from=2026-03-29&to=2026-03-29';

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  const formula = await createClient(
    world.actors.admin,
    createClientInput.parse({ name: '=HYPERLINK("http://mallory.example")', timeZone: 'Europe/Berlin' }),
  );
  // In Berlin this day begins at 23:00 UTC and ends at 22:00.
  await answered(world.client.id, '2026-03-28T22:59:59Z', 60);
  await answered(world.client.id, '2026-03-28T23:00:00Z', 60);
  await answered(world.client.id, '2026-03-29T01:30:00Z', 61);
  await answered(world.client.id, '2026-03-29T21:59:59Z', 5);
  await answered(world.client.id, '2026-03-29T22:00:00Z', 600);
  await answered(formula.id, '2026-03-29T12:00:00Z', 90);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

async function answered(clientId: string, at: string, seconds: number): Promise<void> {
  await world.ownerSql`
    insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase,
      ring_at, answered_at, ended_at, closed_at)
    select ${world.organizationId}, ${newId()}, ${clientId}, 'test', '', '', false, 'overflow', '', at, at, at,
      at + make_interval(secs => ${seconds}::integer)
    from (select ${at}::timestamptz as at) one`;
}

async function file(
  path: string,
  key: string,
): Promise<{ status: number; type: string | null; rows: string[][] }> {
  const response = await fetch(`${lanes.url}/api/export/reports/${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  const rows = type?.startsWith('text/csv') ? parse(text, { bom: true }) : [];
  return { status: response.status, type, rows };
}

it('the bill of a day of 23 hours, by client: each call rounded up, as the columns say', async () => {
  const { rows } = await file(`minutes.csv?${DAY}&by=client`, world.keys.admin);
  expect(rows[0]).toEqual([
    'Day',
    'Client',
    'Calls',
    'Complaints in writing',
    'Operator minutes',
    'Billed minutes',
    'Billed seconds',
    'Each rounded up to (s)',
    'Each at least (s)',
    'Not wrapped up, not billed yet',
  ]);
  const bill = new Map(rows.slice(1).map(([, client = '', ...figures]) => [client, figures]));
  expect(bill.get('Brightwater Payroll')).toEqual(['3', '0', '2.1', '4', '240', '60', '60', '0']);
  // A spreadsheet must not run what somebody is called.
  expect(bill.get(`'=HYPERLINK("http://mallory.example")`)).toEqual([
    '1',
    '0',
    '1.5',
    '2',
    '120',
    '60',
    '60',
    '0',
  ]);
});

it('each report has its file, by day and with each day of each client', async () => {
  for (const kind of ['level', 'minutes', 'promises', 'acknowledgement']) {
    for (const by of ['day', 'client', 'client_day']) {
      const { status, rows } = await file(`${kind}.csv?${DAY}&by=${by}`, world.keys.admin);
      expect(status, `${kind} ${by}`).toBe(200);
      expect(rows[0]?.slice(0, 2)).toEqual(['Day', 'Client']);
    }
  }
  const days = await file(`level.csv?from=2026-03-28&to=2026-03-30&by=client_day`, world.keys.admin);
  expect(days.rows.slice(1).map(([day, client, received]) => [day, client, received])).toEqual(
    expect.arrayContaining([
      ['2026-03-28', 'Brightwater Payroll', '1'],
      ['2026-03-29', 'Brightwater Payroll', '3'],
      ['2026-03-30', 'Brightwater Payroll', '1'],
    ]),
  );
  const { rows } = await file(`playbooks.csv?${DAY}`, world.keys.admin);
  expect(rows[1]?.slice(0, 2)).toEqual(['Step back and relay', '4']);
});

it("a client's author gets the own figures and no bill, an operator nothing, a stranger nothing", async () => {
  const { rows } = await file(`level.csv?${DAY}&by=client`, world.keys.author);
  expect(rows.slice(1).map(([, client, received]) => [client, received])).toEqual([
    ['Brightwater Payroll', '3'],
  ]);
  expect((await file(`minutes.csv?${DAY}&by=day`, world.keys.author)).status).toBe(403);
  expect((await file(`playbooks.csv?${DAY}`, world.keys.author)).status).toBe(403);
  expect((await file(`level.csv?${DAY}&by=day`, world.keys.operator)).status).toBe(403);
  expect((await file(`level.csv?${DAY}&by=day`, 'calm_nobody')).status).toBe(401);
});

it('what cannot be asked is refused in words, and what is not there is not found', async () => {
  const refused = await file('level.csv?from=2026-03-30&to=2026-03-29&by=day', world.keys.admin);
  expect([refused.status, refused.type]).toEqual([400, 'application/problem+json']);
  expect((await file(`level.csv?from=2024-01-01&to=2026-03-29&by=day`, world.keys.admin)).status).toBe(400);
  expect((await file(`level.csv?${DAY}&by=moon`, world.keys.admin)).status).toBe(400);
  expect((await file(`level.csv?${DAY}&by=day&clientId=${newId()}`, world.keys.admin)).status).toBe(404);
  expect((await file(`gossip.csv?${DAY}`, world.keys.admin)).status).toBe(404);
});
