import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { hashPassword, makeTemporaryPassword } from '../../src/auth/password';
import { hashApiKey } from '../../src/auth/resolve-actor';
import { seal } from '../../src/auth/seal';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { createBriefingInput, type BriefingContentInput } from '../../src/domain/briefings/model';
import type { ApprovalRule } from '../../src/domain/clients/model';
import { createClient } from '../../src/domain/clients/create-client';
import { updateClient } from '../../src/domain/clients/update-client';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact } from '../../src/domain/contacts/model';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { addDid } from '../../src/domain/numbers/add-did';
import { createConnection } from '../../src/domain/numbers/create-connection';
import { createApiKey } from '../../src/domain/tenancy/create-api-key';
import { createMember } from '../../src/domain/tenancy/create-member';
import { submitSettledWords } from '../../src/domain/updates/submit-settled-words';
import type { Actor, Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { mintOrganizationId } from '../../src/kernel/tenant';
import { makeDuty } from './demo-duty';

type ClientPlan = {
  name: string;
  mailDomain: string;
  timeZone: string;
  accountInfo: string;
  numbers: { number: string; label: string; answerPhrase: string }[];
  contacts: { name: string; title: string; phone: string }[];
  /** `author` unless told */
  approvalRule?: ApprovalRule;
  /** The answering service's unless told. */
  playbookId?: string;
  /** What may be settled on the spot. */
  routineRemedies?: string[];
  /** What a caller is told in writing once their matter is settled. */
  settledWords?: string;
  briefing?: BriefingContentInput;
};

export type OrganizationPlan = { name: string; mailDomain: string; phone: string; clients: ClientPlan[] };

type DemoUser = { email: string; password: string; role: Role; clientId?: string };

export type DemoOrganization = {
  id: string;
  name: string;
  users: DemoUser[];
  clients: {
    id: string;
    name: string;
    dids: string[];
    contacts: { id: string; name: string; methods: Contact['methods'] }[];
  }[];
  apiKeys: { key: string; role: Role }[];
  telephony: { connectionId: string; secret: string };
};

const staff: { name: string; role: Role; mailbox: string }[] = [
  { name: 'Ada Moreno', role: 'admin', mailbox: 'admin' },
  { name: 'Marta Lindqvist', role: 'account_manager', mailbox: 'manager' },
  { name: 'Dana Okafor', role: 'operator', mailbox: 'operator' },
  { name: 'Luca Bianchi', role: 'operator', mailbox: 'operator2' },
];

const clientPeople: { name: string; role: Role; mailbox: string }[] = [
  { name: 'Priya Nair', role: 'author', mailbox: 'author' },
  { name: 'Tom Becker', role: 'responsible_contact', mailbox: 'contact' },
  { name: 'Ines Duarte', role: 'client_admin', mailbox: 'office' },
];

/** One whole answering service, made by the same verbs that people use. The organization itself only an owner can make. */
export async function makeOrganization(ownerSql: Sql, plan: OrganizationPlan): Promise<DemoOrganization> {
  const id = newId();
  await ownerSql`
    insert into organizations (organization_id, name, phone, created_at)
    values (${id}, ${plan.name}, ${plan.phone}, now())`;
  const admin: Actor = {
    kind: 'member',
    id: newId(),
    name: 'Set-up',
    role: 'admin',
    organizationId: mintOrganizationId(id),
    clientId: null,
  };
  const users: DemoUser[] = [];
  for (const person of staff) users.push(await makeUser(admin, person, plan.mailDomain));
  const clients: DemoOrganization['clients'] = [];
  for (const client of plan.clients) {
    const made = await makeClient(admin, client);
    clients.push(made);
    for (const person of clientPeople) {
      users.push(await makeUser(admin, person, client.mailDomain, made.id));
    }
  }
  const apiKeys: DemoOrganization['apiKeys'] = [];
  for (const role of ['admin', 'operator'] as const) {
    const key = `calm_${randomBytes(32).toString('base64url')}`;
    await createApiKey(admin, { name: `Demo (${role})`, role, keyHash: hashApiKey(key) });
    apiKeys.push({ key, role });
  }
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const connection = await createConnection(admin, {
    name: 'Telephone switch',
    kind: 'generic',
    sealedSecret: seal(secret),
  });
  return { id, name: plan.name, users, clients, apiKeys, telephony: { connectionId: connection.id, secret } };
}

async function makeUser(
  admin: Actor,
  person: { name: string; role: Role; mailbox: string },
  mailDomain: string,
  clientId?: string,
): Promise<DemoUser> {
  const password = makeTemporaryPassword();
  const email = `${person.mailbox}@${mailDomain}`;
  await createMember(admin, {
    email,
    name: person.name,
    role: person.role,
    clientId,
    passwordHash: await hashPassword(password),
  });
  return { email, password, role: person.role, ...(clientId !== undefined && { clientId }) };
}

async function makeClient(admin: Actor, plan: ClientPlan): Promise<DemoOrganization['clients'][number]> {
  const { name, timeZone, accountInfo } = plan;
  const client = await createClient(admin, {
    name,
    timeZone,
    accountInfo,
    approvalRule: plan.approvalRule ?? 'author',
    greeting: `${name}, good day. You are speaking with the front desk. How may I help you?`,
  });
  const { playbookId = null, routineRemedies = [], settledWords } = plan;
  await updateClient(admin, { clientId: client.id, playbookId, routineRemedies });
  if (settledWords !== undefined)
    await submitSettledWords(admin, { clientId: client.id, words: settledWords });
  const dids: string[] = [];
  for (const did of plan.numbers) dids.push((await addDid(admin, { clientId: client.id, ...did })).number);
  const contacts: Contact[] = [];
  for (const { name: contactName, title, phone } of plan.contacts) {
    const mailbox = contactName.toLowerCase().replaceAll(/[^a-z]+/g, '.');
    contacts.push(
      await createContact(admin, {
        clientId: client.id,
        name: contactName,
        title,
        methods: [
          { channel: 'email', address: `${mailbox}@${plan.mailDomain}` },
          { channel: 'sms', address: phone },
        ],
      }),
    );
  }
  await setPolicy(admin, {
    clientId: client.id,
    steps: await makeDuty(admin, client, contacts),
    cycles: 2,
    acknowledgementTimeoutSeconds: null,
  });
  if (plan.briefing !== undefined) {
    const isApprovedFirst = plan.approvalRule !== undefined && plan.approvalRule !== 'author';
    const author = { ...admin, name: 'Priya Nair' };
    const given = { ...plan.briefing, clientId: client.id, publish: !isApprovedFirst };
    const briefing = await createBriefing(author, createBriefingInput.parse(given));
    if (isApprovedFirst) await submitBriefing(author, { briefingId: briefing.id });
  }
  return {
    id: client.id,
    name,
    dids,
    contacts: contacts.map(({ id, name: contactName, methods }) => ({ id, name: contactName, methods })),
  };
}
