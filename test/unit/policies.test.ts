// Who may do what: the whole product on a page. A policy that is missing here fails the test.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as briefings from '../../src/domain/briefings/policy';
import * as calls from '../../src/domain/calls/policy';
import * as clients from '../../src/domain/clients/policy';
import * as coaching from '../../src/domain/coaching/policy';
import * as contacts from '../../src/domain/contacts/policy';
import * as escalations from '../../src/domain/escalations/policy';
import * as messages from '../../src/domain/messages/policy';
import * as notifications from '../../src/domain/notifications/policy';
import * as numbers from '../../src/domain/numbers/policy';
import * as oncall from '../../src/domain/oncall/policy';
import * as overflow from '../../src/domain/overflow/policy';
import * as playbooks from '../../src/domain/playbooks/policy';
import * as promises from '../../src/domain/promises/policy';
import * as questions from '../../src/domain/questions/policy';
import * as recalls from '../../src/domain/recalls/policy';
import * as reports from '../../src/domain/reports/policy';
import * as reviews from '../../src/domain/reviews/policy';
import * as sources from '../../src/domain/sources/policy';
import * as surges from '../../src/domain/surges/policy';
import * as tenancy from '../../src/domain/tenancy/policy';
import * as updates from '../../src/domain/updates/policy';
import { clientRoles, roles, type Actor, type Role } from '../../src/kernel/actor';
import { mintClientId, mintOrganizationId } from '../../src/kernel/tenant';
import { coachingPolicies } from '../support/coaching-policies';
import { followPolicies } from '../support/follow-policies';
import { reviewPolicies } from '../support/review-policies';

const policies = {
  briefings,
  calls,
  clients,
  coaching,
  contacts,
  escalations,
  messages,
  notifications,
  numbers,
  oncall,
  overflow,
  playbooks,
  promises,
  questions,
  recalls,
  reports,
  reviews,
  sources,
  surges,
  tenancy,
  updates,
};

const clientOf = (role: Role | null) =>
  role !== null && (clientRoles as readonly Role[]).includes(role) ? mintClientId('own client') : null;

const actorOf = (kind: Actor['kind'], role: Role | null): Actor => ({
  kind,
  id: 'self',
  name: 'Somebody',
  role,
  organizationId: mintOrganizationId('organization'),
  clientId: kind === 'link' || kind === 'source' ? mintClientId('own client') : clientOf(role),
});

