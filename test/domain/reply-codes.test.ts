import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import {
  findReplyPhone,
  findReplyTarget,
  listOpenReplies,
  stopPhone,
  takeReplyCodes,
} from '../../src/db/reply-gate';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { getEscalation } from '../../src/domain/escalations/queries';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createContact } from '../../src/domain/contacts/create-contact';
import { requireRow } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/ids';
import { makeWorld, type Tenant, type World } from '../support/world';

const HOUR = 3_600_000;

let world: World;
let other: Tenant;
let phone: string;
let count = 0;

beforeAll(async () => {
  world = await makeWorld();
  other = await world.addTenant('Quay Answering');
});

afterAll(() => world.stop());

beforeEach(() => {
  count += 1;
  phone = `+49151555${String(10_000 + count)}`;
});

type Sent = {
  escalationId: string;
  organizationId: string;
  clientId: string;
  deliveryId: string;
  phone: string;
};

/** An escalation, and the first message of it, as if it went to the phone. */
async function escalate(tenant: Tenant = world): Promise<Sent> {
  const { id } = await startEscalation(tenant.actors.operator, {
    clientId: tenant.client.id,
    urgency: 'urgent',
    summary: 'Salaries were paid twice.',
  });
  const { deliveries } = await getEscalation(tenant.actors.admin, id);
  const { organizationId, client } = tenant;
  return {
    escalationId: id,
    organizationId,
    clientId: client.id,
    deliveryId: deliveries[0]?.id ?? '',
    phone,
  };
}

const takeAll = (sent: Sent[]) =>
  takeReplyCodes(
    database().sql,
    sent.map((one) => ({ ...one, isBundle: false })),
  );
const take = async (sent: Sent, isBundle = false) => {
  const [code] = await takeReplyCodes(database().sql, [{ ...sent, isBundle }]);
  return requireRow(code);
};
const end = ({ escalationId }: Sent, tenant: Tenant = world) =>
  acknowledgeEscalation(tenant.actors.operator, { escalationId, via: 'app' });
const find = (code: number | null, organizationId: string | null = null) =>
  findReplyTarget(database().sql, phone, code, organizationId);
const listOpen = (organizationId: string | null = null) =>
  listOpenReplies(database().sql, phone, organizationId);

/** Another message of the same escalation, in a later step. */
async function nextMessage(sent: Sent): Promise<Sent> {
  const deliveryId = newId();
  await world.ownerSql`
    insert into deliveries (organization_id, id, client_id, cause_id, cycle, step, method_id, recipient_name, channel,
      address, message, state, attempts, created_at)
    select organization_id, ${deliveryId}, client_id, cause_id, cycle, step + 1, ${newId()}, recipient_name, channel,
      address, message, 'sent', 1, app_now() from deliveries where id = ${sent.deliveryId}`;
  return { ...sent, deliveryId };
}

it('each open message to a phone has a number of its own, whosever it is', async () => {
  expect(await take(await escalate())).toBe(1);
  expect(await take(await escalate(other))).toBe(2);
  expect(await take(await escalate())).toBe(3);
  expect((await listOpen()).map(({ code }) => code)).toEqual([1, 2, 3]);
  expect((await listOpen(other.organizationId)).map(({ code }) => code)).toEqual([2]);
});

it('another phone begins with 1', async () => {
  await take(await escalate());
  phone = `${phone}9`;
  expect(await take(await escalate())).toBe(1);
});

it('a number leads to its own message, and to nobody else', async () => {
  const mine = await escalate();
  const theirs = await escalate(other);
  await take(mine);
  await take(theirs);
  expect(await find(1)).toMatchObject({ organizationId: world.organizationId, deliveryId: mine.deliveryId });
  expect(await find(2)).toMatchObject({
    organizationId: other.organizationId,
    deliveryId: theirs.deliveryId,
  });
  expect(await find(2, world.organizationId)).toBeNull();
  expect(await find(3)).toBeNull();
});

it('asked again for the same message, the number is the same', async () => {
  const sent = await escalate();
  expect([await take(sent), await take(sent), await take(sent)]).toEqual([1, 1, 1]);
});

it('the same escalation keeps its number for a phone, and the answer means its newest message', async () => {
  const first = await escalate();
  await take(first);
  await take(await escalate());
  const second = await nextMessage(first);
  expect(await take(second)).toBe(1);
  expect(await find(1)).toMatchObject({ deliveryId: second.deliveryId });
});

it('a message about many has a number of its own, which later single ones do not share', async () => {
  const first = await escalate();
  expect(await take(first)).toBe(1);
  const bundle = await nextMessage(first);
  await world.ownerSql`
    update deliveries set bundle_id = ${bundle.deliveryId} where id = ${(await escalate()).deliveryId}`;
  expect(await take(bundle, true)).toBe(2);
  expect(await take(await nextMessage(bundle))).toBe(1);
});

