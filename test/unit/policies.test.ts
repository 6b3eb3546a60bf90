// Who may do what: the whole product on a page. A policy that is missing here fails the test.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as briefings from '../../src/domain/briefings/policy';
import * as calls from '../../src/domain/calls/policy';
import * as clients from '../../src/domain/clients/policy';
import * as contacts from '../../src/domain/contacts/policy';
import * as escalations from '../../src/domain/escalations/policy';
import * as notifications from '../../src/domain/notifications/policy';
import * as numbers from '../../src/domain/numbers/policy';
import * as tenancy from '../../src/domain/tenancy/policy';
import { clientRoles, roles, type Actor, type Role } from '../../src/kernel/actor';
import { mintClientId, mintOrganizationId } from '../../src/kernel/tenant';

const policies = { briefings, calls, clients, contacts, escalations, notifications, numbers, tenancy };

const clientOf = (role: Role | null) =>
  role !== null && (clientRoles as readonly Role[]).includes(role) ? mintClientId('own client') : null;

const actorOf = (kind: Actor['kind'], role: Role | null): Actor => ({
  kind,
  id: 'self',
  name: 'Somebody',
  role,
  organizationId: mintOrganizationId('organization'),
  clientId: kind === 'link' ? mintClientId('own client') : clientOf(role),
});

const actors: Record<string, Actor> = {
  ...Object.fromEntries(roles.map((role) => [role, actorOf('member', role)])),
  ...Object.fromEntries(roles.map((role) => [`${role} key`, actorOf('api_key', role)])),
  link: actorOf('link', null),
  switch: actorOf('switch', null),
  engine: actorOf('engine', null),
};

const operator = ['operator'];
const leads = ['account_manager', 'admin'];
const staff = [...operator, ...leads];
const everybody: readonly string[] = roles;
const nobody: readonly string[] = [];

/** What a role may, a program with a key of that role may too. */
const alsoKeys = (names: readonly string[]) => [...names, ...names.map((name) => `${name} key`)];
const onlyKeys = (names: readonly string[]) => names.map((name) => `${name} key`);

const own = { clientId: 'own client' };
const another = { clientId: 'another client' };
const noClient = { clientId: null };
const about = { isAboutThis: true };

type Row = [policy: string, of: string, ask: (actor: Actor) => boolean, may: readonly string[]];