const actors: Record<string, Actor> = {
  ...Object.fromEntries(roles.map((role) => [role, actorOf('member', role)])),
  ...Object.fromEntries(roles.map((role) => [`${role} key`, actorOf('api_key', role)])),
  link: actorOf('link', null),
  switch: actorOf('switch', null),
  source: actorOf('source', null),
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
  ...reviewPolicies,
  ...followPolicies,
  ...coachingPolicies,
  ['briefings.canWriteBriefing', 'own client', (a) => briefings.canWriteBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canWriteBriefing', 'another client', (a) => briefings.canWriteBriefing(a, another), alsoKeys(leads)],
  ['briefings.canPublishBriefing', 'own client', (a) => briefings.canPublishBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canPublishBriefing', 'another client', (a) => briefings.canPublishBriefing(a, another), alsoKeys(leads)],
  ['briefings.canSubmitBriefing', 'own client', (a) => briefings.canSubmitBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canSubmitBriefing', 'another client', (a) => briefings.canSubmitBriefing(a, another), alsoKeys(leads)],
  ['briefings.canWithdrawBriefing', 'own client', (a) => briefings.canWithdrawBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canWithdrawBriefing', 'another client', (a) => briefings.canWithdrawBriefing(a, another), alsoKeys(leads)],
  ['briefings.canApproveBriefing', 'the author is trusted', (a) => briefings.canApproveBriefing(a, { ...own, approvalRule: 'author', submittedById: 'self' }), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canApproveBriefing', 'a second person, submitted by somebody else', (a) => briefings.canApproveBriefing(a, { ...own, approvalRule: 'second_person', submittedById: 'somebody' }), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canApproveBriefing', 'a second person, submitted oneself', (a) => briefings.canApproveBriefing(a, { ...own, approvalRule: 'second_person', submittedById: 'self' }), nobody],
  ['briefings.canApproveBriefing', 'a second person, not submitted', (a) => briefings.canApproveBriefing(a, { ...own, approvalRule: 'second_person', submittedById: null }), nobody],
  ['briefings.canApproveBriefing', 'an account manager', (a) => briefings.canApproveBriefing(a, { ...own, approvalRule: 'account_manager', submittedById: 'somebody' }), alsoKeys(leads)],
  ['briefings.canApproveBriefing', 'another client', (a) => briefings.canApproveBriefing(a, { ...another, approvalRule: 'author', submittedById: 'somebody' }), alsoKeys(leads)],
  ['briefings.canPublishUnreviewed', 'the author is trusted', (a) => briefings.canPublishUnreviewed(a, { ...own, approvalRule: 'author' }), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canPublishUnreviewed', 'a second person', (a) => briefings.canPublishUnreviewed(a, { ...own, approvalRule: 'second_person' }), nobody],
  ['briefings.canPublishUnreviewed', 'an account manager', (a) => briefings.canPublishUnreviewed(a, { ...own, approvalRule: 'account_manager' }), alsoKeys(leads)],
  ['briefings.canReceiveBriefing', 'own client', (a) => briefings.canReceiveBriefing(a, own), ['source']],
  ['briefings.canReceiveBriefing', 'another client', (a) => briefings.canReceiveBriefing(a, another), nobody],
  ['briefings.canConfirmBriefing', 'any', (a) => briefings.canConfirmBriefing(a), staff],
  ['briefings.canRemindAuthor', 'any', (a) => briefings.canRemindAuthor(a), ['engine']],
  ['briefings.canResolveBriefing', 'own client', (a) => briefings.canResolveBriefing(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['briefings.canResolveBriefing', 'another client', (a) => briefings.canResolveBriefing(a, another), alsoKeys(leads)],
  ['calls.canRegisterCall', 'any', (a) => calls.canRegisterCall(a), [...alsoKeys(staff), 'switch']],
  ['calls.canAnswerCall', 'any', (a) => calls.canAnswerCall(a), alsoKeys(staff)],
  ['calls.canWorkCall', 'any', (a) => calls.canWorkCall(a), alsoKeys(staff)],
  ['calls.canUseDesk', 'the desk', (a) => calls.canUseDesk(a), alsoKeys(staff)],
  ['calls.canReadCalls', 'inside the walls', (a) => calls.canReadCalls(a), alsoKeys(everybody)],
  ['calls.canTransferCall', "one's own", (a) => calls.canTransferCall(a, { answeredById: 'self' }), alsoKeys(staff)],
  ['calls.canTransferCall', "a colleague's", (a) => calls.canTransferCall(a, { answeredById: 'colleague' }), alsoKeys(leads)],
  ['calls.canTakeCall', 'any', (a) => calls.canTakeCall(a), staff],
  ['calls.canCancelTransfer', "one's own", (a) => calls.canCancelTransfer(a, { answeredById: 'self', handoverToId: 'colleague' }), alsoKeys(staff)],
  ['calls.canCancelTransfer', 'offered to oneself', (a) => calls.canCancelTransfer(a, { answeredById: 'colleague', handoverToId: 'self' }), alsoKeys(staff)],
  ['calls.canCancelTransfer', 'between colleagues', (a) => calls.canCancelTransfer(a, { answeredById: 'colleague', handoverToId: 'another' }), alsoKeys(leads)],
  ['clients.canAssignClients', 'any', (a) => clients.canAssignClients(a), alsoKeys(leads)],
  ['clients.canEditClients', 'any', (a) => clients.canEditClients(a), alsoKeys(leads)],
  ['contacts.canEditContacts', 'own client', (a) => contacts.canEditContacts(a, own), alsoKeys([...leads, 'client_admin'])],
  ['contacts.canEditContacts', 'another client', (a) => contacts.canEditContacts(a, another), alsoKeys(leads)],
  ['contacts.canReadOwnCard', 'any', (a) => contacts.canReadOwnCard(a), everybody],
  ['contacts.canTendContact', 'own client', (a) => contacts.canTendContact(a, { ...own, membershipId: null }), alsoKeys([...leads, 'client_admin'])],
  ['contacts.canTendContact', 'another client', (a) => contacts.canTendContact(a, { ...another, membershipId: 'self' }), alsoKeys(leads)],
  ['contacts.canTendContact', 'as whom they sign in', (a) => contacts.canTendContact(a, { ...own, membershipId: 'self' }), [...alsoKeys([...leads, 'client_admin']), 'author', 'responsible_contact']],
  ['escalations.canStartEscalation', 'any', (a) => escalations.canStartEscalation(a), alsoKeys(staff)],
  ['escalations.canAcknowledgeEscalation', 'own client', (a) => escalations.canAcknowledgeEscalation(a, own), alsoKeys(everybody)],
  ['escalations.canAcknowledgeEscalation', 'own client, its message', (a) => escalations.canAcknowledgeEscalation(a, own, about), [...alsoKeys(everybody), 'link']],
  ['escalations.canAcknowledgeEscalation', 'another client', (a) => escalations.canAcknowledgeEscalation(a, another), alsoKeys(staff)],
  ['escalations.canAcknowledgeEscalation', 'no client', (a) => escalations.canAcknowledgeEscalation(a, noClient), alsoKeys(staff)],
  ['escalations.canSeeEngine', 'any', (a) => escalations.canSeeEngine(a), alsoKeys(leads)],
  ['escalations.canRecordAnswer', 'any', (a) => escalations.canRecordAnswer(a), alsoKeys(staff)],
  ['escalations.canSkipStep', 'own client', (a) => escalations.canSkipStep(a, own), alsoKeys(everybody)],
  ['escalations.canSkipStep', 'another client', (a) => escalations.canSkipStep(a, another), alsoKeys(staff)],
  ['escalations.canSkipStep', 'no client', (a) => escalations.canSkipStep(a, noClient), alsoKeys(staff)],
  ['escalations.canResolveEscalation', 'own client', (a) => escalations.canResolveEscalation(a, own), alsoKeys([...leads, 'responsible_contact', 'client_admin'])],
  ['escalations.canResolveEscalation', 'another client', (a) => escalations.canResolveEscalation(a, another), alsoKeys(leads)],
  ['escalations.canResolveEscalation', 'no client', (a) => escalations.canResolveEscalation(a, noClient), alsoKeys(leads)],
  ['escalations.canAddReply', 'its message', (a) => escalations.canAddReply(a, about), ['link']],
  ['escalations.canAddReply', 'another message', (a) => escalations.canAddReply(a, { isAboutThis: false }), nobody],
  ['escalations.canCancelEscalation', 'any', (a) => escalations.canCancelEscalation(a), alsoKeys(staff)],
  ['escalations.canSetPolicy', 'own client', (a) => escalations.canSetPolicy(a, own), alsoKeys([...leads, 'client_admin'])],
  ['escalations.canSetPolicy', 'another client', (a) => escalations.canSetPolicy(a, another), alsoKeys(leads)],
  ['escalations.canAdvanceEscalation', 'any', (a) => escalations.canAdvanceEscalation(a), ['engine']],
  ['messages.canReadMessages', 'inside the walls', (a) => messages.canReadMessages(a), alsoKeys(everybody)],
  ['messages.canReleaseMessages', 'own client', (a) => messages.canReleaseMessages(a, own), alsoKeys(everybody)],
  ['messages.canReleaseMessages', 'another client', (a) => messages.canReleaseMessages(a, another), alsoKeys(staff)],
  ['messages.canReviewMessage', "a colleague's", (a) => messages.canReviewMessage(a, { createdById: 'colleague' }), leads],
  ['messages.canReviewMessage', "one's own", (a) => messages.canReviewMessage(a, { createdById: 'self' }), nobody],
  ['messages.canDeliverDigests', 'any', (a) => messages.canDeliverDigests(a), ['engine']],
  ['notifications.canKeepInbox', 'any', (a) => notifications.canKeepInbox(a), everybody],
  ['notifications.canCarryDeliveries', 'any', (a) => notifications.canCarryDeliveries(a), ['engine']],
  ['numbers.canEditDids', 'any', (a) => numbers.canEditDids(a), alsoKeys(leads)],
  ['numbers.canManageConnections', 'any', (a) => numbers.canManageConnections(a), ['admin']],
  ['oncall.canEditSchedules', 'own client', (a) => oncall.canEditSchedules(a, own), alsoKeys([...leads, 'client_admin'])],
  ['oncall.canEditSchedules', 'another client', (a) => oncall.canEditSchedules(a, another), alsoKeys(leads)],
  ['oncall.canReadSchedules', 'inside the walls', (a) => oncall.canReadSchedules(a), alsoKeys(everybody)],
  ['oncall.canShareCalendar', "somebody's of the own client", (a) => oncall.canShareCalendar(a, { ...own, membershipId: null }), alsoKeys([...leads, 'client_admin'])],
  ['oncall.canShareCalendar', "one's own", (a) => oncall.canShareCalendar(a, { ...another, membershipId: 'self' }), [...everybody, ...onlyKeys(leads)]],
  ['oncall.canReadFeed', "one's own", (a) => oncall.canReadFeed(a), ['link']],
  ['overflow.canSwitchOverflow', 'own client', (a) => overflow.canSwitchOverflow(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['overflow.canSwitchOverflow', 'another client', (a) => overflow.canSwitchOverflow(a, another), alsoKeys(leads)],
  ['overflow.canReadOverflow', 'inside the walls', (a) => overflow.canReadOverflow(a), alsoKeys(everybody)],
  ['playbooks.canReadPlaybooks', 'any', (a) => playbooks.canReadPlaybooks(a), alsoKeys(staff)],
  ['playbooks.canListPlaybookNames', 'any', (a) => playbooks.canListPlaybookNames(a), alsoKeys(everybody)],
  ['playbooks.canEditPlaybooks', 'any', (a) => playbooks.canEditPlaybooks(a), alsoKeys(leads)],
  ['playbooks.canEditCallTypes', 'any', (a) => playbooks.canEditCallTypes(a), alsoKeys(leads)],
  ['promises.canWorkCallback', "the service's", (a) => promises.canWorkCallback(a, { owner: 'service' }), alsoKeys(staff)],
  ['promises.canWorkCallback', "an operator's", (a) => promises.canWorkCallback(a, { owner: 'operator' }), alsoKeys(staff)],
  ['promises.canWorkCallback', "the client's", (a) => promises.canWorkCallback(a, { owner: 'client' }), alsoKeys(everybody)],
  ['promises.canReleaseCallback', "one's own", (a) => promises.canReleaseCallback(a, { owner: 'service', claimedById: 'self' }), alsoKeys(staff)],
  ['promises.canReleaseCallback', "nobody's", (a) => promises.canReleaseCallback(a, { owner: 'service', claimedById: null }), alsoKeys(staff)],
  ['promises.canReleaseCallback', "a colleague's", (a) => promises.canReleaseCallback(a, { owner: 'service', claimedById: 'colleague' }), alsoKeys(leads)],
  ['promises.canReleaseCallback', "one's own, of the client", (a) => promises.canReleaseCallback(a, { owner: 'client', claimedById: 'self' }), alsoKeys(everybody)],
  ['promises.canReleaseCallback', "a colleague's, of the client", (a) => promises.canReleaseCallback(a, { owner: 'client', claimedById: 'colleague' }), alsoKeys([...leads, 'client_admin'])],
  ['promises.canHandOverCallback', "nobody's", (a) => promises.canHandOverCallback(a, { owner: 'service', claimedById: null }), alsoKeys(staff)],
  ['promises.canHandOverCallback', "a colleague's", (a) => promises.canHandOverCallback(a, { owner: 'service', claimedById: 'colleague' }), alsoKeys(leads)],
  ['promises.canHandOverCallback', "a colleague's, of the client", (a) => promises.canHandOverCallback(a, { owner: 'client', claimedById: 'colleague' }), alsoKeys([...leads, 'client_admin'])],
  ['promises.canReadCallbacks', 'inside the walls', (a) => promises.canReadCallbacks(a), alsoKeys(everybody)],
  ['promises.canGivePromise', 'any', (a) => promises.canGivePromise(a), alsoKeys(staff)],
  ...(['service', 'operator'] as const).flatMap((owner): Row[] => [
    ['promises.canKeepPromise', `${owner} does it`, (a) => promises.canKeepPromise(a, { owner }), alsoKeys(staff)],
    ['promises.canBreakPromise', `${owner} does it`, (a) => promises.canBreakPromise(a, { owner }), alsoKeys(staff)],
    ['promises.canRenegotiatePromise', `${owner} does it`, (a) => promises.canRenegotiatePromise(a, { owner }), alsoKeys(staff)],
  ]),
  ['promises.canKeepPromise', 'the client does it', (a) => promises.canKeepPromise(a, { owner: 'client' }), alsoKeys(everybody)],
  ['promises.canBreakPromise', 'the client does it', (a) => promises.canBreakPromise(a, { owner: 'client' }), alsoKeys(everybody)],
  ['promises.canRenegotiatePromise', 'the client does it', (a) => promises.canRenegotiatePromise(a, { owner: 'client' }), alsoKeys(everybody)],
  ['promises.canCancelPromise', 'given oneself', (a) => promises.canCancelPromise(a, { createdById: 'self' }), alsoKeys(staff)],
  ['promises.canCancelPromise', 'given by somebody else', (a) => promises.canCancelPromise(a, { createdById: 'somebody' }), alsoKeys(leads)],
  ['promises.canRemindPromise', 'any', (a) => promises.canRemindPromise(a), ['engine']],
  ['promises.canReadPromises', 'inside the walls', (a) => promises.canReadPromises(a), alsoKeys(everybody)],
  ['recalls.canWithdrawStatement', 'own client', (a) => recalls.canWithdrawStatement(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['recalls.canWithdrawStatement', 'another client', (a) => recalls.canWithdrawStatement(a, another), alsoKeys(leads)],
  ['recalls.canReadRecalls', 'inside the walls', (a) => recalls.canReadRecalls(a), alsoKeys(everybody)],
  ['questions.canAnswerQuestion', 'own client', (a) => questions.canAnswerQuestion(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['questions.canAnswerQuestion', 'another client', (a) => questions.canAnswerQuestion(a, another), alsoKeys(leads)],
  ['surges.canWatchCalls', 'any', (a) => surges.canWatchCalls(a), ['engine']],
  ['surges.canDraftSurge', 'own client', (a) => surges.canDraftSurge(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['surges.canDraftSurge', 'another client', (a) => surges.canDraftSurge(a, another), alsoKeys(leads)],
  ['surges.canDismissSurge', 'own client', (a) => surges.canDismissSurge(a, own), alsoKeys([...leads, 'author', 'client_admin'])],
  ['surges.canDismissSurge', 'another client', (a) => surges.canDismissSurge(a, another), alsoKeys(leads)],
  ['notifications.canManageEndpoints', 'own client', (a) => notifications.canManageEndpoints(a, own), alsoKeys([...leads, 'client_admin'])],
  ['notifications.canManageEndpoints', 'another client', (a) => notifications.canManageEndpoints(a, another), alsoKeys(leads)],
  ['notifications.canManageEndpoints', 'all clients', (a) => notifications.canManageEndpoints(a, noClient), alsoKeys(leads)],
  ['sources.canManageSources', 'own client', (a) => sources.canManageSources(a, own), [...leads, 'client_admin']],
  ['sources.canManageSources', 'another client', (a) => sources.canManageSources(a, another), leads],
  ['tenancy.canListMembers', 'all', (a) => tenancy.canListMembers(a), alsoKeys(leads)],
  ['tenancy.canCreateMember', 'any', (a) => tenancy.canCreateMember(a), alsoKeys(['admin'])],
  ['tenancy.canDisableMember', 'a colleague', (a) => tenancy.canDisableMember(a, { id: 'colleague' }), alsoKeys(['admin'])],
  ['tenancy.canDisableMember', 'oneself', (a) => tenancy.canDisableMember(a, { id: 'self' }), nobody],
  ['tenancy.canStartSession', 'own', (a) => tenancy.canStartSession(a), everybody],
  ['tenancy.canMarkPresent', 'own', (a) => tenancy.canMarkPresent(a), staff],
  ['tenancy.canReadServiceRules', 'any', (a) => tenancy.canReadServiceRules(a), alsoKeys(staff)],
  ['tenancy.canSetServiceRules', 'any', (a) => tenancy.canSetServiceRules(a), alsoKeys(['admin'])],
  ['tenancy.canListPresences', 'any', (a) => tenancy.canListPresences(a), alsoKeys(staff)],
  ['tenancy.canSetLanguages', 'any', (a) => tenancy.canSetLanguages(a), alsoKeys(leads)],
  ['reports.canReadWall', 'any', (a) => reports.canReadWall(a), alsoKeys(leads)],
  ['reports.canReadOutcomes', 'any', (a) => reports.canReadOutcomes(a), alsoKeys(leads)],
  ['reports.canSetSubscription', "somebody's of the own client", (a) => reports.canSetSubscription(a, { ...own, isOwn: false }), alsoKeys([...leads, 'client_admin'])],
  ['reports.canSetSubscription', "one's own", (a) => reports.canSetSubscription(a, { ...own, isOwn: true }), alsoKeys([...leads, 'author', 'responsible_contact', 'client_admin'])],
  ['reports.canSetSubscription', 'another client', (a) => reports.canSetSubscription(a, { ...another, isOwn: true }), alsoKeys(leads)],
  ['reports.canSetSubscription', 'all clients', (a) => reports.canSetSubscription(a, { ...noClient, isOwn: true }), alsoKeys(leads)],
  ['reports.canReadAccounts', 'any', (a) => reports.canReadAccounts(a), alsoKeys([...leads, 'author', 'responsible_contact', 'client_admin'])],
  ['reports.canDeliverAccounts', 'any', (a) => reports.canDeliverAccounts(a), ['engine']],
  ['reports.canReadHome', 'any', (a) => reports.canReadHome(a), everybody],
  ['reports.canReadReports', 'any', (a) => reports.canReadReports(a), alsoKeys([...leads, 'author', 'responsible_contact', 'client_admin'])],
  ['reports.canReadBilling', 'any', (a) => reports.canReadBilling(a), alsoKeys([...leads, 'client_admin'])],
  ['reports.canReadIncidents', 'any', (a) => reports.canReadIncidents(a), alsoKeys([...leads, 'author', 'responsible_contact', 'client_admin'])],
  ['reports.canRequestPack', 'any', (a) => reports.canRequestPack(a), alsoKeys([...leads, 'author', 'responsible_contact', 'client_admin'])],
  ['reports.canMakePack', 'any', (a) => reports.canMakePack(a), ['engine']],
  ['tenancy.canSavePreferences', 'own', (a) => tenancy.canSavePreferences(a), staff],
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
