// The people of a client who can be told: their ways, their hours, and who signs in as them.
import type { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { database } from '../../src/db/client';
import { stopPhone } from '../../src/db/reply-gate';
import { createContact } from '../../src/domain/contacts/create-contact';
import { createContactInput, updateContactInput, type Contact } from '../../src/domain/contacts/model';
import { listContacts } from '../../src/domain/contacts/queries';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { createMember } from '../../src/domain/tenancy/create-member';
import { unseal } from '../../src/auth/seal';
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { makeWorld, type World } from '../support/world';

const hook = 'https://hooks.slack.com/services/T0/B0/very-secret';

let world: World;
let contact: Contact;

beforeAll(async () => {
  world = await makeWorld();
});

beforeEach(async () => {
  contact = await make({ name: 'Ida Kern', methods: [{ channel: 'sms', address: '+49 151 12345678' }] });
});

afterAll(() => world.stop());

type Given = Partial<z.input<typeof createContactInput>>;

const make = (given: Given, by: Role = 'admin') =>
  createContact(
    world.actors[by],
    createContactInput.parse({ clientId: world.client.id, name: 'Ida Kern', ...given }),
  );
const change = (given: object, by: Role = 'admin') =>
  updateContact(world.actors[by], updateContactInput.parse({ contactId: contact.id, ...given }));
const asCaller = (role: Role) => createCaller({ actor: world.actors[role], session: null });
const linked = (role: Role) => change({ membershipId: world.actors[role].id });

async function newMember(clientId: string | undefined = world.client.id) {
  const role = clientId === undefined ? 'operator' : 'responsible_contact';
  const email = `${newId()}@brightwater.example`;
  return createMember(world.actors.admin, { email, name: 'Ida Kern', role, clientId, passwordHash: 'none' });
}

describe('methods', () => {
  it('are tried two minutes apart unless told, on numbers written the one way', () => {
    expect(contact.methods).toMatchObject([
      {
        channel: 'sms',
        address: '+4915112345678',
        delaySeconds: 0,
        isVerified: false,
        isStopped: false,
        failure: null,
      },
    ]);
  });

  it('keep what is known of them when their order, delay or neighbours change', async () => {
    const [sms] = contact.methods;
    await world.ownerSql`update contact_methods set verified_at = app_now() where id = ${sms?.id ?? ''}`;
    const changed = await change({
      methods: [
        { channel: 'voice', address: '+49 151 12345678' },
        { id: sms?.id, channel: 'sms', address: '+4915112345678', delaySeconds: 600 },
        { channel: 'email', address: 'ida@brightwater.example' },
      ],
    });
    expect(changed.methods).toMatchObject([
      { channel: 'voice', delaySeconds: 0, isVerified: false },
      { id: sms?.id, channel: 'sms', delaySeconds: 600, isVerified: true },
      { channel: 'email', delaySeconds: 720, isVerified: false },
    ]);
  });

  it('given another number are others, and what was sent to the old one stays on record', async () => {
    const [sms] = contact.methods;
    const changed = await change({ methods: [{ id: sms?.id, channel: 'sms', address: '+4915100000000' }] });
    expect(changed.methods).toHaveLength(1);
    expect(changed.methods[0]?.id).not.toBe(sms?.id);
    const rows = await world.ownerSql<{ address: string; isRemoved: boolean }[]>`
      select address, removed_at is not null as "isRemoved" from contact_methods
      where contact_id = ${contact.id} order by removed_at nulls first`;
    expect(rows).toEqual([
      { address: '+4915100000000', isRemoved: false },
      { address: '+4915112345678', isRemoved: true },
    ]);
  });

  it('changed by two people at once end as one of them wanted, not as both', async () => {
    const wanted = ['first@brightwater.example', 'second@brightwater.example'];
    await Promise.all(wanted.map((address) => change({ methods: [{ channel: 'email', address }] })));
    const { items } = await listContacts(world.actors.admin, { clientId: world.client.id, limit: 100 });
    expect(items.find(({ id }) => id === contact.id)?.methods).toHaveLength(1);
  });

  it('of a number that answered STOP stay stopped, also typed in anew, until START', async () => {
    const stop = (isStopped: boolean) => stopPhone(database().sql, '+4915112345678', isStopped, null);
    const typedAnew = async () => {
      await change({ methods: [] });
      return (await change({ methods: [{ channel: 'sms', address: '+4915112345678' }] })).methods;
    };
    await stop(true);
    expect(await typedAnew()).toMatchObject([{ isStopped: true }]);
    await stop(false);
    expect(await typedAnew()).toMatchObject([{ isStopped: false }]);
  });

  it('are refused in words where they fit no address', () => {
    const problems = createContactInput.safeParse({
      clientId: world.client.id,
      name: 'Ida',
      methods: [
        { channel: 'email', address: 'ida' },
        { channel: 'sms', address: '12' },
        { channel: 'webhook', address: 'ftp://x.example' },
        { channel: 'app', address: 'ida' },
        { channel: 'voice', address: '+4930123456', delaySeconds: 4_000 },
      ],
    });
    expect(problems.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'methods.0.address',
      'methods.1.address',
      'methods.2.address',
      'methods.3.address',
      'methods.4.delaySeconds',
    ]);
  });
});

