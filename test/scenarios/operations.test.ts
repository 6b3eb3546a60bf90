import { connect } from 'node:net';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

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

async function beat(): Promise<void> {
  await world.ownerSql`
    insert into heartbeats (worker, at) values ('one', app_now())
    on conflict (worker) do update set at = excluded.at`;
}

const ready = async () => {
  const { status, body } = await lanes.ask('GET', '/api/health/ready');
  return [status, (body as { checks: Record<string, boolean> }).checks];
};

const whole = { database: true, migrations: true, worker: true, queue: true };

it('is ready while a worker lives and nothing is overdue; it is alive in any case', async () => {
  expect(await ready()).toEqual([503, { ...whole, worker: false }]);
  await beat();
  expect(await ready()).toEqual([200, whole]);
  await world.moveClock(16_000);
  expect(await ready()).toEqual([503, { ...whole, worker: false }]);
  await beat();
  await startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'urgent',
    summary: 'Nobody carries it.',
  });
  expect(await ready()).toEqual([200, whole]);
  await world.moveClock(61_000);
  await beat();
  expect(await ready()).toEqual([503, { ...whole, queue: false }]);
  const alive = await lanes.ask('GET', '/api/health/live');
  expect(alive).toMatchObject({ status: 200, body: { status: 'ok' } });
});

it('is not ready with a database of an older release', async () => {
  const { ownerSql } = world;
  const [newest] = await ownerSql`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning *`;
  await beat();
  expect((await ready())[1]).toMatchObject({ database: true, migrations: false });
  await ownerSql`insert into drizzle.__drizzle_migrations ${ownerSql(newest ?? {})}`;
  expect((await ready())[1]).toMatchObject({ migrations: true });
});

it('metrics tell rows, ages and answers, to this machine only', async () => {
  const answer = await lanes.ask('GET', '/api/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(answer.text).toMatch(/^calmline_engine_rows\{kind="deliveries",state="pending"\} 1$/m);
  expect(answer.text).toMatch(/^calmline_engine_rows\{kind="escalations",state="open"\} 1$/m);
  expect(answer.text).toMatch(/^calmline_queue_age_seconds\{kind="delivery"\} [6-9]\d(\.\d+)?$/m);
  expect(answer.text).toMatch(/^calmline_http_request_seconds_count\{lane="health",status="503"\} \d+$/m);
  expect(answer.text).toMatch(/^calmline_live_screens 0$/m);
  expect(answer.text).toContain('process_cpu_seconds_total');
  const forwarded = await lanes.ask('GET', '/api/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } });
  expect(forwarded.status).toBe(404);
  expect(forwarded.text).not.toContain('calmline_');
});

it('what does not exist is a problem in JSON, never a page; everything is nosniff', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing'],
    ['POST', '/api/hooks/telephony'],
    ['POST', '/api/hooks/other/1'],
    ['GET', '/api/health'],
    ['GET', '/api/v2/calls'],
  ] as const) {
    const answer = await lanes.ask(method, path);
    expect([path, answer.status, answer.body]).toMatchObject([path, 404, { code: 'NOT_FOUND' }]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  for (const path of [
    '/api/health/live',
    '/api/metrics',
    '/api/v1/clients',
    '/api/trpc/desk.snapshot',
    '/api/live',
  ]) {
    const answer = await lanes.ask('GET', path);
    expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
});

/** What a browser never sends, and a scanner does. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(Number(new URL(lanes.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.end(text);
  return readText(socket);
}

it('survives request lines that are no addresses', async () => {
  for (const target of [
    '//',
    'http://[',
    'http://a:99999999/',
    '//%',
    '///api/v1',
    'HTTP://',
    '/%ff%fe',
    '/api/v1/%',
    '/api/trpc/%',
    '/api/hooks/telephony/%',
    '/ack/%',
  ]) {
    const answer = await sendRaw(`GET ${target} HTTP/1.1\r\nHost: calm.example\r\nConnection: close\r\n\r\n`);
    expect([target, answer.split('\r\n')[0]]).toEqual([
      target,
      expect.stringMatching(/^HTTP\/1\.1 [2-4]\d\d /),
    ]);
  }
  expect((await lanes.ask('GET', '/api/health/live')).status).toBe(200);
});