// One row a line: it is a table.
// prettier-ignore
const table: Row[] = [
  ['briefings.canWriteBriefing', 'own client', (a) => briefings.canWriteBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canWriteBriefing', 'another client', (a) => briefings.canWriteBriefing(a, another), alsoKeys(leads)],
  ['briefings.canPublishBriefing', 'own client', (a) => briefings.canPublishBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canPublishBriefing', 'another client', (a) => briefings.canPublishBriefing(a, another), alsoKeys(leads)],
  ['briefings.canResolveBriefing', 'own client', (a) => briefings.canResolveBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canResolveBriefing', 'another client', (a) => briefings.canResolveBriefing(a, another), alsoKeys(leads)],
  ['calls.canRegisterCall', 'any', (a) => calls.canRegisterCall(a), [...alsoKeys(staff), 'switch']],
  ['calls.canAnswerCall', 'any', (a) => calls.canAnswerCall(a), alsoKeys(staff)],
  ['calls.canWorkCall', 'any', (a) => calls.canWorkCall(a), alsoKeys(staff)],
  ['calls.canUseDesk', 'the desk', (a) => calls.canUseDesk(a), alsoKeys(staff)],
  ['calls.canReadCalls', 'inside the walls', (a) => calls.canReadCalls(a), alsoKeys(everybody)],
  ['clients.canEditClients', 'any', (a) => clients.canEditClients(a), alsoKeys(leads)],
  ['contacts.canEditContacts', 'own client', (a) => contacts.canEditContacts(a, own), alsoKeys([...leads, 'client_admin'])],
  ['contacts.canEditContacts', 'another client', (a) => contacts.canEditContacts(a, another), alsoKeys(leads)],
  ['escalations.canStartEscalation', 'any', (a) => escalations.canStartEscalation(a), alsoKeys(staff)],
  ['escalations.canAcknowledgeEscalation', 'own client', (a) => escalations.canAcknowledgeEscalation(a, own), alsoKeys(everybody)],
  ['escalations.canAcknowledgeEscalation', 'own client, its message', (a) => escalations.canAcknowledgeEscalation(a, own, about), [...alsoKeys(everybody), 'link']],
  ['escalations.canAcknowledgeEscalation', 'another client', (a) => escalations.canAcknowledgeEscalation(a, another), alsoKeys(staff)],
  ['escalations.canAcknowledgeEscalation', 'no client', (a) => escalations.canAcknowledgeEscalation(a, noClient), alsoKeys(staff)],
  ['escalations.canResolveEscalation', 'own client', (a) => escalations.canResolveEscalation(a, own), alsoKeys([...leads, 'responsible_contact', 'client_admin'])],
  ['escalations.canResolveEscalation', 'another client', (a) => escalations.canResolveEscalation(a, another), alsoKeys(leads)],
  ['escalations.canResolveEscalation', 'no client', (a) => escalations.canResolveEscalation(a, noClient), alsoKeys(leads)],
  ['escalations.canCancelEscalation', 'any', (a) => escalations.canCancelEscalation(a), alsoKeys(staff)],
  ['escalations.canSetPolicy', 'own client', (a) => escalations.canSetPolicy(a, own), alsoKeys([...leads, 'client_admin'])],
  ['escalations.canSetPolicy', 'another client', (a) => escalations.canSetPolicy(a, another), alsoKeys(leads)],
  ['escalations.canAdvanceEscalation', 'any', (a) => escalations.canAdvanceEscalation(a), ['engine']],
  ['notifications.canCarryDeliveries', 'any', (a) => notifications.canCarryDeliveries(a), ['engine']],
  ['numbers.canEditDids', 'any', (a) => numbers.canEditDids(a), alsoKeys(leads)],
  ['numbers.canManageConnections', 'any', (a) => numbers.canManageConnections(a), ['admin']],
  ['tenancy.canListMembers', 'all', (a) => tenancy.canListMembers(a), alsoKeys(leads)],
  ['tenancy.canCreateMember', 'any', (a) => tenancy.canCreateMember(a), alsoKeys(['admin'])],
  ['tenancy.canDisableMember', 'a colleague', (a) => tenancy.canDisableMember(a, { id: 'colleague' }), alsoKeys(['admin'])],
  ['tenancy.canDisableMember', 'oneself', (a) => tenancy.canDisableMember(a, { id: 'self' }), nobody],
  ['tenancy.canStartSession', 'own', (a) => tenancy.canStartSession(a), everybody],
  ['tenancy.canListSessions', 'own', (a) => tenancy.canListSessions(a), everybody],
  ['tenancy.canRevokeSession', 'own', (a) => tenancy.canRevokeSession(a, { membershipId: 'self' }), everybody],
  ['tenancy.canRevokeSession', "a colleague's", (a) => tenancy.canRevokeSession(a, { membershipId: 'colleague' }), ['admin']],
  ['tenancy.canManageApiKeys', 'any', (a) => tenancy.canManageApiKeys(a), ['admin']],
  ['tenancy.canRepeatRequests', 'own', (a) => tenancy.canRepeatRequests(a), onlyKeys(everybody)],
];

it.each(table)('%s (%s)', (_policy, _of, ask, may) => {
  const allowed = Object.keys(actors).filter((name) => {
    const actor = actors[name];
    return actor !== undefined && ask(actor);
  });
  expect(allowed.toSorted()).toEqual(may.toSorted());
});

it('names every policy of every feature', () => {
  const features = join(import.meta.dirname, '../../src/domain');
  const withPolicy = readdirSync(features).filter((name) => existsSync(join(features, name, 'policy.ts')));
  expect(Object.keys(policies).toSorted()).toEqual(withPolicy.toSorted());
  const all = Object.entries(policies).flatMap(([feature, policy]) =>
    Object.keys(policy).map((name) => `${feature}.${name}`),
  );
  expect([...new Set(table.map(([policy]) => policy))].toSorted()).toEqual(all.toSorted());
});
