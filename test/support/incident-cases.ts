import type { BusyDay } from './busy-day';

// As in isolation-cases.ts, which reads this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'none' | 'apart', input?: (theirs: BusyDay) => unknown];

/** Lines, sources, and what comes with an incident; part of the table of isolation-cases.ts. */
export const incidentCases: Record<string, Case> = {
  'connections.list': ['own'],
  'connections.create': ['apart', () => ({ name: 'A switch', kind: 'generic' })],
  'dids.list': ['none', ({ clientId }) => ({ clientId })],
  'dids.add': ['NOT_FOUND', ({ clientId }) => ({ clientId, number: '+493055559999' })],
  'dids.update': ['NOT_FOUND', ({ didId }) => ({ didId, label: 'Ours now' })],
  'dids.remove': ['NOT_FOUND', ({ didId }) => ({ didId })],
  'questions.groups': ['none', ({ briefingId }) => ({ briefingId })],
  'questions.answer': [
    'NOT_FOUND',
    ({ questionId }) => ({ groupId: questionId, question: 'Whose?', answer: 'Ours now.' }),
  ],
  'questions.dismiss': ['NOT_FOUND', ({ questionId }) => ({ groupId: questionId })],
  'questions.move': ['NOT_FOUND', ({ questionId }) => ({ questionId, groupId: null })],
  'surges.list': ['none', ({ clientId }) => ({ clientId })],
  'surges.draft': ['NOT_FOUND', ({ surgeId }) => ({ surgeId })],
  'surges.dismiss': ['NOT_FOUND', ({ surgeId }) => ({ surgeId })],
  'overflow.list': ['own'],
  'overflow.open': ['NOT_FOUND', ({ clientId }) => ({ clientId, endsAt: '2099-01-01T00:00:00Z' })],
  'overflow.close': ['NOT_FOUND', ({ overflowId }) => ({ overflowId })],
  'overflow.hint': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'sources.list': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'sources.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, kind: 'generic', name: 'Ours now' })],
  'sources.revoke': ['NOT_FOUND', ({ sourceId }) => ({ sourceId })],
};
