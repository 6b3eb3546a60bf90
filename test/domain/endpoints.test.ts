// Programs that are told: who may add one, what they are told of, and that nobody reads a secret twice.
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { unseal } from '../../src/auth/seal';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { MOST_ENDPOINTS, type EventMessage } from '../../src/domain/notifications/model';
import type { Actor } from '../../src/kernel/actor';
import { addClient } from '../support/busy-day';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let otherClient: Tenant;
let app: Sql;

beforeAll(async () => {
  world = await makeWorld();
  otherClient = await addClient(world, 'Northgate Clinic');
  app = postgres(world.appUrl, { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  await app.end();
  await world.stop();
});

const endpoints = (actor: Actor) => createCaller({ actor, session: null }).webhookEndpoints;
const given = { url: 'https://hooks.example/in', events: ['escalation.started' as const] };

async function clear(): Promise<void> {
  await world.ownerSql`update webhook_endpoints set disabled_at = app_now() where disabled_at is null`;
}

/** What endpoints were to be told of an escalation, in the order in which it happened. */
async function eventsOf(escalationId: string) {
  const rows = await world.ownerSql<
    { methodId: string; causeId: string; priority: number; message: EventMessage }[]
  >`
    select method_id as "methodId", cause_id as "causeId", priority, message from deliveries
    where cause = 'event' and message #>> '{data,escalationId}' = ${escalationId} order by id`;
  return rows.map(({ message, ...row }) => ({ ...row, type: message.type, data: message.data }));
}

describe('adding one', () => {
  it('tells the secret once, and keeps it sealed', async () => {
    const made = await endpoints(world.actors.account_manager).create(given);
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(made).toMatchObject({ ...given, clientId: null, createdByName: 'The account manager' });
    const [row] = await world.ownerSql<{ sealed: string; whole: string }[]>`
      select sealed_secret as sealed, e::text as whole from webhook_endpoints e where id = ${made.id}`;
    expect(unseal(row?.sealed ?? '')).toBe(made.secret);
    expect(row?.whole).not.toContain(made.secret.slice(6));
    const { items } = await endpoints(world.actors.admin).list({});
    expect(JSON.stringify(items)).not.toMatch(/secret/i);

    const renewed = await endpoints(world.actors.admin).renewSecret({ endpointId: made.id });
    expect(renewed.secret).not.toBe(made.secret);
    const [after] = await world.ownerSql<{ sealed: string }[]>`
      select sealed_secret as sealed from webhook_endpoints where id = ${made.id}`;
    expect(unseal(after?.sealed ?? '')).toBe(renewed.secret);
    const audits = await world.ownerSql<{ action: string; detail: unknown }[]>`
      select action, detail from audit_entries where subject_id = ${made.id} order by id`;
    expect(audits.map(({ action }) => action)).toEqual(['endpoint.created', 'endpoint.secret_renewed']);
    expect(JSON.stringify(audits)).not.toContain('whsec');
  });

  it("a client's admin adds one for their client alone, and sees no other", async () => {
    await clear();
    await endpoints(world.actors.admin).create(given);
    await endpoints(world.actors.admin).create({ ...given, clientId: otherClient.client.id });
    const made = await endpoints(world.actors.client_admin).create(given);
    expect(made.clientId).toBe(world.client.id);
    const own = await endpoints(world.actors.client_admin).list({});
    expect(own.items.map(({ id }) => id)).toEqual([made.id]);
    expect((await endpoints(world.actors.admin).list({})).items).toHaveLength(3);
    await expect(
      endpoints(world.actors.client_admin).create({ ...given, clientId: otherClient.client.id }),
    ).rejects.toThrow('You may not do this.');
  });

  it.each([
    [{ ...given, url: 'hooks.example' }, 'Write the whole address, beginning with https://'],
    [{ ...given, url: 'ftp://hooks.example/' }, 'Write the whole address, beginning with https://'],
    [{ ...given, events: [] }, 'Choose at least one event.'],
  ])('%j is refused in words', async (input, words) => {
    await expect(endpoints(world.actors.admin).create(input)).rejects.toThrow(words);
  });

  it('there is an end to it', async () => {
    await clear();
    const { create } = endpoints(world.actors.admin);
    for (let n = 0; n < MOST_ENDPOINTS; n += 1) await create(given);
    await expect(create(given)).rejects.toThrow('Disable one that nobody needs.');
    expect((await create({ ...given, clientId: world.client.id })).clientId).toBe(world.client.id);
    await clear();
  });

  it('an endpoint that was disabled is tested and renewed no more', async () => {
    const { id: endpointId } = await endpoints(world.actors.admin).create(given);
    await endpoints(world.actors.admin).disable({ endpointId });
    for (const attempt of ['test', 'renewSecret'] as const) {
      await expect(endpoints(world.actors.admin)[attempt]({ endpointId })).rejects.toThrow('was disabled');
    }
  });
});

describe('what is told', () => {
  it('each endpoint hears what it asked for, once, whoever acts', async () => {
    await clear();
    const { create } = endpoints(world.actors.admin);
    const all = await create({ ...given, events: ['escalation.started', 'escalation.acknowledged'] });
    const answers = await create({
      ...given,
      events: ['escalation.acknowledged'],
      clientId: world.client.id,
    });
    await create({ ...given, events: ['escalation.acknowledged'], clientId: otherClient.client.id });
    await create({ ...given, events: ['escalation.resolved'] });
    const { id } = await startEscalation(world.actors.operator, {
      clientId: world.client.id,
      urgency: 'emergency',
      summary: 'Fire.',
    });
    const acknowledge = () =>
      acknowledgeEscalation(world.actors.responsible_contact, { escalationId: id, via: 'app' });
    await acknowledge();
    await acknowledge();
    const events = await eventsOf(id);
    expect(events.map(({ type, methodId, priority }) => [type, methodId, priority])).toEqual([
      ['escalation.started', all.id, 3],
      ['escalation.acknowledged', all.id, 3],
      ['escalation.acknowledged', answers.id, 3],
    ]);
    // Two events are two causes, so that none takes another's place; one event to two endpoints is one.
    expect(new Set(events.map(({ causeId }) => causeId)).size).toBe(2);
    expect(events[2]?.data).toMatchObject({
      escalationId: id,
      clientId: world.client.id,
      clientName: 'Brightwater Payroll',
      state: 'acknowledged',
      urgency: 'emergency',
      summary: 'Fire.',
      acknowledgedByName: world.actors.responsible_contact.name,
      resolvedAt: null,
    });
  });

  it('the gate answers for the present tenant and client alone', async () => {
    await clear();
    await endpoints(world.actors.admin).create(given);
    const theirs = await world.addTenant('Quay Answering');
    const asked = async (organizationId: string, actorClient: string, clientId: string | null) => {
      const rows = await app.begin(async (sql) => {
        await sql`select set_config('app.organization_id', ${organizationId}, true), set_config('app.client_id', ${actorClient}, true)`;
        return sql`select * from gate.event_endpoints('escalation.started', ${clientId})`;
      });
      return rows.length;
    };
    const { organizationId, client } = world;
    expect(await asked(organizationId, '', client.id)).toBe(1);
    expect(await asked(organizationId, '', null)).toBe(1);
    expect(await asked(organizationId, client.id, client.id)).toBe(1);
    expect(await asked(organizationId, client.id, otherClient.client.id)).toBe(0);
    expect(await asked(organizationId, client.id, null)).toBe(0);
    expect(await asked(theirs.organizationId, '', client.id)).toBe(0);
    expect(await asked('', '', client.id)).toBe(0);
  });
});
