import { afterAll, beforeAll, expect, it } from 'vitest';
import { ringCall } from '../../src/domain/calls/ring-call';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { restRoutes } from '../../src/http/rest-routes';
import { newId } from '../../src/kernel/ids';
import { startLanes, type Answer, type Lanes } from '../support/lanes';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

type Ids = {
  clientId: string;
  didId: string;
  contactId: string;
  briefingId: string;
  callId: string;
  escalationId: string;
};

let world: World;
let lanes: Lanes;
let foreign: Ids;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  foreign = await idsOf(await world.addTenant('Quay Answering'));
  await idsOf(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

async function idsOf(tenant: Tenant): Promise<Ids> {
  const briefing = await publishedBriefing(tenant);
  const { call } = await ringCall(tenant.actors.operator, {
    from: '+4915112345678',
    to: tenant.did.number,
    routeReason: 'overflow',
  });
  const escalation = await startEscalation(tenant.actors.operator, {
    callId: call.id,
    urgency: 'urgent',
    summary: 'Somebody must look.',
  });
  return {
    clientId: tenant.client.id,
    didId: tenant.did.id,
    contactId: tenant.contact.id,
    briefingId: briefing.id,
    callId: call.id,
    escalationId: escalation.id,
  };
}

type Request = { path: string; body?: unknown; headers?: Record<string, string> };
type Attempt = {
  /** Every way in which this route can be asked for somebody else's rows. */
  requests: (ids: Ids) => Request[];
  /** 404 unless told. A filter by a foreign id finds nothing; a policy's target must be a contact of the client. */
  status?: number;
};

const versionOne = { 'if-match': '"1"' };
const steps = [{ targets: [{ type: 'contact', id: newId() }], delaySeconds: 60 }];

/** One entry for each route, by its procedure. A route without an entry fails the test. */
const attempts: Record<string, Attempt> = {
  'clients.list': { requests: () => [{ path: '/clients?q=Quay' }], status: 200 },
  'clients.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}` }] },
  'clients.create': { requests: () => [] },
  'clients.update': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}`, body: { name: 'Ours' } }],
  },
  'dids.list': { requests: ({ clientId }) => [{ path: `/dids?clientId=${clientId}` }], status: 200 },
  'dids.add': {
    requests: ({ clientId }) => [{ path: '/dids', body: { clientId, number: '+493055559999' } }],
  },
  'dids.update': { requests: ({ didId }) => [{ path: `/dids/${didId}`, body: { label: 'Ours' } }] },
  'dids.remove': { requests: ({ didId }) => [{ path: `/dids/${didId}` }] },
  'contacts.list': { requests: ({ clientId }) => [{ path: `/contacts?clientId=${clientId}` }], status: 200 },
  'contacts.create': {
    requests: ({ clientId }) => [{ path: '/contacts', body: { clientId, name: 'Mallory' } }],
  },
  'contacts.update': {
    requests: ({ contactId }) => [{ path: `/contacts/${contactId}`, body: { name: 'Mallory' } }],
  },
  'contacts.remove': { requests: ({ contactId }) => [{ path: `/contacts/${contactId}` }] },
  'briefings.list': {
    requests: ({ clientId }) => [{ path: `/briefings?clientId=${clientId}` }],
    status: 200,
  },
  'briefings.get': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}` }] },
  'briefings.versions': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/versions` }] },
  'briefings.create': {
    requests: ({ clientId }) => [{ path: '/briefings', body: { clientId, headline: 'Ours' } }],
  },
  'briefings.replace': {
    requests: ({ briefingId }) => [
      { path: `/briefings/${briefingId}`, body: { headline: 'Ours', opening: 'Ours' }, headers: versionOne },
    ],
  },
  'briefings.publish': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/publish` }] },
  'briefings.resolve': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/resolve` }] },
  'calls.list': {
    requests: ({ clientId, briefingId }) => [
      { path: `/calls?clientId=${clientId}` },
      { path: `/calls?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'calls.get': { requests: ({ callId }) => [{ path: `/calls/${callId}` }] },
  'calls.ring': { requests: () => [] },
  'calls.update': {
    requests: ({ callId }) => [{ path: `/calls/${callId}`, body: { callerName: 'Mallory' } }],
  },
  'calls.recordEvent': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/events`, body: { type: 'answered' } }],
  },
  'calls.addNote': { requests: ({ callId }) => [{ path: `/calls/${callId}/notes`, body: { text: 'Ours' } }] },
  'calls.tellStatements': {
    requests: ({ callId }) => [
      { path: `/calls/${callId}/statements-told`, body: { statementIds: [newId()] } },
    ],
  },
  'calls.askQuestion': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/questions`, body: { text: 'Ours?' } }],
  },
  'calls.readBack': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/read-back`, body: { resolution: 'agreed' } }],
  },
  'calls.close': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/close`, body: { disposition: 'informed' } }],
  },
  'escalations.list': {
    requests: ({ clientId, callId }) => [
      { path: `/escalations?clientId=${clientId}` },
      { path: `/escalations?callId=${callId}` },
    ],
    status: 200,
  },
  'escalations.get': { requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}` }] },
  'escalations.start': {
    requests: ({ clientId, callId }) => [
      { path: '/escalations', body: { clientId, summary: 'Ours' } },
      { path: '/escalations', body: { callId, summary: 'Ours' } },
    ],
  },
  'escalations.acknowledge': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/acknowledge` }],
  },
  'escalations.resolve': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/resolve` }],
  },
  'escalations.cancel': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/cancel` }],
  },
  'policies.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy` }] },
  'policies.set': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy`, body: { steps } }],
  },
};

function idsOfNobody(): Ids {
  const names = ['clientId', 'didId', 'contactId', 'briefingId', 'callId', 'escalationId'] as const;
  return Object.fromEntries(names.map((name) => [name, newId()])) as Ids;
}

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
  const more = ['escalations', 'escalation_events', 'escalation_policies', 'deliveries', 'live_events'];
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
    const nobody = idsOfNobody();
    for (const key of [world.keys.admin, world.keys.author]) {
      const own = attempt?.requests(foreign) ?? [];
      const made = attempt?.requests(nobody) ?? [];
      for (const [n, request] of own.entries()) {
        const answer = await ask(route.method, key, request);
        const expected = await ask(route.method, key, made[n] ?? request);
        expect([answer.status, answer.text]).toEqual([expected.status, expected.text]);
        if (key === world.keys.admin) expect(answer.status).toBe(attempt?.status ?? 404);
        else expect([200, 403, 404]).toContain(answer.status);
        if (answer.status === 200) expect(answer.body).toEqual({ items: [], nextCursor: null });
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

  const { callId } = await idsOf(world);
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
