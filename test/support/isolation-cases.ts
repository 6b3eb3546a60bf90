// What is asked of every procedure with ids of somebody else; see test/domain/isolation.test.ts.
import { stepBack } from '../../src/domain/playbooks/built-in-step-back';
import { defaultServiceRules } from '../../src/domain/tenancy/model';
import { newId } from '../../src/kernel/ids';
import type { BusyDay } from './busy-day';
import { accountCases, mixedAccounts } from './account-cases';
import { coachingCases, mixedCoaching } from './coaching-cases';
import { dutyCases, mixedDuty } from './duty-cases';
import { mixedReviews, reviewCases } from './review-cases';
import { packCases } from './pack-cases';
import { followCases, mixedFollow } from './follow-cases';
import { incidentCases } from './incident-cases';
import { promiseCases } from './promise-cases';
import { reachCases } from './reach-cases';
import { reportCases } from './report-cases';

/**
 * What an admin is told about the other answering service.
 * - a code: refused with it, for foreign ids and for ids that nothing has alike
 * - `own`: names no id of anybody, and answers with what is one's own
 * - `none`: an empty list
 * - `apart`: makes something of one's own, which has nothing to do with the other's
 */
export type Expected = 'NOT_FOUND' | 'INVALID' | 'own' | 'none' | 'apart';
type Case = [expected: Expected, input?: (theirs: BusyDay) => unknown];

const ownPlaybook = { ...stepBack().content, name: 'Ours' };
const briefing = { headline: 'Ours now', opening: 'Hello.' };
const questionFile = { draftRevision: 1, format: 'csv', text: 'question,answer\nWhy?,Ours.' };
const asAuthor = { role: 'author', name: 'Mallory' };
const complaint = { from: 'mallory@mallory.example', text: 'Ours now' };
/** A year around today. */
const thisYear = {
  from: new Date(Date.now() - 180 * 86_400_000).toISOString(),
  to: new Date(Date.now() + 180 * 86_400_000).toISOString(),
};
const withdrawal = { reason: 'Ours now', callBack: true };
const statementOf = ({ briefingId, statementId }: BusyDay) => ({ briefingId, statementId });
const contactStep = (id: string) => ({ targets: [{ type: 'contact', id }], delaySeconds: 60 });

