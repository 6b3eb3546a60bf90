import { afterAll, beforeAll, expect, it } from 'vitest';
import { restRoutes } from '../../src/http/rest-routes';
import { after, DAY } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { takeBack, tellCaller, wrongBriefing } from '../support/recall-day';
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

type Page<Item> = { items: Item[]; nextCursor: string | null };

const inDays = (days: number) => after(new Date(), days * DAY).toISOString();

const ask = (method: string, path: string, question: { body?: unknown } = {}): Promise<Answer> =>
  lanes.ask(method, `/api/v1${path}`, { key: world.keys.admin, ...question });

it('pages through all rows once each, whatever is added meanwhile', async () => {
  const clientId = world.client.id;
  let ids = { briefingId: '', recallId: '' };
  for (let n = 0; n < 7; n += 1) {
    await ask('POST', '/clients', { body: { name: `Same name` } });
    await ask('POST', '/contacts', { body: { clientId, name: 'Same name' } });
    await ask('POST', '/dids', { body: { clientId, number: `+4930555561${n}0` } });
    const rung = await ask('POST', '/calls', { body: { from: '', to: world.did.number } });
    const promise = { kind: 'information', what: 'when it comes', dueAt: inDays(n < 4 ? 3 : 2) };
    const { id: callId } = rung.body as { id: string };
    await ask('POST', '/promises', { body: { callId, ...promise } });
    const wish = { channel: 'email', address: 'jonas@weber.example', consent: 'Yes.' };
    await ask('PUT', `/calls/${callId}/caller-update`, { body: wish });
    await ask('POST', `/calls/${callId}/close`, { body: { disposition: 'informed' } });
    await ask('POST', '/briefings', { body: { ...briefingContent(), clientId } });
    const begun = await ask('POST', '/escalations', { body: { clientId, summary: 'Look' } });
    await ask('POST', `/escalations/${(begun.body as { id: string }).id}/acknowledge`, { body: {} });
    const duty = { clientId, name: `Duty ${n % 3}` };
    const { id: scheduleId } = (await ask('POST', '/schedules', { body: duty })).body as { id: string };
    const besides = { scheduleId, kind: 'add', contactId: world.contact.id };
    await ask('POST', '/overrides', { body: { ...besides, startsAt: inDays(1), endsAt: inDays(2) } });
    await ask('POST', '/webhook-endpoints', {
      body: { url: 'https://x.example/', events: ['escalation.started'] },
    });
    const wrong = await wrongBriefing(world);
    const callers = n === 0 ? 7 : 1;
    for (let m = 0; m < callers; m += 1) await tellCaller(world, `+49151123456${n}${m}`, wrong.statementId);
    const { recallId } = await takeBack(world.actors.author, wrong);
    if (n === 0) ids = { briefingId: wrong.briefingId, recallId };
    await ask('POST', `/briefings/${ids.briefingId}/packs`);
    // One that is still to be made serves everybody who asks.
    await world.ownerSql`update incident_packs set state = 'failed', due_at = null`;
  }
  const lists = restRoutes.filter(({ input }) => input !== null && 'cursor' in input.shape);
  expect(lists.map(({ path }) => path).sort()).toEqual([
    '/briefings',
    '/briefings/{briefingId}/packs',
    '/briefings/{briefingId}/told',
    '/callbacks',
    '/caller-updates',
    '/calls',
    '/clients',
    '/contacts',
    '/dids',
    '/escalations',
    '/messages',
    '/overrides',
    '/promises',
    '/recalls',
    '/recalls/{recallId}/callers',
    '/report-requests',
    '/schedules',
    '/webhook-endpoints',
  ]);
  for (const { path: pattern } of lists) {
    const path = pattern.replace('{briefingId}', ids.briefingId).replace('{recallId}', ids.recallId);
    const all = (await ask('GET', `${path}?limit=100`)).body as Page<unknown>;
    expect(all.nextCursor).toBeNull();
    expect(all.items.length).toBeGreaterThan(6);
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = (await ask('GET', `${path}?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`))
        .body as Page<unknown>;
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items);
  }
});

it('refuses cursors that it did not make', async () => {
  const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  for (const path of [
    '/briefings',
    '/callbacks',
    '/caller-updates',
    '/calls',
    '/clients',
    '/contacts',
    '/dids',
    '/escalations',
    '/messages',
    '/overrides',
    '/promises',
    '/recalls',
    '/report-requests',
    '/schedules',
    '/webhook-endpoints',
  ]) {
    for (const cursor of [
      'junk',
      '%00',
      made({}),
      made([]),
      made([1]),
      made(['a']),
      made(['a', 'b']),
      made([newId(), 'b']),
      made(['a\u0000', newId()]),
      made(['a', newId(), 'c']),
    ]) {
      const answer = await ask('GET', `${path}?cursor=${cursor}`);
      expect([path, cursor, answer.status]).toEqual([path, cursor, 400]);
    }
  }
});
