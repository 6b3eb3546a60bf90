import postgres, { type Sql } from 'postgres';
import { hashApiKey } from '../../src/auth/resolve-actor';
import { closeDatabase, openDatabase, useDatabase } from '../../src/db/client';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import {
  createBriefingInput,
  type Briefing,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';
import { createClient } from '../../src/domain/clients/create-client';
import type { Client } from '../../src/domain/clients/model';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact } from '../../src/domain/contacts/model';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { addDid } from '../../src/domain/numbers/add-did';
import type { Did } from '../../src/domain/numbers/model';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { createMember } from '../../src/domain/tenancy/create-member';
import { roles, type Actor, type Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { mintClientId, mintOrganizationId } from '../../src/kernel/tenant';
import { createTestDatabase, type TestDatabase } from './database';

/** One answering service with one client, everybody who works there, and a policy of two contacts and the account managers. */
export type Tenant = {
  organizationId: string;
  client: Client;
  did: Did;
  contact: Contact;
  deputy: Contact;
  actors: Record<Role, Actor>;
  /** API keys with the role of the name. */
  keys: Record<'admin' | 'operator' | 'author', string>;
};

export type World = Tenant & {
  appUrl: string;
  database: TestDatabase;
  /** Behind the walls: as the owner of all tables. */
  ownerSql: Sql;
  /** Moves the database's clock forward for the product and the engine alike, and has the engine look at once. */
  moveClock(milliseconds: number): Promise<void>;
  /** What the product's and the engine's clock says. */
  readClock(): Promise<Date>;
  /** Another answering service in the same database. */
  addTenant(name: string): Promise<Tenant>;
  stop(): Promise<void>;
};

let counter = 0;

/** A whole valid world in a database of its own (or a given one), opened as the database of this process. */
export async function makeWorld(given?: TestDatabase): Promise<World> {
  const base = given ?? (await createTestDatabase());
  return openWorld(base, (ownerSql) => makeTenant(ownerSql, 'Harbor Answering'));
}

/**
 * The same world once more, each time in a copy of its database: quicker than to make it anew. The origin is closed.
 * @returns what gives the next copy, and what drops the origin in the end
 */
export async function copiesOf(origin: World): Promise<{ next(): Promise<World>; stop(): Promise<void> }> {
  await origin.ownerSql.end();
  await closeDatabase();
  const { database } = origin;
  return {
    next: async () => openWorld(await createTestDatabase(database), () => Promise.resolve(origin)),
    stop: () => database.drop(),
  };
}

async function openWorld(base: TestDatabase, fill: (ownerSql: Sql) => Promise<Tenant>): Promise<World> {
  const ownerSql = postgres(base.ownerUrl, { max: 2, onnotice: () => undefined });
  useDatabase(openDatabase(base.appUrl, 10));
  let offset = 0;
  return {
    ...(await fill(ownerSql)),
    appUrl: base.appUrl,
    database: base,
    ownerSql,
    async moveClock(milliseconds) {
      offset += milliseconds;
      await ownerSql`
        insert into clock_offset (is_only, milliseconds) values (true, ${offset})
        on conflict (is_only) do update set milliseconds = excluded.milliseconds`;
      await ownerSql`select pg_notify('engine', '')`;
    },
    async readClock() {
      const [row] = await ownerSql<{ now: Date }[]>`select app_now() as now`;
      return row?.now ?? new Date();
    },
    addTenant: (name) => makeTenant(ownerSql, name),
    async stop() {
      await ownerSql.end();
      await closeDatabase();
      await base.drop();
    },
  };
}

async function makeTenant(ownerSql: Sql, name: string): Promise<Tenant> {
  counter += 1;
  const mark = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${counter}`;
  const organizationId = newId();
  await ownerSql`
    insert into organizations (organization_id, name, phone, created_at)
    values (${organizationId}, ${name}, '+493055550100', app_now())`;
  const root = actorOf(organizationId, 'admin', newId(), 'Set-up', null);
  const client = await createClient(root, {
    name: 'Brightwater Payroll',
    timeZone: 'Europe/Berlin',
    accountInfo: 'Payroll for 900 companies.',
    greeting: 'Brightwater Payroll, good day.',
    approvalRule: 'author',
  });
  const did = await addDid(root, {
    clientId: client.id,
    number: '+493055551000',
    label: 'Employee line',
    answerPhrase: 'Brightwater Payroll, employee line.',
  });
  const people = ['Tom Becker', 'Eva Schulz'].map((person) =>
    createContact(root, {
      clientId: client.id,
      name: person,
      title: 'Duty',
      methods: [
        { channel: 'email', address: `${person.split(' ')[0]?.toLowerCase() ?? 'x'}@${mark}.example` },
      ],
    }),
  );
  const [contact, deputy] = await Promise.all(people);
  if (contact === undefined || deputy === undefined) throw new Error('The world needs two contacts.');
  await setPolicy(root, {
    clientId: client.id,
    steps: [
      { targets: [{ type: 'contact', id: contact.id }], delaySeconds: 300 },
      { targets: [{ type: 'contact', id: deputy.id }], delaySeconds: 300 },
      { targets: [{ type: 'account_manager' }], delaySeconds: 600 },
    ],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
  const actors = {} as Record<Role, Actor>;
  for (const role of roles) {
    const clientId = ['author', 'responsible_contact', 'client_admin'].includes(role) ? client.id : undefined;
    const member = await createMember(root, {
      email: `${role}@${mark}.example`,
      name: `The ${role.replace('_', ' ')}`,
      role,
      clientId,
      passwordHash: 'nobody signs in with this',
    });
    actors[role] = actorOf(organizationId, role, member.id, member.name, clientId ?? null);
  }
  const keys = { admin: '', operator: '', author: '' };
  for (const role of ['admin', 'operator', 'author'] as const) {
    keys[role] = `calm_test_${newId()}`;
    await createApiKey(root, {
      name: role,
      role,
      keyHash: hashApiKey(keys[role]),
      clientId: role === 'author' ? client.id : undefined,
    });
  }
  return { organizationId, client, did, contact, deputy, actors, keys };
}

export function actorOf(
  organizationId: string,
  role: Role,
  id: string,
  name: string,
  clientId: string | null,
): Actor {
  return {
    kind: 'member',
    id,
    name,
    role,
    organizationId: mintOrganizationId(organizationId),
    clientId: clientId === null ? null : mintClientId(clientId),
  };
}

/** The least that can be published, with whatever a test cares about. */
export function briefingContent(changes: BriefingContentInput = {}): BriefingContentInput {
  return {
    headline: 'Payslips show wrong amounts',
    severity: 'critical',
    opening: 'I know about the payslips, and I am sorry.',
    statements: ['The transfer is correct.', 'You will get a new payslip.'],
    neverSay: [{ phrase: 'data breach', sayInstead: 'a printing error' }],
    ...changes,
  };
}

/** A published briefing of the tenant's client. */
export async function publishedBriefing(
  tenant: Tenant,
  changes: BriefingContentInput = {},
): Promise<Briefing> {
  const input = { ...briefingContent(changes), clientId: tenant.client.id, publish: true };
  return createBriefing(tenant.actors.author, createBriefingInput.parse(input));
}
