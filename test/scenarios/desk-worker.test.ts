import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('the desk’s service worker is a script that is always asked for anew and may do nothing but ask this server', async () => {
  const answer = await fetch(`${lanes.url}/sw.js`);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
    'x-content-type-options': 'nosniff',
  });
  const program = await readFile(new URL('../../src/http/desk-worker-program.mjs', import.meta.url), 'utf8');
  expect(await answer.text()).toBe(program);
  // A classic script: it runs as it stands.
  expect(program).not.toMatch(/^(import|export)\b/m);
});
