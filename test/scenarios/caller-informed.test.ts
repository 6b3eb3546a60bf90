// Follow-up through the doors that programs and people without a sign-in use: REST, and the page of a link.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAcknowledgePage } from '../../src/http/acknowledge-page';
import { signAcknowledgeLink } from '../../src/kernel/acknowledge-link';
import { requireRow } from '../../src/kernel/errors';
import type { Answer } from '../support/ask';
import { FollowUp, lines, SETTLED_WORDS } from '../support/follow-up';
import { authSecret, startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let follow: FollowUp;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  follow = new FollowUp(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const rest = (
  method: string,
  path: string,
  body?: unknown,
  key: 'admin' | 'operator' | 'author' = 'admin',
): Promise<Answer> =>
  lanes.ask(method, `/api/v1${path}`, { key: world.keys[key], ...(body !== undefined && { body }) });

const press = (token: string, fields: Record<string, string>) =>
  lanes.ask('POST', `/ack/${token}`, {
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

async function tokenOf(escalation: { id: string }, n = 0): Promise<string> {
  const { organizationId, client } = world;
  const { id: deliveryId } = requireRow((await follow.messages(escalation.id))[n]);
  const claims = { organizationId, clientId: client.id, deliveryId };
  return signAcknowledgeLink(claims, authSecret, await world.readClock());
}

it('a program records the wish, the words and the report; the caller is told', async () => {
  const { id: callId } = await follow.call();
  const wish = { channel: 'email', address: 'jonas@weber.example', consent: 'Yes, by e-mail.' };
  const recorded = await rest('PUT', `/calls/${callId}/caller-update`, wish, 'operator');
  expect(recorded).toMatchObject({ status: 200, body: { state: 'waiting', consent: 'Yes, by e-mail.' } });
  expect((await rest('PUT', `/calls/${callId}/caller-update`, wish, 'author')).status).toBe(403);
  const { id: clientId } = world.client;
  const words = await rest('PUT', `/clients/${clientId}/settled-words`, { words: SETTLED_WORDS }, 'author');
  expect(words).toMatchObject({ status: 200, body: { approved: { words: SETTLED_WORDS }, waiting: 0 } });
  const link = { words: 'Look at https://calm.example/ack/abc' };
  expect((await rest('PUT', `/clients/${clientId}/settled-words`, link, 'author')).status).toBe(400);
  const escalation = await follow.escalate(callId);
  const early = await rest('POST', `/escalations/${escalation.id}/report`, { words: 'On it.' });
  expect(early).toMatchObject({ status: 409 });
  await follow.acknowledge(escalation);
  const asked = await rest('GET', `/report-requests?escalationId=${escalation.id}`);
  expect(asked).toMatchObject({
    body: { items: [{ state: 'open', personName: 'Tom Becker' }], nextCursor: null },
  });
  expect((await rest('POST', `/escalations/${escalation.id}/report`, {})).status).toBe(400);
  const contactId = world.contact.id;
  const said = { words: 'Paid back.', isResolved: true, contactId };
  const reported = await rest('POST', `/escalations/${escalation.id}/report`, said, 'operator');
  expect(reported).toMatchObject({ status: 200, body: { state: 'resolved' } });
  await follow.work();
  const { id } = await follow.update(callId);
  await follow.send(id);
  const listed = await rest('GET', `/caller-updates?state=told&clientId=${clientId}`, undefined, 'author');
  expect(listed).toMatchObject({ body: { items: [{ id, state: 'told', words: SETTLED_WORDS }] } });
  expect((await rest('DELETE', `/calls/${callId}/caller-update`)).status).toBe(409);
});

it('the page of a message asks for a report, takes it, and says so; looking changes nothing', async () => {
  const escalation = await follow.escalate();
  const token = await tokenOf(escalation);
  await press(token, { action: 'acknowledge' });
  const asked = {
    kind: 'acknowledged',
    report: { escalationId: escalation.id, isOverdue: false, said: null },
  };
  expect(await readAcknowledgePage(token)).toMatchObject(asked);
  expect(await readAcknowledgePage(token)).toMatchObject(asked);
  expect((await follow.report(escalation)).state).toBe('open');
  const empty = await press(token, { action: `report:${escalation.id}` });
  expect(empty.headers.get('location')).toBe(`/ack/${token}?nowords`);
  const words = { [`words:${escalation.id}`]: '  <b>The bank</b> is on it.\n' };
  const said = await press(token, { action: `report:${escalation.id}`, ...words });
  expect(said.headers.get('location')).toBe(`/ack/${token}?reported`);
  await press(token, { action: `report:${escalation.id}`, ...words });
  expect(await readAcknowledgePage(token)).toMatchObject({
    report: { dueAt: null, said: { words: '<b>The bank</b> is on it.', byName: 'Tom Becker' } },
  });
  const back = lines(await follow.read(escalation)).filter((line) => line.startsWith('reported_back'));
  expect(back).toHaveLength(1);
  await press(token, { action: `resolve:${escalation.id}` });
  expect(await readAcknowledgePage(token)).toMatchObject({ kind: 'acknowledged', report: null });
  expect((await follow.read(escalation)).state).toBe('resolved');
});

it('a link reports on its own matter alone, and not before somebody has it', async () => {
  const [own, other] = [await follow.escalate(), await follow.escalate()];
  const token = await tokenOf(own);
  const report = (id: string) => press(token, { action: `resolve:${id}`, [`words:${id}`]: 'Done.' });
  expect((await report(own.id)).headers.get('location')).toBe(`/ack/${token}`);
  expect((await follow.read(own)).state).toBe('open');
  await follow.acknowledge(other);
  expect((await report(other.id)).status).toBe(403);
  expect((await follow.read(other)).state).toBe('acknowledged');
});
