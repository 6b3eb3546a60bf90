import type { BusyDay } from './busy-day';

// As in isolation-cases.ts, which reads this file.
type Case = [expected: 'NOT_FOUND' | 'none', input: (theirs: BusyDay) => unknown];

const promise = { kind: 'information', what: 'whose it is', dueAt: '2099-01-01T00:00:00Z' };

/** The promise ledger and the callbacks; part of the table of isolation-cases.ts. */
export const promiseCases: Record<string, Case> = {
  'callbacks.list': ['none', ({ recallId }) => ({ causeId: recallId })],
  'callbacks.get': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.colleagues': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.handOver': ['NOT_FOUND', ({ callbackId, memberId }) => ({ callbackId, toMemberId: memberId })],
  'callbacks.claim': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.release': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.recordTry': ['NOT_FOUND', ({ callbackId }) => ({ callbackId, outcome: 'reached' })],
  'promises.list': ['none', ({ clientId, callId }) => ({ clientId, callId })],
  'promises.create': ['NOT_FOUND', ({ callId, promiseId }) => ({ callId, promiseId, ...promise })],
  'promises.get': ['NOT_FOUND', ({ promiseId }) => ({ promiseId })],
  'promises.break': ['NOT_FOUND', ({ promiseId }) => ({ promiseId, reason: 'Ours now' })],
  'promises.renegotiate': [
    'NOT_FOUND',
    ({ promiseId }) => ({ promiseId, consent: 'Ours now', dueAt: promise.dueAt }),
  ],
  'promises.cancel': ['NOT_FOUND', ({ promiseId }) => ({ promiseId, reason: 'Ours now' })],
  'promises.keep': ['NOT_FOUND', ({ promiseId }) => ({ promiseId, evidence: 'Ours now' })],
};
