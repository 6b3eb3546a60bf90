// Every way in which a REST route can be asked for somebody else's rows; see test/scenarios/rest-isolation.test.ts.
import { newId } from '../../src/kernel/ids';
import type { BusyDay } from './busy-day';
import { dutyAttempts } from './duty-cases';
import { followAttempts } from './follow-cases';
import { packAttempts } from './pack-cases';
import { reviewAttempts } from './review-cases';

export type Request = { path: string; body?: unknown; headers?: Record<string, string> };
type Attempt = {
  /** Every way in which this route can be asked for somebody else's rows. */
  requests: (ids: BusyDay) => Request[];
  /** 404 unless told. A filter by a foreign id finds nothing; a policy's target must be a contact of the client. */
  status?: number;
};

const questionFile = { draftRevision: 1, format: 'csv', text: 'question,answer\nWhy?,Ours.' };
const versionOne = { 'if-match': '"1"' };
const promise = { kind: 'information', what: 'whose it is', dueAt: '2099-01-01T00:00:00Z' };
const steps = [{ targets: [{ type: 'contact', id: newId() }], delaySeconds: 60 }];

/** One entry for each route, by its procedure. A route without an entry fails the test. */
export const attempts: Record<string, Attempt> = {
  'clients.list': { requests: () => [{ path: '/clients?q=Quay' }], status: 200 },
  'clients.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}` }] },
  'clients.create': { requests: () => [] },
  'clients.update': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}`, body: { name: 'Ours' } }],
  },
  'dids.list': { requests: ({ clientId }) => [{ path: `/dids?clientId=${clientId}` }], status: 200 },
  'dids.add': {
    requests: ({ clientId }) => [{ path: '/dids', body: { clientId, number: '+493055559999' } }],
  },
  'dids.update': { requests: ({ didId }) => [{ path: `/dids/${didId}`, body: { label: 'Ours' } }] },
  'dids.remove': { requests: ({ didId }) => [{ path: `/dids/${didId}` }] },
  'contacts.list': { requests: ({ clientId }) => [{ path: `/contacts?clientId=${clientId}` }], status: 200 },
  'contacts.create': {
    requests: ({ clientId }) => [{ path: '/contacts', body: { clientId, name: 'Mallory' } }],
  },
  'contacts.update': {
    requests: ({ contactId }) => [{ path: `/contacts/${contactId}`, body: { name: 'Mallory' } }],
  },
  'contacts.remove': { requests: ({ contactId }) => [{ path: `/contacts/${contactId}` }] },
  'briefings.list': {
    requests: ({ clientId }) => [{ path: `/briefings?clientId=${clientId}` }],
    status: 200,
  },
  'briefings.get': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}` }] },
  'briefings.versions': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/versions` }] },
  'briefings.create': {
    requests: ({ clientId }) => [{ path: '/briefings', body: { clientId, headline: 'Ours' } }],
  },
  'briefings.replace': {
    requests: ({ briefingId }) => [
      { path: `/briefings/${briefingId}`, body: { headline: 'Ours', opening: 'Ours' }, headers: versionOne },
    ],
  },
  'briefings.submit': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/submit` }] },
  'briefings.approve': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/approve` }] },
  'briefings.reject': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/reject`, body: { words: 'Ours' } }],
  },
  'briefings.withdraw': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/withdraw`, body: { reason: 'Ours' } }],
  },
  'briefings.reach': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/reach` }] },
  'briefings.importQuestions': {
    requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/import-questions`, body: questionFile }],
  },
  'briefings.publish': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/publish` }] },
  'briefings.resolve': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/resolve` }] },
  'recalls.withdrawStatement': {
    requests: ({ briefingId, statementId }) => [
      {
        path: `/briefings/${briefingId}/statements/${statementId}/withdraw`,
        body: { reason: 'Ours', callBack: true },
      },
    ],
  },
  'recalls.list': {
    requests: ({ clientId, briefingId }) => [
      { path: `/recalls?clientId=${clientId}` },
      { path: `/recalls?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'recalls.get': { requests: ({ recallId }) => [{ path: `/recalls/${recallId}` }] },
  'recalls.callers': { requests: ({ recallId }) => [{ path: `/recalls/${recallId}/callers` }] },
  'told.list': { requests: ({ briefingId }) => [{ path: `/briefings/${briefingId}/told` }] },
  'callbacks.list': {
    requests: ({ clientId, recallId }) => [
      { path: `/callbacks?clientId=${clientId}` },
      { path: `/callbacks?causeId=${recallId}` },
    ],
    status: 200,
  },
  'callbacks.get': { requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}` }] },
  'callbacks.colleagues': {
    requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/colleagues` }],
  },
  'callbacks.handOver': {
    requests: ({ callbackId }) => [
      { path: `/callbacks/${callbackId}/hand-over`, body: { toMemberId: null } },
    ],
  },
  'callbacks.claim': { requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/claim` }] },
  'callbacks.release': { requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/release` }] },
  'callbacks.recordTry': {
    requests: ({ callbackId }) => [{ path: `/callbacks/${callbackId}/tries`, body: { outcome: 'reached' } }],
  },
  'promises.list': {
    requests: ({ clientId, callId }) => [
      { path: `/promises?clientId=${clientId}` },
      { path: `/promises?callId=${callId}` },
    ],
    status: 200,
  },
  'promises.create': {
    requests: ({ callId }) => [{ path: '/promises', body: { callId, ...promise } }],
  },
  'promises.get': { requests: ({ promiseId }) => [{ path: `/promises/${promiseId}` }] },
  'promises.break': {
    requests: ({ promiseId }) => [{ path: `/promises/${promiseId}/break`, body: { reason: 'Ours' } }],
  },
  'promises.renegotiate': {
    requests: ({ promiseId }) => [
      { path: `/promises/${promiseId}/renegotiate`, body: { consent: 'Ours', dueAt: promise.dueAt } },
    ],
  },
  'promises.cancel': {
    requests: ({ promiseId }) => [{ path: `/promises/${promiseId}/cancel`, body: { reason: 'Ours' } }],
  },
  'promises.keep': {
    requests: ({ promiseId }) => [{ path: `/promises/${promiseId}/keep`, body: { evidence: 'Ours' } }],
  },
  'calls.list': {
    requests: ({ clientId, briefingId }) => [
      { path: `/calls?clientId=${clientId}` },
      { path: `/calls?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'calls.get': { requests: ({ callId }) => [{ path: `/calls/${callId}` }] },
  'calls.ring': { requests: () => [] },
  'calls.update': {
    requests: ({ callId }) => [{ path: `/calls/${callId}`, body: { callerName: 'Mallory' } }],
  },
  'calls.recordEvent': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/events`, body: { type: 'answered' } }],
  },
  'calls.addNote': { requests: ({ callId }) => [{ path: `/calls/${callId}/notes`, body: { text: 'Ours' } }] },
  'calls.tellStatements': {
    requests: ({ callId }) => [
      { path: `/calls/${callId}/statements-told`, body: { statementIds: [newId()] } },
    ],
  },
  'calls.askQuestion': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/questions`, body: { text: 'Ours?' } }],
  },
  'calls.readBack': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/read-back`, body: { resolution: 'agreed' } }],
  },
  'calls.close': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/close`, body: { disposition: 'informed' } }],
  },
  'messages.list': { requests: ({ clientId }) => [{ path: `/messages?clientId=${clientId}` }], status: 200 },
  'messages.get': { requests: ({ messageId }) => [{ path: `/messages/${messageId}` }] },
  'messages.release': {
    requests: ({ clientId }) => [{ path: '/messages/release', body: { clientId } }],
  },
  'escalations.list': {
    requests: ({ clientId, callId }) => [
      { path: `/escalations?clientId=${clientId}` },
      { path: `/escalations?callId=${callId}` },
    ],
    status: 200,
  },
  'escalations.get': { requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}` }] },
  'escalations.start': {
    requests: ({ clientId, callId }) => [
      { path: '/escalations', body: { clientId, summary: 'Ours' } },
      { path: '/escalations', body: { callId, summary: 'Ours' } },
    ],
  },
  'escalations.acknowledge': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/acknowledge` }],
  },
  'escalations.decline': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/decline` }],
  },
  'escalations.skip': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/next` }],
  },
  'escalations.patch': {
    requests: ({ escalationId, contactId }) => [
      { path: `/escalations/${escalationId}/patches`, body: { contactId, kind: 'warm', outcome: 'busy' } },
    ],
  },
  'escalations.resolve': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/resolve` }],
  },
  'escalations.cancel': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/cancel` }],
  },
  'webhookEndpoints.list': { requests: () => [] },
  'webhookEndpoints.create': {
    requests: ({ clientId }) => [
      {
        path: '/webhook-endpoints',
        body: { url: 'https://mallory.example/', events: ['escalation.started'], clientId },
      },
    ],
  },
  'webhookEndpoints.disable': {
    requests: ({ endpointId }) => [{ path: `/webhook-endpoints/${endpointId}` }],
  },
  'webhookEndpoints.test': {
    requests: ({ endpointId }) => [{ path: `/webhook-endpoints/${endpointId}/test` }],
  },
  'questions.groups': {
    requests: ({ clientId, briefingId }) => [
      { path: `/questions?clientId=${clientId}` },
      { path: `/questions?briefingId=${briefingId}` },
    ],
    status: 200,
  },
  'questions.answer': {
    requests: ({ questionId }) => [
      { path: `/questions/${questionId}/answer`, body: { question: 'Whose?', answer: 'Ours' } },
    ],
  },
  'questions.dismiss': { requests: ({ questionId }) => [{ path: `/questions/${questionId}/dismiss` }] },
  'surges.list': { requests: ({ clientId }) => [{ path: `/surges?clientId=${clientId}` }], status: 200 },
  'surges.draft': { requests: ({ surgeId }) => [{ path: `/surges/${surgeId}/draft` }] },
  'surges.dismiss': { requests: ({ surgeId }) => [{ path: `/surges/${surgeId}/dismiss` }] },
  ...dutyAttempts,
  ...packAttempts,
  ...followAttempts,
  ...reviewAttempts,
  'overflow.list': { requests: () => [] },
  'overflow.open': {
    requests: ({ clientId }) => [
      { path: `/clients/${clientId}/overflow`, body: { endsAt: '2099-01-01T00:00:00Z' } },
    ],
  },
  'overflow.close': { requests: ({ overflowId }) => [{ path: `/overflow/${overflowId}/close` }] },
  'overflow.hint': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/overflow-hint` }] },
  'policies.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy` }] },
  'policies.clear': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy?urgency=urgent` }],
  },
  'policies.dryRun': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy/dry-run` }],
  },
  'policies.set': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/escalation-policy`, body: { steps } }],
  },
};
