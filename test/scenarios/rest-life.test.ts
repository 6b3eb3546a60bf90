import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { createPlaybook } from '../../src/domain/playbooks/create-playbook';
import { restRoutes } from '../../src/http/rest-routes';
import { newId } from '../../src/kernel/ids';
import { publicUrl, startLanes, type Lanes } from '../support/lanes';
import { briefingContent, makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

/** @throws when the answer has another status than expected */
async function say<Body>(
  status: number,
  method: string,
  path: string,
  body?: unknown,
  key = world.keys.operator,
) {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) });
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body as Body;
}

type Briefing = { id: string; draft: { statements: { id: string; text: string }[] } };
type Rung = { id: string; state: string; briefing: { content: { statements: { id: string }[] } } | null };

async function publish(): Promise<Briefing> {
  const body = { ...briefingContent(), clientId: world.client.id, publish: true };
  return say(201, 'POST', '/briefings', body, world.keys.author);
}

const ring = (more: object = {}) =>
  say<Rung>(201, 'POST', '/calls', { from: '+49 151 12345678', to: world.did.number, ...more });

it('a call from the ring to its disposition', async () => {
  const briefing = await publish();
  const providerCallId = newId();
  const rung = await ring({ providerCallId, routeReason: 'after_hours' });
  expect(rung).toMatchObject({
    state: 'ringing',
    client: { id: world.client.id, name: 'Brightwater Payroll' },
    briefing: { briefingId: briefing.id, version: 1, content: { headline: 'Payslips show wrong amounts' } },
    url: `${publicUrl}/desk?call=${rung.id}`,
  });
  expect((await ring({ providerCallId })).id).toBe(rung.id);

  const path = `/calls/${rung.id}`;
  const happens = (type: string, at?: string) =>
    say(200, 'POST', `${path}/events`, { type, ...(at && { at }) });
  expect(await happens('answered')).toMatchObject({ state: 'live' });
  expect(await happens('held')).toMatchObject({ state: 'live', isHeld: true });
  expect(await happens('resumed')).toMatchObject({ state: 'live', isHeld: false });
  const caller = {
    callerName: 'Ms Weber',
    callerPhone: '+49 30 1234567',
    mood: 'upset',
    urgency: 'urgent',
    requestedSolution: 'A new payslip',
    intake: { 'Employee number': '4711' },
  };
  expect(await say(200, 'PATCH', path, caller)).toMatchObject({ ...caller, callerPhone: '+49301234567' });
  expect(await say(200, 'PATCH', path, { mood: 'calm', intake: { City: 'Kiel' } })).toMatchObject({
    moodAtStart: 'upset',
    mood: 'calm',
    intake: { 'Employee number': '4711', City: 'Kiel' },
  });
  await say(201, 'POST', `${path}/notes`, { kind: 'point', text: 'Got two payslips.' });
  await say(201, 'POST', `${path}/questions`, { text: 'When is it mended?' });
  const statementId = rung.briefing?.content.statements[0]?.id ?? '';
  expect(await say(200, 'POST', `${path}/statements-told`, { statementIds: [statementId] })).toMatchObject([
    { statementId, text: 'The transfer is correct.' },
  ]);
  await say(200, 'POST', `${path}/statements-told`, { statementIds: [statementId] });
  expect(await say(200, 'POST', `${path}/read-back`, { resolution: 'agreed' })).toMatchObject({
    readBack: 'agreed',
  });
  expect(await happens('ended')).toMatchObject({ state: 'wrap_up' });
  expect(await say(200, 'POST', `${path}/close`, { disposition: 'informed' })).toMatchObject({
    state: 'closed',
    disposition: 'informed',
  });
  await say(200, 'POST', `${path}/close`, { disposition: 'informed' });
  await say(409, 'POST', `${path}/close`, { disposition: 'escalated' });
  await say(409, 'POST', `${path}/notes`, { text: 'Too late' });
  await say(409, 'PATCH', path, { callerName: 'Too late' });
  await say(201, 'POST', `${path}/notes`, { kind: 'correction', text: 'One payslip.' });

  const page = await say<{ notes: { kind: string; text: string }[]; told: unknown[] }>(200, 'GET', path);
  expect(page.notes.map(({ kind, text }) => [kind, text])).toEqual([
    ['point', 'Got two payslips.'],
    ['question', 'When is it mended?'],
    ['correction', 'One payslip.'],
  ]);
  expect(page.told).toHaveLength(1);
  const found = await say<{ items: { id: string }[] }>(200, 'GET', '/calls?q=weber');
  expect(found.items.map(({ id }) => id)).toEqual([rung.id]);
  const none = await say<{ items: unknown[] }>(200, 'GET', '/calls?q=%25');
  expect(none.items).toEqual([]);
});

it("a call that a playbook of the service's own guides is read with a client's key, without the playbook", async () => {
  const own = await createPlaybook(world.actors.admin, { content: stepBack().content });
  const client = `/clients/${world.client.id}`;
  await say(200, 'PATCH', client, { playbookId: own.id }, world.keys.admin);
  const { id } = await ring();
  expect(await say(200, 'GET', `/calls/${id}`)).toMatchObject({ playbook: { id: own.id, version: 1 } });
  expect(await say(200, 'GET', `/calls/${id}`, undefined, world.keys.author)).toMatchObject({
    call: { id, playbookId: own.id },
    playbook: null,
  });
  await say(200, 'PATCH', client, { playbookId: null }, world.keys.admin);
});

