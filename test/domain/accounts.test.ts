// The account of a day or a week: whom it reaches, and who may say so.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createContact } from '../../src/domain/contacts/create-contact';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { deliverAccount } from '../../src/domain/reports/deliver-account';
import { removeSubscription } from '../../src/domain/reports/remove-subscription';
import { listSubscriptions } from '../../src/domain/reports/subscription-queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { newId } from '../../src/kernel/ids';
import { AccountStage } from '../support/account-stage';
import { closedCall } from '../support/told-client';
import type { Tenant, World } from '../support/world';

let stage: AccountStage;
let world: World;
let other: Tenant;

beforeAll(async () => {
  stage = await AccountStage.open();
  ({ world, other } = stage);
});

afterAll(() => world.stop());

beforeEach(() => stage.begin());

const emailOf = ({ methods }: { methods: { address: string }[] }) => methods[0]?.address;

describe('whom it reaches', () => {
  it('a contact, on the first e-mail address, about their own company, with a link behind the sign-in', async () => {
    const subscription = await stage.forContact();
    expect(subscription).toMatchObject({
      name: 'Tom Becker',
      email: emailOf(world.contact),
      clientName: 'Brightwater Payroll',
    });
    await closedCall(world);
    await closedCall(other);
    const [mail, ...more] = await stage.give(subscription);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ address: emailOf(world.contact), clientId: world.client.id });
    expect(mail?.message.subject).toMatch(/for Brightwater Payroll: 1 call, 0 open$/);
    expect(mail?.message.path).toMatch(/^\/portal\/digests\/account\?from=/);
    expect(JSON.stringify(mail?.message)).not.toMatch(/Jonas|Weber|4915112345678|paid half/);
  });

  it('an account manager, about all clients, which the clients cannot see', async () => {
    const subscription = await stage.set(world.actors.account_manager);
    await closedCall(world);
    await closedCall(other);
    const [mail] = await stage.give(subscription);
    expect(mail).toMatchObject({
      clientId: null,
      address: expect.stringMatching(/^account_manager@/) as string,
    });
    expect(mail?.message.path).toMatch(/^\/manage\/digests\/account\?from=/);
    const lines = mail?.message.sections?.flatMap((section) => section.lines) ?? [];
    expect(lines.filter((line) => line.startsWith('Brightwater Payroll, '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Northgate Clinic, '))).toHaveLength(1);
  });

  it('an account manager, about one client', async () => {
    const subscription = await stage.set(world.actors.account_manager, { clientId: other.client.id });
    await closedCall(world);
    await closedCall(other);
    const [mail] = await stage.give(subscription);
    expect(mail?.message.subject).toMatch(/for Northgate Clinic: 1 call, /);
    expect(mail?.message.path).toContain(`client=${other.client.id}`);
    expect(mail?.clientId).toBeNull();
  });

  it('whoever took the place of a contact; nobody, once there is no one', async () => {
    const { admin } = world.actors;
    const email = { channel: 'email' as const, address: 'ida@brightwater.example' };
    const leaving = await createContact(admin, {
      clientId: world.client.id,
      name: 'Ida Kern',
      methods: [email],
    });
    const subscription = await stage.set(admin, { contactId: leaving.id });
    await removeContact(admin, { contactId: leaving.id, replacedById: world.deputy.id, isGapAccepted: true });
    await closedCall(world);
    expect(await stage.give(subscription)).toMatchObject([{ address: emailOf(world.deputy) }]);

    const gone = await createContact(admin, {
      clientId: world.client.id,
      name: 'Max Roth',
      methods: [email],
    });
    const ended = await stage.set(admin, { contactId: gone.id });
    await removeContact(admin, { contactId: gone.id, isGapAccepted: true });
    await closedCall(world);
    expect(await stage.give(ended)).toEqual([]);
    expect((await listSubscriptions(admin, { limit: 50 })).items.map(({ id }) => id)).not.toContain(ended.id);
  });

  it('nobody who may no longer sign in', async () => {
    const { admin } = world.actors;
    const person = { name: 'Nora', email: `${newId()}@harbor.example`, role: 'account_manager' as const };
    const { id: memberId } = await createMember(admin, { ...person, passwordHash: 'none' });
    const subscription = await stage.set(admin, { memberId });
    await disableMember(admin, memberId);
    await closedCall(world);
    expect(await stage.give(subscription)).toEqual([]);
  });

  it('nobody while there is no address, and all of it once there is one', async () => {
    const { admin } = world.actors;
    const silent = await createContact(admin, { clientId: world.client.id, name: 'Ole Brandt', methods: [] });
    const subscription = await stage.set(admin, { contactId: silent.id });
    expect(subscription.email).toBe('');
    await closedCall(world);
    expect(await stage.give(subscription)).toEqual([]);
    await world.ownerSql`
      insert into contact_methods (organization_id, id, client_id, contact_id, position, channel, address)
      values (${world.organizationId}, ${newId()}, ${world.client.id}, ${silent.id}, 0, 'email', 'ole@brightwater.example')`;
    const [mail] = await stage.give(subscription);
    expect(mail?.message.subject).toMatch(/^The 2 days to .* 1 call, /);
  });
});

describe('who may say so', () => {
  it('everybody for themselves, but for operators', async () => {
    for (const role of [
      'account_manager',
      'admin',
      'author',
      'responsible_contact',
      'client_admin',
    ] as const) {
      expect(await stage.set(world.actors[role]), role).toMatchObject({
        isOwn: true,
        memberId: world.actors[role].id,
      });
    }
    await expect(stage.set(world.actors.operator)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('for others, whoever answers for the client: its own admin, account managers, admins', async () => {
    const memberId = world.actors.responsible_contact.id;
    for (const role of ['account_manager', 'admin', 'client_admin'] as const) {
      expect(await stage.set(world.actors[role], { memberId }), role).toMatchObject({ isOwn: false });
    }
    for (const role of ['author', 'operator'] as const) {
      await expect(stage.set(world.actors[role], { memberId }), role).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const [own] = (await listSubscriptions(world.actors.responsible_contact, { limit: 5 })).items;
    await expect(
      removeSubscription(world.actors.author, { subscriptionId: own?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await removeSubscription(world.actors.responsible_contact, { subscriptionId: own?.id ?? '' });
    await removeSubscription(world.actors.responsible_contact, { subscriptionId: own?.id ?? '' });
  });

  it.each([
    [
      'a contact of one company about another',
      () => ({ contactId: world.contact.id, clientId: other.client.id }),
    ],
    ['somebody of a client about all clients', () => ({ memberId: world.actors.author.id, clientId: null })],
    ['an operator', () => ({ memberId: world.actors.operator.id })],
  ])('nobody: %s', async (_, changes) => {
    await expect(stage.set(world.actors.admin, changes())).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('a client sees its own, page after page, and not those of the staff', async () => {
    await stage.set(world.actors.account_manager, { clientId: world.client.id });
    await stage.set(other.actors.author);
    const own = [
      (await stage.forContact()).id,
      (await stage.set(world.actors.author)).id,
      (await stage.forContact({ cadence: 'weekly', weekday: 5 })).id,
    ];
    const first = await listSubscriptions(world.actors.author, { limit: 2 });
    const rest = await listSubscriptions(world.actors.author, {
      limit: 2,
      cursor: first.nextCursor ?? undefined,
    });
    const seen = [...first.items, ...rest.items];
    expect(seen.map(({ id }) => id)).toEqual(own);
    expect(rest.nextCursor).toBeNull();
  });

  it('only the worker gives it', async () => {
    const { id } = await stage.forContact();
    await expect(deliverAccount(world.actors.admin, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
