import { afterAll, beforeAll, expect, it } from 'vitest';
import { restRoutes } from '../../src/http/rest-routes';
import { newId } from '../../src/kernel/ids';
import { busyDay, nobodysDay, type BusyDay } from '../support/busy-day';
import { startLanes, type Answer, type Lanes } from '../support/lanes';
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

type Request = { path: string; body?: unknown; headers?: Record<string, string> };
type Attempt = {
  /** Every way in which this route can be asked for somebody else's rows. */
  requests: (ids: BusyDay) => Request[];
  /** 404 unless told. A filter by a foreign id finds nothing; a policy's target must be a contact of the client. */
  status?: number;
};

const questionFile = { draftRevision: 1, format: 'csv', text: 'question,answer\nWhy?,Ours.' };
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
  'briefings.submit': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/submit` }] },
  'briefings.approve': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/approve` }] },
  'briefings.reject': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/reject`, body: { words: 'Ours' } }],
  },
  'briefings.withdraw': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/withdraw`, body: { reason: 'Ours' } }],
  },
  'briefings.reach': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/reach` }] },
  'briefings.importQuestions': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/import-questions`, body: questionFile }],
  },
  'briefings.publish': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/publish` }] },
  'briefings.resolve': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/resolve` }] },
  'recalls.withdrawStatement': {
    requests: ({ briefingId, statementId }) => [
      {
        path: `/briefings/${briefingId}/statements/${statementId}/withdraw`,
        body: { reason: 'Ours', callBack: true },
      },
    ],
  },
  'recalls.list': {
    requests: ({ clientId, briefingId }) => [
      { path: `/recalls?clientId=${clientId}` },
      { path: `/recalls?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'recalls.get': { requests: ({ recallId }) => [{ path: `/recalls/${recallId}` }] },
  'recalls.callers': { requests: ({ recallId }) => [{ path: `/recalls/${recallId}/callers` }] },
  'told.list': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/told` }] },
  'callbacks.list': {
    requests: ({ clientId, recallId }) => [
      { path: `/callbacks?clientId=${clientId}` },
      { path: `/callbacks?causeId=${recallId}` },
    ],
    status: 200,
  },
  'callbacks.claim': { requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/claim` }] },
  'callbacks.release': { requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/release` }] },
  'callbacks.recordTry': {
    requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/tries`, body: { outcome: 'reached' } }],
  },
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
  'questions.groups': {
    requests: ({ clientId, briefingId }) => [
      { path: `/questions?clientId=${clientId}` },
      { path: `/questions?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'questions.answer': {
    requests: ({ questionId }) => [
      { path: `/questions/${questionId}/answer`, body: { question: 'Whose?', answer: 'Ours' } },
    ],
  },
  'questions.dismiss': { requests: ({ questionId }) => [{ path: `/questions/${questionId}/dismiss` }] },
  'surges.list': { requests: ({ clientId }) => [{ path: `/surges?clientId=${clientId}` }], status: 200 },
  'surges.draft': { requests: ({ surgeId }) => [{ path: `/surges/${surgeId}/draft` }] },
  'surges.dismiss': { requests: ({ surgeId }) => [{ path: `/surges/${surgeId}/dismiss` }] },
  'overflow.list': { requests: () => [] },
  'overflow.open': {
    requests: ({ clientId }) => [
      { path: `/clients/${clientId}/overflow`, body: { endsAt: '2099-01-01T00:00:00Z' } },
    ],
  },
  'overflow.close': { requests: ({ overflowId }) => [{ path: `/overflow/${overflowId}/close` }] },
  'overflow.hint': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/overflow-hint` }] },
  'policies.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy` }] },
  'policies.set': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy`, body: { steps } }],
  },
};

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
