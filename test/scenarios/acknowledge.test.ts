import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkActor } from '../../src/db/gate';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { getEscalation } from '../../src/domain/escalations/queries';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createPromise } from '../../src/domain/followups/create-promise';
import { readAcknowledgePage } from '../../src/http/acknowledge-page';
import { signAcknowledgeLink, type LinkClaims } from '../../src/kernel/acknowledge-link';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { authSecret, LEFT_TO_PAGES, startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type Tenant, type World } from '../support/world';

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

const DAY = 24 * 3_600_000;

type Sent = { escalationId: string; claims: LinkClaims; token: string };

/** An escalation, and the link in the message to its first contact. */
async function escalate(tenant: Tenant = world, changes: Partial<LinkClaims> = {}): Promise<Sent> {
  const { id } = await startEscalation(tenant.actors.operator, {
    clientId: tenant.client.id,
    urgency: 'emergency',
    summary: 'Salaries were paid twice.',
  });
  const { deliveries } = await getEscalation(tenant.actors.admin, id);
  const { organizationId, client } = tenant;
  const deliveryId = deliveries[0]?.id ?? '';
  const claims = { organizationId, clientId: client.id, deliveryId, ...changes };
  return { escalationId: id, claims, token: await sign(claims) };
}

async function sign(claims: LinkClaims, secret = authSecret): Promise<string> {
  const [row] = await world.ownerSql<{ now: Date }[]>`select app_now() as now`;
  return signAcknowledgeLink(claims, secret, row?.now ?? new Date(0));
}

const press = (token: string, action = 'acknowledge'): Promise<Answer> =>
  lanes.ask('POST', `/ack/${token}`, {
    raw: `action=${action}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const read = (escalationId: string, tenant: Tenant = world) =>
  getEscalation(tenant.actors.admin, escalationId);

async function rows(): Promise<unknown> {
  return Promise.all(
    ['escalations', 'escalation_events', 'deliveries', 'audit_entries', 'live_events', 'sessions'].map(
      (table) => world.ownerSql`
        select md5(string_agg(t::text, '' order by t::text)) as rows from ${world.ownerSql(table)} t`,
    ),
  );
}

it('the page shows what it is about and changes nothing, however often it is opened', async () => {
  const { token, escalationId } = await escalate();
  const before = await rows();
  for (let n = 0; n < 5; n += 1) {
    expect(await readAcknowledgePage(token)).toEqual({
      kind: 'open',
      organizationName: 'Harbor Answering',
      operatorPhone: '+493055550100',
      clientName: 'Brightwater Payroll',
      summary: 'Salaries were paid twice.',
      urgency: 'emergency',
      startedAt: expect.any(Date) as unknown,
      recipientName: 'Tom Becker',
      timeZone: 'Europe/Berlin',
      escalationId,
      cycle: 1,
      begunAgainAt: null,
      promises: [],
    });
  }
  expect(await rows()).toEqual(before);
});

it('what the caller was promised stands on the page with its deadline, and the caller does not', async () => {
  const { operator, admin } = world.actors;
  const { call } = await ringCall(operator, {
    from: '+4915112345678',
    to: world.did.number,
    routeReason: 'overflow',
  });
  await answerCall(operator, call.id);
  const dueAt = new Date(Date.now() + 2 * DAY);
  await createPromise(operator, {
    callId: call.id,
    kind: 'information',
    what: 'when the rest is paid',
    owner: 'service',
    dueAt: dueAt.toISOString(),
  });
  const { id } = await startEscalation(operator, {
    callId: call.id,
    urgency: 'urgent',
    summary: 'Paid half.',
  });
  const { deliveries } = await getEscalation(admin, id);
  const { organizationId, client } = world;
  const token = await sign({ organizationId, clientId: client.id, deliveryId: deliveries[0]?.id ?? '' });
  const page = await readAcknowledgePage(token);
  expect(page).toMatchObject({ kind: 'open', promises: [{ what: 'when the rest is paid', dueAt }] });
  expect(JSON.stringify(page)).not.toContain('4915112345678');
});

it('only a press acts: every other method is left to the pages and changes nothing', async () => {
  const { token } = await escalate();
  const before = await rows();
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
    expect((await lanes.ask(method, `/ack/${token}?action=acknowledge`)).status).toBe(LEFT_TO_PAGES);
  }
  expect(await rows()).toEqual(before);
});

it('a press acknowledges, by name, and cancels what was not sent', async () => {
  const { token, escalationId } = await escalate();
  const answer = await press(token);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/ack/${token}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await read(escalationId)).toMatchObject({
    state: 'acknowledged',
    acknowledgedByName: 'Tom Becker',
    nextStepDueAt: null,
    deliveries: [{ state: 'skipped', attempts: 0 }],
  });
  expect(await readAcknowledgePage(token)).toMatchObject({ kind: 'acknowledged', byName: 'Tom Becker' });
});

it('pressing again, or after somebody else, changes nothing and the page says who has it', async () => {
  const { token, escalationId } = await escalate();
  await acknowledgeEscalation(world.actors.account_manager, { escalationId, via: 'app' });
  const before = await rows();
  for (const action of ['acknowledge', 'decline']) {
    const answer = await press(token, action);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ack/${token}`]);
  }
  expect(await rows()).toEqual(before);
  expect(await readAcknowledgePage(token)).toMatchObject({
    kind: 'acknowledged',
    byName: 'The account manager',
    at: expect.any(Date) as unknown,
  });
});