export const table: Record<string, Case> = {
  'engine.state': ['own'],
  'engine.restore': ['NOT_FOUND', ({ escalationId }) => ({ kind: 'escalation', id: escalationId })],
  'session.me': ['own'],
  'sessions.list': ['own'],
  'sessions.revoke': ['NOT_FOUND', ({ sessionId }) => ({ sessionId })],
  'members.list': ['own'],
  'members.create': ['NOT_FOUND', ({ clientId }) => ({ ...asAuthor, email: 'm@mallory.example', clientId })],
  'members.resetPassword': ['NOT_FOUND', ({ memberId }) => ({ memberId })],
  'members.disable': ['NOT_FOUND', ({ memberId }) => ({ memberId })],
  'members.setLanguages': ['NOT_FOUND', ({ memberId }) => ({ memberId, languages: ['en'] })],
  'presence.list': ['own'],
  'presence.set': ['apart', () => ({ state: 'break', reason: 'pause' })],
  'presence.confirmRing': ['apart'],
  'assignments.list': ['NOT_FOUND', ({ memberId }) => ({ memberId })],
  'assignments.set': ['NOT_FOUND', ({ memberId }) => ({ memberId, clientIds: [] })],
  'reports.wall': ['own'],
  ...promiseCases,
  ...incidentCases,
  ...reportCases,
  'reports.outcomes': ['own', ({ clientId }) => ({ ...thisYear, by: 'briefing', clientId })],
  'apiKeys.list': ['own'],
  'apiKeys.create': ['NOT_FOUND', ({ clientId }) => ({ ...asAuthor, clientId })],
  'apiKeys.revoke': ['NOT_FOUND', ({ apiKeyId }) => ({ apiKeyId })],
  'clients.list': ['own', () => ({})],
  'clients.get': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'clients.create': ['apart', () => ({ name: 'Brightwater Payroll' })],
  'clients.update': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Ours now' })],
  'contacts.list': ['none', ({ clientId }) => ({ clientId })],
  'contacts.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Mallory' })],
  'contacts.update': ['NOT_FOUND', ({ contactId }) => ({ contactId, name: 'Mallory', methods: [] })],
  'contacts.remove': ['NOT_FOUND', ({ contactId }) => ({ contactId })],
  ...reachCases,
  ...followCases,
  'briefings.list': ['none', ({ clientId }) => ({ clientId })],
  'briefings.get': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.versions': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.create': ['NOT_FOUND', ({ clientId }) => ({ ...briefing, clientId, publish: true })],
  'briefings.save': ['NOT_FOUND', ({ briefingId }) => ({ ...briefing, briefingId, draftRevision: 1 })],
  'briefings.replace': ['NOT_FOUND', ({ briefingId }) => ({ ...briefing, briefingId, version: 1 })],
  'briefings.submit': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.approve': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.reject': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, words: 'Ours now' })],
  'briefings.withdraw': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, reason: 'Ours now' })],
  'briefings.reach': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.confirm': ['NOT_FOUND', ({ briefingVersionId }) => ({ versionId: briefingVersionId })],
  'briefings.importQuestions': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, ...questionFile })],
  'briefings.publish': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.resolve': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'recalls.withdrawStatement': ['NOT_FOUND', (theirs) => ({ ...statementOf(theirs), ...withdrawal })],
  'recalls.toldCount': ['NOT_FOUND', statementOf],
  'recalls.list': ['none', ({ clientId }) => ({ clientId })],
  'recalls.get': ['NOT_FOUND', ({ recallId }) => ({ recallId })],
  'recalls.callers': ['NOT_FOUND', ({ recallId }) => ({ recallId })],
  'told.list': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'calls.beside': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.receiveComplaint': ['NOT_FOUND', ({ clientId }) => ({ clientId, callId: newId(), ...complaint })],
  'calls.list': ['none', ({ clientId, briefingId }) => ({ clientId, briefingId })],
  'calls.get': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.ring': [
    'apart',
    ({ callId }) => ({ from: 'anonymous', to: '+493055551000', providerCallId: callId }),
  ],
  'calls.pop': [
    'apart',
    ({ callId }) => ({ from: 'anonymous', to: '+493055551000', providerCallId: `p ${callId}` }),
  ],
  'calls.answer': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.transfer': ['NOT_FOUND', ({ callId, memberId }) => ({ callId, toMemberId: memberId })],
  'calls.take': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.cancelTransfer': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.update': ['NOT_FOUND', ({ callId }) => ({ callId, callerName: 'Mallory' })],
  'calls.recordEvent': ['NOT_FOUND', ({ callId }) => ({ callId, type: 'ended' })],
  'calls.addNote': ['NOT_FOUND', ({ callId, noteId }) => ({ callId, noteId, text: 'Ours now' })],
  'calls.markDesk': ['NOT_FOUND', ({ callId }) => ({ callId, deskId: newId(), isWriting: true })],
  'calls.saveNoteDraft': ['NOT_FOUND', ({ callId }) => ({ callId, text: 'Ours now' })],
  'calls.tellStatements': [
    'NOT_FOUND',
    ({ callId, statementId }) => ({ callId, statementIds: [statementId] }),
  ],
  'calls.askQuestion': ['NOT_FOUND', ({ callId }) => ({ callId, text: 'Whose is it?' })],
  'calls.readBack': ['NOT_FOUND', ({ callId }) => ({ callId, resolution: 'agreed' })],
  'calls.close': ['NOT_FOUND', ({ callId }) => ({ callId, disposition: 'informed' })],
  'messages.list': ['none', ({ clientId }) => ({ clientId })],
  'messages.get': ['NOT_FOUND', ({ messageId }) => ({ messageId })],
  'messages.release': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'messages.review': [
    'NOT_FOUND',
    ({ messageInReviewId }) => ({ messageId: messageInReviewId, verdict: 'release' }),
  ],
  'desk.snapshot': ['own'],
  'search.find': ['none', ({ clientId }) => ({ q: 'paid half', clientId })],
  'preferences.save': ['own', () => ({ keys: { answer: 'f3' }, ringVolume: 0.4 })],
  'escalations.list': ['none', ({ clientId, callId }) => ({ clientId, callId })],
  'escalations.get': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.preview': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'escalations.start': ['NOT_FOUND', ({ callId }) => ({ callId, summary: 'Ours now' })],
  'escalations.acknowledge': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.decline': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.skip': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.patch': [
    'NOT_FOUND',
    ({ escalationId, contactId }) => ({ escalationId, contactId, kind: 'warm', outcome: 'busy' }),
  ],
  'escalations.read': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.resolve': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.cancel': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'webhookEndpoints.list': ['own', () => ({})],
  'webhookEndpoints.create': [
    'NOT_FOUND',
    ({ clientId }) => ({ url: 'https://mallory.example/', events: ['escalation.started'], clientId }),
  ],
  'webhookEndpoints.disable': ['NOT_FOUND', ({ endpointId }) => ({ endpointId })],
  'webhookEndpoints.test': ['NOT_FOUND', ({ endpointId }) => ({ endpointId })],
  'webhookEndpoints.renewSecret': ['NOT_FOUND', ({ endpointId }) => ({ endpointId })],
  'policies.get': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'policies.set': ['NOT_FOUND', ({ clientId, contactId }) => ({ clientId, steps: [contactStep(contactId)] })],
  'policies.clear': ['NOT_FOUND', ({ clientId }) => ({ clientId, urgency: 'urgent' })],
  'policies.dryRun': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  ...dutyCases,
  ...packCases,
  ...accountCases,
  ...reviewCases,
  ...coachingCases,
  'playbooks.list': ['own'],
  'playbooks.options': ['own'],
  'playbooks.get': ['NOT_FOUND', ({ playbookId }) => ({ playbookId })],
  'playbooks.version': ['NOT_FOUND', ({ playbookId }) => ({ playbookId, version: 1 })],
  'playbooks.create': ['apart', () => ({ content: ownPlaybook })],
  'playbooks.change': ['NOT_FOUND', ({ playbookId }) => ({ playbookId, version: 2, content: ownPlaybook })],
  'playbooks.archive': ['NOT_FOUND', ({ playbookId }) => ({ playbookId })],
  'callTypes.list': ['own', ({ clientId }) => ({ clientId })],
  'callTypes.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Ours now' })],
  'callTypes.change': ['NOT_FOUND', ({ callTypeId }) => ({ callTypeId, name: 'Ours now' })],
  'callTypes.archive': ['NOT_FOUND', ({ callTypeId }) => ({ callTypeId })],
  'serviceRules.get': ['own'],
  'serviceRules.set': ['INVALID', ({ playbookId }) => ({ ...defaultServiceRules, playbookId })],
};

