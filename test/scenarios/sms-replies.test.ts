import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { createCaller } from '../../src/api/root';
import { newId } from '../../src/kernel/ids';
import { CarrierScene, type Told } from '../support/carrier-scene';
import { publicUrl } from '../support/lanes';
import type { Tenant } from '../support/world';

let scene: CarrierScene;
let other: Tenant;
let tom: string;
let count = 0;

beforeAll(async () => {
  scene = await CarrierScene.open();
  other = await scene.world.addTenant('Quay Answering');
});

afterAll(() => scene.close());

beforeEach(async () => {
  count += 1;
  tom = `+49151555${String(20_000 + count)}`;
  await scene.reachBy('sms', tom);
});

const write = (body: string, changes: Record<string, string> = {}) =>
  scene.phone.receiveText(tom, body, changes);
const state = async ({ escalationId }: Told, tenant?: Tenant) =>
  (await scene.read(escalationId, tenant)).state;
const clock = (at: Date | null) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(
    at ?? 0,
  );

const answersOf = async (phone: string) =>
  scene.world.ownerSql<{ outcome: string; answer: string | null }[]>`
    select outcome, answer from inbound_messages where from_address = ${phone} order by id`;

it('the text says what it is about and how to answer, and the link in it opens', async () => {
  const { taken } = await scene.escalate();
  expect(taken.body).toMatch(
    /^Harbor Answering: Brightwater Payroll, URGENT\. Salaries were paid twice\.\nhttps:\/\/calm\.example\/ack\/[\w-]+\nReply 1a to take it, 1n if you cannot\.$/,
  );
  const answer = await scene.lanes.ask('POST', (taken.link ?? '').replace(publicUrl, ''), {
    raw: 'action=acknowledge',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(303);
  expect((await scene.world.ownerSql`select state from escalations order by id desc limit 1`)[0]?.state).toBe(
    'acknowledged',
  );
});

it.each(['1a', '1', '1 a', "'1a'", '"1A"   ', 'ack', 'ACK 1', 'ok'])('%j takes it', async (words) => {
  const told = await scene.escalate();
  expect(await write(words)).toBe('Thank you, Tom Becker. You have it, and nobody else is told.');
  const after = await scene.read(told.escalationId);
  expect(after).toMatchObject({
    state: 'acknowledged',
    acknowledgedByName: 'Tom Becker',
    nextStepDueAt: null,
  });
});

it.each(['1n', '1 n', 'no', 'cannot', 'I can’t'])('%j tells the next person at once', async (words) => {
  const told = await scene.escalate();
  expect(await write(words)).toBe('Thank you for saying so. The next person is being told.');
  const after = await scene.read(told.escalationId);
  expect(after).toMatchObject({ state: 'open', step: 2 });
  expect(after.deliveries.some(({ recipientName }) => recipientName === 'Eva Schulz')).toBe(true);
});

it('the last one who cannot take it is not told that there is a next person', async () => {
  const contact = await scene.reachBy('sms', tom);
  await setPolicy(scene.world.actors.admin, {
    clientId: scene.world.client.id,
    steps: [{ targets: [{ type: 'contact', id: contact.id }], delaySeconds: 300 }],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
  const told = await scene.escalate();
  expect(await write('1n')).toBe(
    'Thank you for saying so. You were the last one to ask; the account managers know.',
  );
  expect(await state(told)).toBe('unanswered');
});

it('whoever is late hears who has it, and since when on the clock of the client', async () => {
  const told = await scene.escalate();
  await acknowledgeEscalation(scene.world.actors.account_manager, {
    escalationId: told.escalationId,
    via: 'app',
  });
  const { acknowledgedAt } = await scene.read(told.escalationId);
  const words = `Already acknowledged by The account manager at ${clock(acknowledgedAt)}. Thank you.`;
  expect(await write('1a')).toBe(words);
  expect(await write('1n')).toBe(words);
  expect(await write('ack')).toBe(words);
  expect(await scene.read(told.escalationId)).toMatchObject({ acknowledgedByName: 'The account manager' });
});

it('a second answer of the same person changes nothing', async () => {
  const told = await scene.escalate();
  await write('1a');
  const { acknowledgedAt, timeline } = await scene.read(told.escalationId);
  expect(await write('1a')).toBe(
    `Already acknowledged by Tom Becker at ${clock(acknowledgedAt)}. Thank you.`,
  );
  expect((await scene.read(told.escalationId)).timeline).toEqual(timeline);
});

it('what the carrier says twice has one effect and gets the same answer', async () => {
  const told = await scene.escalate();
  const MessageSid = `SM${newId()}`;
  const first = await write('1a', { MessageSid });
  const { timeline } = await scene.read(told.escalationId);
  expect(await write('1a', { MessageSid })).toBe(first);
  const both = await Promise.all([write('1a', { MessageSid }), write('1a', { MessageSid })]);
  expect(both).toEqual([first, first]);
  expect((await scene.read(told.escalationId)).timeline).toEqual(timeline);
  expect(await answersOf(tom)).toHaveLength(1);
});

it('several at once: a word without a number asks which, the number decides', async () => {
  const [first, second] = [await scene.escalate('First.'), await scene.escalate('Second.')];
  expect([first.taken.code, second.taken.code]).toEqual(['1', '2']);
  expect(await write('ack')).toBe('Several are open. Reply with the number in the message, for example 3a.');
  expect([await state(first), await state(second)]).toEqual(['open', 'open']);
  expect(await write('2a')).toContain('You have it');
  expect([await state(first), await state(second)]).toEqual(['open', 'acknowledged']);
  expect(await write('ack')).toContain('You have it');
  expect(await state(first)).toBe('acknowledged');
});

it('two services with the same contact are never confused', async () => {
  await scene.reachBy('sms', tom, other);
  const mine = await scene.escalate('Ours.');
  const theirs = await scene.escalate('Theirs.', other);
  expect([mine.taken.code, theirs.taken.code]).toEqual(['1', '2']);
  expect(await write('2a')).toContain('You have it');
  expect([await state(mine), await state(theirs, other)]).toEqual(['open', 'acknowledged']);
  const rows = await scene.world.ownerSql`
    select organization_id as id, outcome from inbound_messages where from_address = ${tom}`;
  expect(rows).toEqual([{ id: other.organizationId, outcome: 'acknowledged' }]);
  expect(await write('1n')).toContain('The next person');
  expect([await state(mine), await state(theirs, other)]).toEqual(['open', 'acknowledged']);
});

it("a service's own Twilio connection answers for its own messages alone", async () => {
  await scene.reachBy('sms', tom, other);
  const mine = await scene.escalate('Ours.');
  const theirs = await scene.escalate('Theirs.', other);
  const admin = createCaller({ actor: other.actors.admin, session: null });
  const secret = scene.carrier.authToken;
  const { connection } = await admin.connections.create({ name: 'Own', kind: 'twilio', secret });
  const path = `/api/hooks/twilio/${connection.id}/sms`;
  expect(await write('1a', { path })).toBe(
    'There is no message 1 for you. Number 2 is open: reply 2a to take 2.',
  );
  expect(await write('ack', { path })).toContain('You have it');
  expect([await state(mine), await state(theirs, other)]).toEqual(['open', 'acknowledged']);
});

it('one answer takes everything that travelled in one message', async () => {
  const { ownerSql, actors } = scene.world;
  const [first, second, third] = [
    await scene.escalate('A.'),
    await scene.escalate('B.'),
    await scene.escalate('C.'),
  ];
  for (const { deliveryId } of [first, second]) {
    await ownerSql`update deliveries set bundle_id = ${third.deliveryId} where id = ${deliveryId}`;
  }
  await acknowledgeEscalation(actors.operator, { escalationId: first.escalationId, via: 'app' });
  expect(await write('3a')).toBe(
    'Thank you, Tom Becker. You have 2 of 3; the others were taken care of before.',
  );
  for (const one of [first, second, third]) expect(await state(one)).toBe('acknowledged');
  expect(await scene.read(second.escalationId)).toMatchObject({ acknowledgedByName: 'Tom Becker' });
});

it('an answer to a message of an earlier round changes nothing, and says how to answer the present one', async () => {
  const told = await scene.escalate();
  const { ownerSql } = scene.world;
  await ownerSql`update escalations set cycle = 2, run_from_cycle = 2 where id = ${told.escalationId}`;
  const anew = newId();
  await ownerSql`
    insert into deliveries (organization_id, id, client_id, cause_id, cycle, step, method_id, recipient_id, recipient_name,
      channel, address, message, state, attempts, created_at)
    select organization_id, ${anew}, client_id, cause_id, 2, step, method_id, recipient_id, recipient_name, channel,
      address, message, 'pending', 0, app_now() from deliveries where id = ${told.deliveryId}`;
  const { taken } = await scene.send(anew);
  expect(taken.code).toBe('2');
  expect(await write('1a')).toBe(
    'That message is from an earlier round, and it has begun again since. Reply 2a to take it now, 2n if you cannot.',
  );
  expect(await state(told)).toBe('open');
  expect(await write('2a')).toContain('You have it');
  expect(await state(told)).toBe('acknowledged');
});

it('what was called off or resolved is said so', async () => {
  const { actors } = scene.world;
  const [cancelled, resolved] = [await scene.escalate(), await scene.escalate()];
  await cancelEscalation(actors.operator, cancelled.escalationId);
  await resolveEscalation(actors.admin, resolved.escalationId);
  expect(await write('1a')).toBe('That was called off. There is nothing left to do.');
  expect(await write('2a')).toBe('That is resolved. There is nothing left to do.');
  expect([await state(cancelled), await state(resolved)]).toEqual(['cancelled', 'resolved']);
});

it('a number that was never given, and words that are no answer, change nothing and help on', async () => {
  const told = await scene.escalate();
  expect(await write('7a')).toBe('There is no message 7 for you. Number 1 is open: reply 1a to take 1.');
  expect(await write('what is this about?')).toBe('Reply 1a to take it, 1n if you cannot.');
  expect(await write('1 but not before noon')).toBe('Reply 1a to take it, 1n if you cannot.');
  expect(await state(told)).toBe('open');
  expect((await answersOf(tom)).map(({ outcome }) => outcome)).toEqual(['unknown', 'unclear', 'unclear']);
});

it('somebody known for whom nothing is open is told so', async () => {
  expect(await write('ack')).toBe('Nothing is open for you right now. Thank you.');
});

it('HELP is answered in one sentence', async () => {
  const answer = await write('HELP');
  expect(answer).toMatch(/3a[^.]*3n[^.]*STOP[^.]*\.$/);
});

it('a number that nobody here knows gets silence, whatever it says', async () => {
  for (const body of ['1a', 'ack', 'HELP', 'STOP', 'hello']) {
    expect(await scene.phone.receiveText('+4915199999999', body)).toBeNull();
    expect(await scene.phone.receiveText('12345', body)).toBeNull();
    expect(await scene.phone.receiveText('Bank', body)).toBeNull();
  }
  expect(await answersOf('+4915199999999')).toEqual([]);
});

it('STOP ends text messages in every service and START begins them again; the carrier answers both', async () => {
  await scene.reachBy('sms', tom, other);
  const stopped = async () =>
    (
      await scene.world
        .ownerSql`select from contact_methods where address = ${tom} and stopped_at is not null`
    ).length;
  expect(await write('Stop')).toBeNull();
  expect(await stopped()).toBe(2);
  expect((await answersOf(tom)).map(({ outcome }) => outcome)).toEqual(['stopped', 'stopped']);
  expect(await write('START')).toBeNull();
  expect(await stopped()).toBe(0);
});

it('two programs that answer each other come to an end; an answer that counts still counts', async () => {
  const told = await scene.escalate();
  for (let n = 0; n < 6; n += 1) expect(await write('Thank you for your message.')).not.toBeNull();
  expect(await write('Thank you for your message.')).toBeNull();
  expect(await write('1a')).toBeNull();
  expect(await state(told)).toBe('acknowledged');
  await scene.world.moveClock(16 * 60_000);
  expect(await write('1a')).toContain('Already acknowledged by Tom Becker');
});

it('a text that the carrier did not sign is refused and changes nothing', async () => {
  const told = await scene.escalate();
  const address = `${publicUrl}/api/hooks/carrier/sms`;
  const fields = { MessageSid: `SM${newId()}`, From: tom, To: scene.carrier.from, Body: '1a' };
  for (const signature of ['', 'no signature', Buffer.from('x'.repeat(20)).toString('base64')]) {
    expect((await scene.phone.post(address, fields, signature)).status).toBe(401);
  }
  expect(await state(told)).toBe('open');
  expect(await answersOf(tom)).toEqual([]);
});

it('fifty people answer at once, each their own', async () => {
  const told: (Told & { from: string })[] = [];
  for (let n = 0; n < 50; n += 1) {
    const from = `+49151777${String(count * 100 + n).padStart(6, '0')}`;
    await scene.reachBy('sms', from);
    told.push({ ...(await scene.escalate(`Number ${n}.`)), from });
  }
  const answers = await Promise.all(told.map(({ from }) => scene.phone.receiveText(from, '1a')));
  expect(new Set(answers)).toEqual(new Set(['Thank you, Tom Becker. You have it, and nobody else is told.']));
  for (const one of told) expect(await state(one)).toBe('acknowledged');
});
