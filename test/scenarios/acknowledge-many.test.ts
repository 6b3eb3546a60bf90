import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import type { Policy } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { readAcknowledgePage } from '../../src/http/acknowledge-page';
import { signAcknowledgeLink } from '../../src/kernel/acknowledge-link';
import type { Answer } from '../support/ask';
import { authSecret, startLanes, type Lanes } from '../support/lanes';
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

const PAST_AN_HOUR = 66 * 60_000;

/** An escalation, and the links in the messages of its first step, by the recipient's name. */
async function escalate(summary = 'Salaries were paid twice.') {
  const { id } = await startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'emergency',
    summary,
  });
  const { deliveries } = await read(id);
  const tokens = new Map<string, string>();
  for (const { id: deliveryId, recipientName } of deliveries)
    tokens.set(recipientName, await sign(deliveryId));
  const own = deliveries.find(({ recipientName }) => recipientName === 'Tom Becker');
  return { id, tokens, token: tokens.get('Tom Becker') ?? '', deliveryId: own?.id ?? '' };
}

/** Escalations whose messages to Tom Becker travelled in one: in that of the first. */
async function bundle(count: number) {
  const all = [];
  for (let n = 0; n < count; n += 1) all.push(await escalate(`Matter ${n + 1}`));
  const [first, ...others] = all;
  if (first === undefined) throw new Error('A bundle needs something to carry.');
  const carried = others.map(({ deliveryId }) => deliveryId);
  await world.ownerSql`update deliveries set bundle_id = ${first.deliveryId} where id in ${world.ownerSql(carried)}`;
  return { ids: all.map(({ id }) => id), token: first.token, carriedToken: all[1]?.token ?? '' };
}

async function sign(deliveryId: string): Promise<string> {
  const [row] = await world.ownerSql<{ now: Date }[]>`select app_now() as now`;
  const claims = { organizationId: world.organizationId, clientId: world.client.id, deliveryId };
  return signAcknowledgeLink(claims, authSecret, row?.now ?? new Date(0));
}

const post = (token: string, form: Record<string, string>): Promise<Answer> =>
  lanes.ask('POST', `/ack/${token}`, {
    raw: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const read = (escalationId: string) => getEscalation(world.actors.admin, escalationId);
const statesOf = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await read(id)).state));

async function usePolicy(changes: Partial<Policy>): Promise<void> {
  const { contact, deputy } = world;
  await setPolicy(world.actors.admin, {
    clientId: world.client.id,
    steps: [
      { targets: [{ type: 'contact', id: contact.id }], delaySeconds: 300 },
      { targets: [{ type: 'contact', id: deputy.id }], delaySeconds: 300 },
    ],
    cycles: 2,
    acknowledgementTimeoutSeconds: null,
    ...changes,
  });
}

async function rows(): Promise<unknown> {
  return Promise.all(
    ['escalations', 'escalation_events', 'deliveries', 'audit_entries', 'live_events'].map(
      (table) => world.ownerSql`
        select md5(string_agg(t::text, '' order by t::text)) as rows from ${world.ownerSql(table)} t`,
    ),
  );
}

/** As the engine does once the time has come. */
const advance = (escalationId: string) =>
  advanceEscalation(engineActor(world.actors.admin.organizationId), escalationId);