/** Own ids in front, foreign ones behind: the second way in. */
export const mixed: [
  what: string,
  path: string,
  expected: Expected,
  input: (own: BusyDay, theirs: BusyDay) => unknown,
][] = [
  ...mixedDuty,
  ...mixedFollow,
  ...mixedAccounts,
  ...mixedReviews,
  ...mixedCoaching,
  [
    'a callback handed to their member',
    'callbacks.handOver',
    'NOT_FOUND',
    (own, { memberId }) => ({ callbackId: own.callbackId, toMemberId: memberId }),
  ],
  [
    'a callback told in their call',
    'callbacks.recordTry',
    'NOT_FOUND',
    (own, { callId }) => ({ callbackId: own.callbackId, outcome: 'reached', callId }),
  ],
  [
    'a policy naming their contact',
    'policies.set',
    'INVALID',
    (own, { contactId }) => ({ clientId: own.clientId, steps: [contactStep(contactId)] }),
  ],
  [
    'an acknowledgement by their contact',
    'escalations.acknowledge',
    'NOT_FOUND',
    (own, { contactId }) => ({ escalationId: own.escalationId, via: 'spoken', contactId }),
  ],
  [
    'a patch to their contact',
    'escalations.patch',
    'NOT_FOUND',
    (own, { contactId }) => ({
      escalationId: own.escalationId,
      contactId,
      kind: 'cold',
      outcome: 'no_answer',
    }),
  ],
  [
    'a statement of their version',
    'calls.tellStatements',
    'NOT_FOUND',
    (own, { briefingVersionId, statementId }) => ({
      callId: own.callId,
      briefingVersionId,
      statementIds: [statementId],
    }),
  ],
  [
    'their statement of our version',
    'calls.tellStatements',
    'INVALID',
    (own, { statementId }) => ({ callId: own.callId, statementIds: [statementId] }),
  ],
  [
    'our question into their group',
    'questions.move',
    'NOT_FOUND',
    (own, { questionId }) => ({ questionId: own.questionId, groupId: questionId }),
  ],
  [
    'their statement in our briefing',
    'recalls.withdrawStatement',
    'NOT_FOUND',
    ({ briefingId }, { statementId }) => ({ briefingId, statementId, ...withdrawal }),
  ],
  [
    'our call for their client',
    'escalations.start',
    'INVALID',
    (own, { clientId }) => ({ callId: own.callId, clientId, summary: 'x' }),
  ],
  [
    'their client without a call',
    'escalations.start',
    'NOT_FOUND',
    (_, { clientId }) => ({ clientId, summary: 'x' }),
  ],
  ['a preview for their client', 'escalations.preview', 'NOT_FOUND', (_, { clientId }) => ({ clientId })],
  [
    'a correction of their note',
    'calls.addNote',
    'NOT_FOUND',
    (own, { noteId }) => ({ callId: own.callId, kind: 'correction', text: 'x', correctsNoteId: noteId }),
  ],
  [
    'our call type with their playbook',
    'callTypes.change',
    'INVALID',
    (own, { playbookId }) => ({ callTypeId: own.callTypeId, name: 'Payslip', playbookId }),
  ],
  [
    'our call handed to their people',
    'calls.transfer',
    'NOT_FOUND',
    (own, { memberId }) => ({ callId: own.callId, toMemberId: memberId }),
  ],
  [
    'their message for our client',
    'messages.release',
    'NOT_FOUND',
    (own, { messageId }) => ({ clientId: own.clientId, messageIds: [own.messageId, messageId] }),
  ],
  [
    'our contact signed in as by their people',
    'contacts.update',
    'INVALID',
    (own, { memberId }) => ({ contactId: own.contactId, membershipId: memberId }),
  ],
  ['our calls about their briefing', 'calls.list', 'none', (_, { briefingId }) => ({ briefingId })],
  ['our escalations about their call', 'escalations.list', 'none', (_, { callId }) => ({ callId })],
];