it('ten presses at once have one effect', async () => {
  const { token, escalationId } = await escalate();
  const answers = await Promise.all(Array.from({ length: 10 }, () => press(token)));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(303));
  const { timeline } = await read(escalationId);
  expect(timeline.filter(({ type }) => type === 'acknowledged')).toHaveLength(1);
});

it('a link that was edited, cut off, or signed with another secret opens nothing', async () => {
  const { token, claims } = await escalate();
  const [header = '', payload = '', signature = ''] = token.split('.');
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claimed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const before = await rows();
  for (const wrong of [
    token.slice(0, -1),
    token.slice(0, token.length / 2),
    'x',
    `${header}.${payload}.`,
    `${header}.${base64({ ...claimed, sub: newId() })}.${signature}`,
    `${base64({ alg: 'none' })}.${payload}.`,
    `${base64({ alg: 'none' })}.${payload}.${signature}`,
    await sign(claims, 'another secret of at least thirty-two'),
    await sign(claims, `calmline:acknowledge:${authSecret}`),
  ]) {
    expect(await readAcknowledgePage(wrong)).toMatchObject({
      kind: 'invalid',
      words: 'This link is not complete. Open it again from the message.',
    });
    expect((await press(wrong)).status).toBe(303);
  }
  expect(await rows()).toEqual(before);
});

it('a link about another tenant, or about nothing, leads to nothing', async () => {
  const other = await world.addTenant('Quay Answering');
  const theirs = await escalate(other);
  const own = await escalate();
  const { claims } = theirs;
  const before = await rows();
  for (const forged of [
    { ...claims, organizationId: world.organizationId, clientId: world.client.id },
    { ...claims, organizationId: world.organizationId, clientId: null },
    { ...claims, clientId: world.client.id },
    { ...own.claims, deliveryId: newId() },
    { ...own.claims, clientId: newId() },
  ]) {
    const token = await sign(forged);
    expect(await readAcknowledgePage(token)).toMatchObject({ kind: 'invalid' });
    expect((await press(token)).status).toBe(404);
  }
  expect(await rows()).toEqual(before);
});

it("a link answers for its own message's escalation only", async () => {
  const first = await escalate();
  const second = await escalate();
  const actor = linkActor({ ...first.claims, name: 'Tom Becker' });
  await expect(
    acknowledgeEscalation(actor, { escalationId: second.escalationId, via: 'link' }),
  ).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(resolveEscalation(actor, first.escalationId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(cancelEscalation(actor, first.escalationId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await read(second.escalationId)).toMatchObject({ state: 'open' });
  expect(await read(first.escalationId)).toMatchObject({ state: 'open' });
});

it('"I can\'t" tells the next person at once', async () => {
  const { token, escalationId } = await escalate();
  const answer = await press(token, 'decline');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ack/${token}?declined`]);
  const after = await read(escalationId);
  expect(after).toMatchObject({ state: 'open', step: 2 });
  expect(after.timeline.map(({ type, words }) => [type, words]).slice(-2)).toEqual([
    ['declined', 'Tom Becker cannot take it'],
    ['step_begun', 'Step 2: telling Eva Schulz'],
  ]);
  expect(after.deliveries.map(({ recipientName }) => recipientName)).toEqual(['Eva Schulz', 'Tom Becker']);
});

it('a press without one of the buttons is refused', async () => {
  const { token, escalationId } = await escalate();
  for (const raw of ['', 'action=', 'action=resolve', '{"action":"acknowledge"}', 'Action=acknowledge']) {
    const answer = await lanes.ask('POST', `/ack/${token}`, { raw });
    expect(answer).toMatchObject({ status: 400, body: { detail: 'Press one of the buttons.' } });
  }
  const huge = await lanes.ask('POST', `/ack/${token}`, {
    raw: `action=acknowledge&x=${'x'.repeat(200_000)}`,
  });
  expect(huge.status).toBe(413);
  expect(await read(escalationId)).toMatchObject({ state: 'open' });
});

it('the page of what was called off or resolved says so', async () => {
  const cancelled = await escalate();
  await cancelEscalation(world.actors.operator, cancelled.escalationId);
  expect(await readAcknowledgePage(cancelled.token)).toMatchObject({ kind: 'closed' });
  expect((await press(cancelled.token)).status).toBe(303);
  expect(await read(cancelled.escalationId)).toMatchObject({ state: 'cancelled' });
  const resolved = await escalate();
  await resolveEscalation(world.actors.admin, resolved.escalationId);
  expect(await readAcknowledgePage(resolved.token)).toMatchObject({
    kind: 'closed',
    words: 'This is resolved.',
  });
  expect((await press(resolved.token)).status).toBe(303);
  expect(await read(resolved.escalationId)).toMatchObject({ state: 'resolved' });
});

it('a link is good for a week', async () => {
  const { token, escalationId } = await escalate();
  await world.moveClock(6.9 * DAY);
  expect(await readAcknowledgePage(token)).toMatchObject({ kind: 'open' });
  await world.moveClock(0.2 * DAY);
  expect(await readAcknowledgePage(token)).toMatchObject({
    kind: 'invalid',
    words: 'This link has expired. Call the operator, or sign in.',
  });
  expect((await press(token)).status).toBe(303);
  expect(await read(escalationId)).toMatchObject({ state: 'open' });
});