it('a number is over with its escalation, and is used again a day later', async () => {
  const first = await escalate();
  await take(first);
  await end(first);
  expect(await listOpen()).toEqual([]);
  expect(await take(await escalate())).toBe(2);
  // Late answers still find what it was about.
  expect(await find(1)).toMatchObject({ deliveryId: first.deliveryId });
  await world.moveClock(23.9 * HOUR);
  expect(await take(await escalate())).toBe(3);
  await world.moveClock(0.2 * HOUR);
  const later = await escalate();
  expect(await take(later)).toBe(1);
  expect(await find(1)).toMatchObject({ deliveryId: later.deliveryId });
});

it('cools down from the moment it was called off, not from when that was noticed', async () => {
  const sent = await escalate();
  await take(sent);
  await cancelEscalation(world.actors.operator, sent.escalationId);
  await world.moveClock(25 * HOUR);
  expect(await take(await escalate())).toBe(1);
});

it('an escalation that began again has a new number; the old one leads to the old message', async () => {
  const first = await escalate();
  await take(first);
  await world.ownerSql`
    update escalations set cycle = 2, run_from_cycle = 2 where id = ${first.escalationId}`;
  const anew = await nextMessage(first);
  await world.ownerSql`update deliveries set cycle = 2 where id = ${anew.deliveryId}`;
  expect(await take(anew)).toBe(2);
  expect(await find(1)).toMatchObject({ deliveryId: first.deliveryId });
  expect((await listOpen()).map(({ code }) => code)).toEqual([2]);
});

it('what was never answered gives its number back with its link, after eight days', async () => {
  await take(await escalate());
  await world.moveClock(8 * 24 * HOUR + 1_000);
  expect(await listOpen()).toEqual([]);
  expect(await take(await escalate())).toBe(2);
  await world.moveClock(24 * HOUR);
  expect(await take(await escalate())).toBe(1);
});

it('fifty at once get fifty numbers, the smallest there are', async () => {
  const sent: Sent[] = [];
  for (let n = 0; n < 50; n += 1) sent.push(await escalate(n % 2 === 0 ? world : other));
  const codes = await Promise.all(sent.map((one) => take(one)));
  expect(codes.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
});

it('many at once get what each would get alone, whoever takes numbers for the same phones in another order', async () => {
  const phones = [phone, `${phone}1`, `${phone}2`];
  const escalateTo = async (tenant: Tenant) => {
    const sent: Sent[] = [];
    for (let n = 0; n < 12; n += 1) sent.push({ ...(await escalate(tenant)), phone: phones[n % 3] ?? phone });
    return sent;
  };
  const [mine, theirs] = [await escalateTo(world), (await escalateTo(other)).reverse()];
  const codes = await Promise.all([takeAll(mine), takeAll(theirs)]);
  const given = [...mine, ...theirs].map((sent, n) => ({ ...sent, code: codes.flat()[n] ?? NaN }));
  for (const one of phones) {
    const ofPhone = given.filter((sent) => sent.phone === one).map(({ code }) => code);
    expect(ofPhone.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  }
  for (const { code, deliveryId, phone: its } of given) {
    expect(await findReplyTarget(database().sql, its, code, null)).toMatchObject({ deliveryId });
  }
  expect(await takeAll(mine)).toEqual(codes[0]);
});

it('knows a phone by what was written to it, or as a contact, and nobody else', async () => {
  const ask = (from: string, organizationId: string | null = null) =>
    findReplyPhone(database().sql, from, `SM${newId()}`, organizationId);
  expect(await ask(phone)).toBeNull();
  await createContact(other.actors.admin, {
    clientId: other.client.id,
    name: 'Eva',
    title: '',
    methods: [{ channel: 'sms', address: phone }],
  });
  expect(await ask(phone)).toEqual({ organizationId: other.organizationId, before: null, answers: 0 });
  expect(await ask(phone, world.organizationId)).toBeNull();
  await take(await escalate());
  expect(await ask(phone)).toMatchObject({ organizationId: world.organizationId });
});

it('STOP and START change every tenant’s methods with that number, and only text messages', async () => {
  for (const tenant of [world, other]) {
    await createContact(tenant.actors.admin, {
      clientId: tenant.client.id,
      name: 'Tom',
      title: '',
      methods: (['sms', 'voice'] as const).map((channel) => ({ channel, address: phone })),
    });
  }
  const stopped = async () =>
    world.ownerSql<{ channel: string; is_stopped: boolean }[]>`
      select channel, stopped_at is not null as is_stopped from contact_methods where address = ${phone}
      order by channel, organization_id`;
  const both = [world.organizationId, other.organizationId].sort();
  expect((await stopPhone(database().sql, phone, true, null)).sort()).toEqual(both);
  expect(await stopPhone(database().sql, phone, true, null)).toEqual([]);
  expect((await stopped()).map((row) => row.is_stopped)).toEqual([true, true, false, false]);
  expect(await stopPhone(database().sql, phone, false, other.organizationId)).toEqual([other.organizationId]);
  expect((await stopped()).filter((row) => row.is_stopped)).toHaveLength(1);
});

it('the application itself sees no numbers', async () => {
  await expect(database().sql`select code from reply_codes`).rejects.toThrow('permission denied');
});