it('one message about many is answered with one press, and says of each how it stands', async () => {
  const { ids, token } = await bundle(3);
  const before = await rows();
  expect(await readAcknowledgePage(token)).toMatchObject({
    kind: 'bundle',
    recipientName: 'Tom Becker',
    count: 3,
    openCount: 3,
    rows: [{ summary: 'Matter 1' }, { summary: 'Matter 3' }, { summary: 'Matter 2' }],
  });
  expect(await rows()).toEqual(before);

  const answer = await post(token, { action: 'acknowledge' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ack/${token}`]);
  expect(await statesOf(ids)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
  expect(await readAcknowledgePage(token)).toMatchObject({
    openCount: 0,
    rows: Array(3).fill({ kind: 'acknowledged', byName: 'Tom Becker' }),
  });

  const after = await rows();
  await post(token, { action: 'acknowledge' });
  await post(token, { action: 'decline' });
  expect(await rows()).toEqual(after);
});

it('one of many can be taken alone, and "I can\'t" hands on the rest at once', async () => {
  const { ids, token } = await bundle(3);
  await post(token, { action: `acknowledge:${ids[1] ?? ''}` });
  expect(await statesOf(ids)).toEqual(['open', 'acknowledged', 'open']);
  expect(await readAcknowledgePage(token)).toMatchObject({ openCount: 2 });
  const answer = await post(token, { action: 'decline' });
  expect(answer.headers.get('location')).toBe(`/ack/${token}?declined`);
  for (const id of [ids[0], ids[2]]) expect(await read(id ?? '')).toMatchObject({ state: 'open', step: 2 });
  expect(await readAcknowledgePage(token, true)).toMatchObject({ kind: 'bundle', hasDeclined: true });
});

it('of very many the page shows twenty and answers all', async () => {
  const { ids, token } = await bundle(23);
  const page = await readAcknowledgePage(token);
  expect(page).toMatchObject({ kind: 'bundle', count: 23, openCount: 23 });
  expect(page.kind === 'bundle' && page.rows.length).toBe(20);
  await post(token, { action: 'acknowledge' });
  expect(new Set(await statesOf(ids))).toEqual(new Set(['acknowledged']));
});

it('a message of its own answers for itself alone, though it also travelled with others', async () => {
  const { ids, carriedToken } = await bundle(2);
  expect(await readAcknowledgePage(carriedToken)).toMatchObject({ kind: 'open', summary: 'Matter 2' });
  await post(carriedToken, { action: 'acknowledge' });
  expect(await statesOf(ids)).toEqual(['open', 'acknowledged']);
});

it('an answer to an earlier run changes nothing; the page says when it began again and takes the present one', async () => {
  await usePolicy({ acknowledgementTimeoutSeconds: 3_600 });
  const { id, token } = await escalate();
  await post(token, { action: 'acknowledge', cycle: '1' });
  expect(await read(id)).toMatchObject({ state: 'acknowledged' });
  await world.moveClock(PAST_AN_HOUR);
  await advance(id);
  const again = await read(id);
  expect(again).toMatchObject({ state: 'open', step: 1 });

  const before = await rows();
  const bare = await post(token, { action: 'acknowledge' });
  expect([bare.status, bare.headers.get('location')]).toEqual([303, `/ack/${token}?stale`]);
  expect(await rows()).toEqual(before);

  const page = await readAcknowledgePage(token);
  expect(page).toMatchObject({ kind: 'open', cycle: again.cycle });
  const reopened = again.timeline.find(({ type }) => type === 'reopened');
  expect(page.kind === 'open' && page.begunAgainAt).toEqual(reopened?.at);
  await post(token, { action: 'acknowledge', cycle: String(again.cycle) });
  expect(await read(id)).toMatchObject({ state: 'acknowledged', acknowledgedByName: 'Tom Becker' });
});

it('in a bundle, the form takes along the present round of what was begun again', async () => {
  await usePolicy({ acknowledgementTimeoutSeconds: 3_600 });
  const { ids, token } = await bundle(2);
  const [first = '', second = ''] = ids;
  await post(token, { action: `acknowledge:${second}` });
  await world.moveClock(PAST_AN_HOUR);
  await advance(second);
  const page = await readAcknowledgePage(token);
  if (page.kind !== 'bundle') throw new Error('Two make a bundle.');
  expect(page.present).toEqual([{ escalationId: second, cycle: 2 }]);
  await post(token, { action: 'acknowledge' });
  expect(await statesOf([first, second])).toEqual(['acknowledged', 'open']);
  const [present] = page.present;
  await post(token, {
    action: 'acknowledge',
    present: `${present?.escalationId ?? ''}:${present?.cycle ?? 0}`,
  });
  expect(await statesOf([first, second])).toEqual(['acknowledged', 'acknowledged']);
});

it('"I can\'t" of somebody whose step has gone by skips nobody, with the present round too', async () => {
  await usePolicy({});
  const { id, token } = await escalate();
  await post(token, { action: 'decline', cycle: '1' });
  expect(await read(id)).toMatchObject({ state: 'open', step: 2 });
  await post(token, { action: 'decline', cycle: '1' });
  await post(token, { action: 'decline' });
  expect(await read(id)).toMatchObject({ state: 'open', cycle: 1, step: 2 });
});

it('where everybody must acknowledge, each is thanked and the last one ends it', async () => {
  const { contact, deputy } = world;
  const targets = [contact, deputy].map(({ id }) => ({ type: 'contact' as const, id }));
  await usePolicy({ steps: [{ targets, delaySeconds: 300, isEveryoneNeeded: true }] });
  const { id, tokens } = await escalate();
  const [tom = '', eva = ''] = ['Tom Becker', 'Eva Schulz'].map((name) => tokens.get(name));
  await post(tom, { action: 'acknowledge', cycle: '1' });
  expect(await read(id)).toMatchObject({ state: 'open' });
  expect(await readAcknowledgePage(tom)).toMatchObject({ kind: 'partly', clientName: 'Brightwater Payroll' });
  expect(await readAcknowledgePage(eva)).toMatchObject({ kind: 'open', recipientName: 'Eva Schulz' });
  await post(eva, { action: 'acknowledge', cycle: '1' });
  expect(await read(id)).toMatchObject({ state: 'acknowledged' });
  for (const token of [tom, eva]) {
    expect(await readAcknowledgePage(token)).toMatchObject({
      kind: 'acknowledged',
      byName: 'Tom Becker and Eva Schulz',
    });
  }
});

it('that somebody has the page before them is told by the page itself, once; opening it tells nothing', async () => {
  await usePolicy({});
  const { id, token, deliveryId } = await escalate();
  await world.ownerSql`update deliveries set state = 'sent', sent_at = app_now() where id = ${deliveryId}`;
  const sent = await rows();
  await readAcknowledgePage(token);
  expect(await rows()).toEqual(sent);

  expect((await post(token, { action: 'read' })).status).toBe(204);
  const after = await read(id);
  expect(after).toMatchObject({ state: 'open', deliveries: [{ readAt: expect.any(Date) as unknown }] });
  expect(after.timeline.filter(({ type }) => type === 'read')).toHaveLength(1);

  const once = await rows();
  expect((await post(token, { action: 'read' })).status).toBe(204);
  expect((await post(token.slice(0, -2), { action: 'read' })).status).toBe(204);
  expect(await rows()).toEqual(once);
});

it('what no button of the page says is refused', async () => {
  const { id, token } = await escalate();
  for (const action of ['acknowledge:', 'acknowledge:1', 'read:1', 'resolve', 'decline all']) {
    expect(await post(token, { action })).toMatchObject({ status: 400 });
  }
  await post(token, { action: 'acknowledge:00000000-0000-7000-8000-000000000001' });
  expect(await read(id)).toMatchObject({ state: 'open' });
});
