import { afterAll, beforeAll, expect, it } from 'vitest';
import { restRoutes } from '../../src/http/rest-routes';
import { newId } from '../../src/kernel/ids';
import { busyDay, nobodysDay, type BusyDay } from '../support/busy-day';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { attempts, type Request } from '../support/rest-attempts';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let foreign: BusyDay;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  foreign = await busyDay(await world.addTenant('Quay Answering'));
  await busyDay(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

function ask(method: string, key: string, { path, body, headers = {} }: Request): Promise<Answer> {
  return lanes.ask(method, `/api/v1${path}`, { key, headers, ...(body !== undefined && { body }) });
}

/** All rows that another tenant could have touched. */
async function foreignRows(): Promise<unknown> {
  const tables = [
    'clients',
    'dids',
    'contacts',
    'briefings',
    'briefing_versions',
    'calls',
    'call_events',
    'notes',
  ];
  const more = [
    'overflow_windows',
    'statement_withdrawals',
    'recalls',
    'promises',
    'questions',
    'surges',
    'promise_tries',
    'escalations',
    'escalation_events',
    'escalation_policies',
    'deliveries',
    'messages',
    'live_events',
  ];
  const { ownerSql } = world;
  return Promise.all(
    [...tables, ...more, 'audit_entries'].map(
      (table) => ownerSql`
        select md5(string_agg(t::text, '' order by t::text)) as rows from ${ownerSql(table)} t
        where organization_id <> ${world.organizationId}`,
    ),
  );
}

it('every route stands in the table of attempts', () => {
  expect(restRoutes.length).toBeGreaterThan(0);
  expect(Object.keys(attempts).sort()).toEqual(restRoutes.map(({ procedure }) => procedure).sort());
});

it.each(restRoutes.map((route) => [route.procedure, route] as const))(
  "%s answers another tenant's ids like ids of nobody",
  async (procedure, route) => {
    const attempt = attempts[procedure];
    const before = await foreignRows();
    const nobody = nobodysDay();
    for (const key of [world.keys.admin, world.keys.author]) {
      const own = attempt?.requests(foreign) ?? [];
      const made = attempt?.requests(nobody) ?? [];
      for (const [n, request] of own.entries()) {
        const answer = await ask(route.method, key, request);
        const expected = await ask(route.method, key, made[n] ?? request);
        expect([answer.status, answer.text]).toEqual([expected.status, expected.text]);
        if (key === world.keys.admin) expect(answer.status).toBe(attempt?.status ?? 404);
        else expect([200, 403, 404]).toContain(answer.status);
        if (answer.status === 200) expect([[], { items: [], nextCursor: null }]).toContainEqual(answer.body);
      }
    }
    expect(await foreignRows()).toEqual(before);
  },
);

it('a policy does not take a contact of another tenant, nor a tell a statement of one', async () => {
  const answers = await Promise.all(
    [foreign.contactId, newId()].map((id) =>
      ask('PUT', world.keys.admin, {
        path: `/clients/${world.client.id}/escalation-policy`,
        body: { steps: [{ targets: [{ type: 'contact', id }], delaySeconds: 60 }] },
      }),
    ),
  );
  expect(answers[0]?.status).toBe(400);
  expect(answers[0]?.text).toBe(answers[1]?.text);

  const { callId } = await busyDay(world);
  const [version] = await world.ownerSql`
    select id from briefing_versions where briefing_id = ${foreign.briefingId}`;
  const told = await Promise.all(
    [String(version?.['id']), newId()].map((briefingVersionId) =>
      ask('POST', world.keys.admin, {
        path: `/calls/${callId}/statements-told`,
        body: { statementIds: [newId()], briefingVersionId },
      }),
    ),
  );
  expect(told[0]?.status).toBe(404);
  expect(told[0]?.text).toBe(told[1]?.text);
});

it('the same number at two answering services rings at each for its own client', async () => {
  const body = { from: '+4915112345678', to: world.did.number };
  const answer = await lanes.ask('POST', '/api/v1/calls', { key: world.keys.operator, body });
  expect(answer.body).toMatchObject({ client: { id: world.client.id } });
});