it('refuses what did not happen: an event in the future, a statement of no version, a phone that is none', async () => {
  const { id } = await ring();
  const future = new Date(Date.now() + 3_600_000).toISOString();
  await say(400, 'POST', `/calls/${id}/events`, { type: 'answered', at: future });
  await say(400, 'POST', `/calls/${id}/statements-told`, { statementIds: [newId()] });
  await say(400, 'PATCH', `/calls/${id}`, { callerPhone: 'none' });
  expect(await say(200, 'GET', `/calls/${id}`)).toMatchObject({ call: { state: 'ringing' }, told: [] });
});

it('an escalation as doors.md shows it, until it is resolved', async () => {
  const { id: callId } = await ring();
  const { id } = await say<{ id: string }>(201, 'POST', '/escalations', {
    callId,
    urgency: 'emergency',
    summary: 'No salaries today.',
  });
  const path = `/escalations/${id}`;
  const isText = expect.any(String) as unknown;
  const shown = await say(200, 'GET', path);
  expect(shown).toMatchObject({
    state: 'open',
    cycle: 1,
    step: 1,
    timeline: [
      { at: isText, type: 'started' },
      { at: isText, type: 'step_begun', words: 'Step 1: telling Tom Becker' },
    ],
    deliveries: [{ channel: 'email', to: world.contact.methods[0]?.address, state: 'pending', attempts: 0 }],
  });
  expect(await say(200, 'POST', `${path}/acknowledge`)).toMatchObject({ state: 'acknowledged' });
  expect(await say(200, 'POST', `${path}/acknowledge`)).toMatchObject({ state: 'acknowledged' });
  await say(403, 'POST', `${path}/resolve`);
  expect(await say(200, 'POST', `${path}/resolve`, undefined, world.keys.admin)).toMatchObject({
    state: 'resolved',
  });
  await say(409, 'POST', `${path}/cancel`);
  const after = await say<{ timeline: { type: string }[] }>(200, 'GET', path);
  expect(after.timeline.map(({ type }) => type)).toEqual([
    'started',
    'step_begun',
    'acknowledged',
    'resolved',
  ]);
  expect(after).toMatchObject({ deliveries: [{ state: 'skipped', attempts: 0 }] });
  const listed = await say<{ items: { id: string }[] }>(200, 'GET', `/escalations?callId=${callId}`);
  expect(listed.items.map((escalation) => escalation.id)).toEqual([id]);
});

it('an escalation can be called off', async () => {
  const body = { clientId: world.client.id, summary: 'By mistake.' };
  const { id } = await say<{ id: string }>(201, 'POST', '/escalations', body);
  expect(await say(200, 'POST', `/escalations/${id}/cancel`)).toMatchObject({ state: 'cancelled' });
  await say(409, 'POST', `/escalations/${id}/acknowledge`);
  await say(400, 'POST', '/escalations', { summary: 'About nobody.' });
});

it('a policy is read as it was written', async () => {
  const path = `/clients/${world.client.id}/escalation-policy`;
  const steps = [
    { targets: [{ type: 'contact', id: world.contact.id }], delaySeconds: 10 },
    { targets: [{ type: 'account_manager' }], delaySeconds: 86_400 },
  ];
  const policy = { steps, cycles: 2, acknowledgementTimeoutSeconds: 3_600 };
  expect(await say(200, 'PUT', path, policy, world.keys.admin)).toEqual(policy);
  expect(await say(200, 'GET', path)).toEqual(policy);
  const hasty = { steps: [{ ...steps[0], delaySeconds: 9 }] };
  await say(400, 'PUT', path, hasty, world.keys.admin);
  expect(await say(200, 'GET', path)).toEqual(policy);
});

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};
type Document = Record<string, unknown> & { paths: Record<string, Record<string, Operation>> };

/** Every `$ref` anywhere inside. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === '$ref' ? [String(inner)] : refsIn(inner),
  );
}

it('openapi.json is OpenAPI 3.1 and holds every route, without a key', async () => {
  const answer = await lanes.ask('GET', '/api/v1/openapi.json');
  expect(answer.status).toBe(200);
  const document = answer.body as Document;
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\.\d+$/) as unknown,
    info: { title: 'Calmline', version: expect.any(String) as unknown },
    servers: [{ url: `${publicUrl}/api/v1` }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  });
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(restRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  for (const ref of refsIn(document)) {
    const target = ref.replace(/^#\//, '').split('/');
    const found = target.reduce<unknown>((value, name) => (value as Schema | undefined)?.[name], document);
    expect([ref, typeof found]).toEqual([ref, 'object']);
  }
});

it('openapi.json describes each operation wholly', async () => {
  const document = (await lanes.ask('GET', '/api/v1/openapi.json')).body as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, method, parameters, requestBody, responses } of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const expected = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name)).toEqual(expected);
    for (const { required, schema } of inPath) {
      expect(required).toBe(true);
      expect(schema).toMatchObject({ type: 'string', format: 'uuid' });
    }
    for (const { schema } of parameters) expect(schema).toEqual(expect.any(Object));
    expect(Object.keys(responses)).toContain('default');
    const schema = requestBody?.content['application/json']?.schema;
    if (method === 'get' || schema === undefined) continue;
    const { properties, required } = schema as { properties: Schema; required: string[] };
    for (const name of required) expect(Object.keys(properties)).toContain(name);
    for (const name of expected) expect(Object.keys(properties)).not.toContain(name);
  }
});