describe('a web address', () => {
  it('is told to nobody: lists and answers show its host, and saving what they show keeps it', async () => {
    const changed = await change({ methods: [{ channel: 'chat', address: hook }] });
    expect(changed.methods).toMatchObject([{ address: 'https://hooks.slack.com/…', format: 'slack' }]);
    const { items } = await listContacts(world.actors.operator, { clientId: world.client.id, limit: 100 });
    expect(JSON.stringify(items)).not.toContain('very-secret');
    const [method] = changed.methods;
    await change({
      methods: [{ id: method?.id, channel: 'chat', address: method?.address, delaySeconds: 60 }],
    });
    const rows = await world.ownerSql<{ address: string }[]>`
      select address from contact_methods where contact_id = ${contact.id} and removed_at is null`;
    expect(rows).toEqual([{ address: hook }]);
  });

  it('that is only what a list shows is no address', async () => {
    await expect(
      change({ methods: [{ channel: 'chat', address: 'https://hooks.slack.com/…' }] }),
    ).rejects.toMatchObject({ code: 'INVALID', problems: [{ field: 'methods.0.address' }] });
  });

  it('of a webhook has a secret, told once and sealed; nothing else has one', async () => {
    const changed = await change({
      methods: [
        { channel: 'webhook', address: 'https://pager.brightwater.example/in' },
        { channel: 'email', address: 'ida@brightwater.example' },
      ],
    });
    const [webhook, email] = changed.methods.map(({ id }) => id);
    const { secret } = await asCaller('client_admin').contacts.renewSecret({ methodId: webhook ?? '' });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const [row] = await world.ownerSql<{ sealed: string }[]>`
      select sealed_secret as sealed from contact_methods where id = ${webhook ?? ''}`;
    expect(row?.sealed).not.toContain(secret);
    expect(unseal(row?.sealed ?? '')).toBe(secret);
    await expect(asCaller('admin').contacts.renewSecret({ methodId: email ?? '' })).rejects.toThrow(
      'Only what is posted to a webhook is signed.',
    );
  });
});

describe('whoever signs in as a contact', () => {
  it('must be somebody of the same client who may sign in', async () => {
    const other = await addClient(world, 'Northgate Clinic');
    const gone = await newMember();
    await disableMember(world.actors.admin, gone.id);
    for (const membershipId of [
      newId(),
      gone.id,
      world.actors.operator.id,
      other.actors.responsible_contact.id,
    ]) {
      const refusal = { code: 'INVALID', problems: [{ field: 'membershipId' }] };
      await expect(change({ membershipId })).rejects.toMatchObject(refusal);
      await expect(make({ membershipId })).rejects.toMatchObject(refusal);
    }
    expect((await linked('responsible_contact')).membershipId).toBe(world.actors.responsible_contact.id);
  });

  it('is nobody any more once they may not sign in', async () => {
    const member = await newMember();
    const methods = [{ channel: 'app' as const }, { channel: 'push' as const }];
    const changed = await change({ membershipId: member.id, methods });
    expect(changed).toMatchObject({
      membershipId: member.id,
      methods: [{ isVerified: true }, { isVerified: false }],
    });
    await disableMember(world.actors.admin, member.id);
    expect(await change({ title: 'Duty' })).toMatchObject({
      membershipId: null,
      methods: [{ isVerified: false }, {}],
    });
  });

  it('sets their own hours and zone, and nothing else', async () => {
    await linked('responsible_contact');
    const quietHours = { from: '22:00', to: '07:00' };
    expect(await change({ quietHours, timeZone: 'Europe/Lisbon' }, 'responsible_contact')).toMatchObject({
      quietHours,
      timeZone: 'Europe/Lisbon',
    });
    expect(await change({ quietHours: null }, 'responsible_contact')).toMatchObject({ quietHours: null });
    for (const more of [{ name: 'Ida' }, { methods: [] }, { title: '' }, { membershipId: null }]) {
      await expect(change({ quietHours, ...more }, 'responsible_contact')).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    await expect(change({ quietHours }, 'author')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is chosen among the client’s own people who may sign in', async () => {
    const gone = await newMember();
    await disableMember(world.actors.admin, gone.id);
    for (const role of ['client_admin', 'account_manager'] as const) {
      const people = await asCaller(role).contacts.members({ clientId: world.client.id });
      const ids = people.map(({ id }) => id);
      expect(ids).toContain(world.actors.responsible_contact.id);
      expect(ids).not.toContain(gone.id);
      expect(ids).not.toContain(world.actors.operator.id);
    }
  });
});

it('quiet hours need two different times of a clock', () => {
  const parse = (quietHours: unknown) =>
    createContactInput.safeParse({ clientId: newId(), name: 'Ida', quietHours });
  expect(parse({ from: '22:00', to: '07:00' }).success).toBe(true);
  for (const wrong of [{ from: '22:00', to: '22:00' }, { from: '24:00', to: '07:00' }, { from: '22:00' }]) {
    expect(parse(wrong).success).toBe(false);
  }
});
