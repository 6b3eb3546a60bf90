import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ADDRESS_HEADER } from '../../src/auth/options';
import { setEnvironment, startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let server: Server | undefined;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world, {
    METRICS_TOKEN: 'a token of the monitoring',
    TRUSTED_PROXIES: 'loopback',
  });
});

afterEach(() => {
  server?.close();
  server = undefined;
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

/** Where a process with these TRUSTED_PROXIES believes a request to come from. */
async function addressSeen(trusted: string | undefined, headers: Record<string, string>): Promise<string> {
  setEnvironment({ TRUSTED_PROXIES: trusted });
  vi.resetModules();
  const { addressOf } = await import('../../src/http/address');
  server = createServer((request, response) => response.end(addressOf(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  const text = await answer.text();
  server.close();
  return text;
}

it('the header of anybody is not believed; that of a trusted proxy is, up to the first stranger', async () => {
  const claimed = { 'x-forwarded-for': '198.51.100.1', [ADDRESS_HEADER]: '198.51.100.2' };
  expect(await addressSeen(undefined, claimed)).toBe('127.0.0.1');
  expect(await addressSeen('10.0.0.0/8', claimed)).toBe('127.0.0.1');
  expect(await addressSeen('127.0.0.1', claimed)).toBe('198.51.100.1');
  expect(await addressSeen('loopback, 10.0.0.0/8', {})).toBe('127.0.0.1');
  const chain = { 'x-forwarded-for': '203.0.113.9, 198.51.100.1, 10.1.2.3' };
  expect(await addressSeen('loopback 10.0.0.0/8', chain)).toBe('198.51.100.1');
});

it('a proxy that is no address stops the start with a sentence', async () => {
  for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.1/x', '10.0.0.0/0']) {
    setEnvironment({ TRUSTED_PROXIES: wrong });
    vi.resetModules();
    const { env } = await import('../../src/env');
    expect(() => env()).toThrow(
      /^TRUSTED_PROXIES must list addresses such as 10\.0\.0\.1 or 10\.0\.0\.0\/8$/,
    );
  }
  setEnvironment({ TRUSTED_PROXIES: '10.0.0.1, fd00::/8 ::1 loopback' });
  vi.resetModules();
  const { env } = await import('../../src/env');
  expect(env().TRUSTED_PROXIES).toEqual(['10.0.0.1', 'fd00::/8', '::1', 'loopback']);
});

it('with a token, metrics are for whoever has it, from anywhere, and for nobody else', async () => {
  const right = { authorization: 'Bearer a token of the monitoring', 'x-forwarded-for': '198.51.100.1' };
  expect((await lanes.ask('GET', '/api/metrics', { headers: right })).status).toBe(200);
  for (const headers of [
    {},
    { authorization: 'Bearer ' },
    { authorization: 'a token of the monitoring' },
    { authorization: 'Bearer a token of the monitorinG' },
    { authorization: `Bearer ${world.keys.admin}` },
  ]) {
    const answer = await lanes.ask('GET', '/api/metrics', { headers });
    expect([answer.status, answer.text.includes('calmline_')]).toEqual([404, false]);
  }
});
