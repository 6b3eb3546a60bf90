// Six digits that prove that somebody reads an address: once a minute, five a day, a quarter of an hour, five tries.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact, ContactMethodInput } from '../../src/domain/contacts/model';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { verifyMethod } from '../../src/domain/contacts/verify-method';
import { getCode } from '../../src/domain/notifications/code-queries';
import { sendCode } from '../../src/domain/notifications/send-code';
import type { Actor } from '../../src/kernel/actor';
import { HOUR, MINUTE, SECOND } from '../../src/kernel/duration';
import { makeWorld, type World } from '../support/world';

let world: World;
let contact: Contact;
let methodId: string;

beforeEach(async () => {
  world = await makeWorld();
  await have({ channel: 'sms', address: '+4915112345678' });
});

afterEach(() => world.stop());

async function have(method: ContactMethodInput): Promise<void> {
  const { admin } = world.actors;
  contact = await createContact(admin, { clientId: world.client.id, name: 'Ida Kern', methods: [method] });
  methodId = contact.methods[0]?.id ?? '';
}

const send = (actor: Actor = world.actors.client_admin) => sendCode(actor, { methodId });
const type = (code: string, actor: Actor = world.actors.client_admin) =>
  verifyMethod(actor, { methodId, code });

/** What was sent, as the channel reads it; newest first. */
async function sent() {
  return world.ownerSql<{ channel: string; address: string; message: { code: string }; cause: string }[]>`
    select channel, address, message, cause from deliveries where method_id = ${methodId} order by cycle desc`;
}

async function newestCode(): Promise<string> {
  return (await sent())[0]?.message.code ?? '';
}

const another = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a code', () => {
  it.each([
    { channel: 'email', address: 'ida@brightwater.example' },
    { channel: 'sms', address: '+4915112345679' },
    { channel: 'voice', address: '+4915112345679' },
    { channel: 'chat', address: 'https://hooks.slack.com/services/T0/B0/x' },
    { channel: 'webhook', address: 'https://pager.brightwater.example/in' },
  ] as const)('goes to the $channel address itself, and typed in proves it', async (method) => {
    await have(method);
    await send();
    const rows = await sent();
    expect(rows).toMatchObject([
      {
        ...method,
        cause: 'code',
        message: {
          organizationName: 'Harbor Answering',
          clientName: 'Brightwater Payroll',
          recipientName: 'Ida Kern',
        },
      },
    ]);
    expect(rows[0]?.message.code).toMatch(/^\d{6}$/);
    const verified = await type(await newestCode());
    expect(verified.methods).toMatchObject([{ id: methodId, isVerified: true }]);
  });

  it('is kept as a hash alone', async () => {
    await send();
    const [row] = await world.ownerSql<{ codeHash: string }[]>`
      select *, code_hash as "codeHash" from contact_methods where id = ${methodId}`;
    expect(JSON.stringify(row)).not.toContain(await newestCode());
    expect(row?.codeHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('clears what failed there before', async () => {
    await world.ownerSql`
      update contact_methods set failure = 'The number is out of service.', failed_at = app_now() where id = ${methodId}`;
    await send();
    expect((await type(await newestCode())).methods).toMatchObject([{ failure: null, isVerified: true }]);
  });

  it('is good for a quarter of an hour', async () => {
    await send();
    await world.moveClock(14 * MINUTE);
    await expect(type(another(await newestCode()))).rejects.toMatchObject({ code: 'INVALID' });
    await world.moveClock(MINUTE);
    await expect(type(await newestCode())).rejects.toMatchObject({ code: 'GONE' });
  });

  it('is good for five tries, and then not even the right one counts', async () => {
    await send();
    const code = await newestCode();
    for (let n = 0; n < 5; n += 1) {
      await expect(type(another(code))).rejects.toMatchObject({
        code: 'INVALID',
        problems: [{ field: 'code', words: 'That is another code. Look at the newest message.' }],
      });
    }
    await expect(type(code)).rejects.toMatchObject({
      code: 'GONE',
      message: 'This code is no longer good. Send a new one.',
    });
    await world.moveClock(MINUTE);
    await send();
    expect((await type(await newestCode())).methods).toMatchObject([{ isVerified: true }]);
  });

  it('tried by five at once is not tried more often than five times', async () => {
    await send();
    const wrong = another(await newestCode());
    const tries = await Promise.allSettled(Array.from({ length: 9 }, () => type(wrong)));
    const codes = tries.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : '',
    );
    expect(codes.toSorted()).toEqual([...Array<string>(4).fill('GONE'), ...Array<string>(5).fill('INVALID')]);
  });

  it('ends when a newer one is sent, when it was used, and when the number is another', async () => {
    await send();
    const first = await newestCode();
    await world.moveClock(MINUTE);
    await send();
    const second = await newestCode();
    if (first !== second) await expect(type(first)).rejects.toMatchObject({ code: 'INVALID' });
    await type(second);
    await expect(type(second)).rejects.toMatchObject({ code: 'GONE' });
    await updateContact(world.actors.admin, { contactId: contact.id, methods: [] });
    await expect(type(second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes once a minute and five times in a day', async () => {
    await send();
    await world.moveClock(40 * SECOND);
    await expect(send()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    for (let n = 0; n < 4; n += 1) {
      await world.moveClock(MINUTE);
      await send();
    }
    await world.moveClock(HOUR);
    await expect(send()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await sent()).toHaveLength(5);
    await world.moveClock(23 * HOUR);
    await send();
    expect(await sent()).toHaveLength(6);
  });

  it('asked for twice at once is sent once', async () => {
    const asked = await Promise.allSettled([send(), send(), send()]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sent()).toHaveLength(1);
  });

  it('is not sent where nobody needs one, nor to a number that answered STOP', async () => {
    await world.ownerSql`update contact_methods set stopped_at = app_now() where id = ${methodId}`;
    await expect(send()).rejects.toMatchObject({ code: 'CONFLICT' });
    await have({ channel: 'app' });
    await expect(send()).rejects.toMatchObject({ code: 'INVALID' });
    expect(await sent()).toEqual([]);
  });

  it('that could not be sent says why', async () => {
    const state = () => getCode(world.actors.client_admin, { methodId });
    expect(await state()).toBeNull();
    await send();
    expect(await state()).toMatchObject({ state: 'pending', failure: null });
    await world.ownerSql`
      update deliveries set state = 'failed_permanent', failure = 'SMS is not configured on this installation.'
      where method_id = ${methodId}`;
    expect(await state()).toMatchObject({
      state: 'failed_permanent',
      failure: 'SMS is not configured on this installation.',
    });
  });
});

describe('a code is for', () => {
  it('whoever keeps the client’s contacts, and whoever signs in as this one', async () => {
    const { responsible_contact: self, author, operator } = world.actors;
    for (const actor of [self, author, operator]) {
      await expect(send(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(getCode(actor, { methodId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await updateContact(world.actors.admin, { contactId: contact.id, membershipId: self.id });
    await send(self);
    expect((await type(await newestCode(), self)).methods).toMatchObject([{ isVerified: true }]);
    await expect(type('123456', author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
