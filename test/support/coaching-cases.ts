import { usualCriteria } from '../../src/domain/coaching/model';
import type { BusyDay } from './busy-day';

// As in isolation-cases.ts, which reads this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'apart', input?: (theirs: BusyDay) => unknown];

const span = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' };
const days = { from: '2026-01-01', to: '2026-12-31' };
const words = 'Ours now';

/** Calls that are drawn and scored, and what the people who answered them say to it. */
export const coachingCases: Record<string, Case> = {
  'scores.form': ['own'],
  'scores.forms': ['own'],
  'scores.setForm': ['apart', () => ({ version: 1, criteria: usualCriteria })],
  'scores.samples': ['own', () => ({})],
  'scores.draw': ['NOT_FOUND', ({ clientId }) => ({ ...span, clientId })],
  'scores.drop': ['NOT_FOUND', ({ sampleId }) => ({ callId: sampleId })],
  'scores.get': ['NOT_FOUND', ({ sampleId }) => ({ callId: sampleId })],
  'scores.score': ['NOT_FOUND', ({ sampleId }) => ({ callId: sampleId, version: 0, lines: [] })],
  'scores.change': ['NOT_FOUND', ({ scoreId }) => ({ scoreId, lines: [], words })],
  'scores.list': ['own', () => ({})],
  'scores.notes': ['own', () => ({})],
  'scores.results': ['own', () => days],
  'scores.own': ['own', () => ({})],
  'scores.ownNotes': ['own', () => ({})],
  'scores.unseen': ['own'],
  'scores.markSeen': ['own', ({ scoreId, reviewId }) => ({ scoreIds: [scoreId], reviewIds: [reviewId] })],
  'scores.answer': ['NOT_FOUND', ({ scoreId }) => ({ scoreId, words })],
  'scores.answerNote': ['NOT_FOUND', ({ reviewId }) => ({ reviewId, words })],
};

export const mixedCoaching: [string, string, 'NOT_FOUND', (own: BusyDay, theirs: BusyDay) => unknown][] = [
  [
    'our client’s calls with their people',
    'scores.draw',
    'NOT_FOUND',
    ({ clientId }, { memberId }) => ({ ...span, clientId, operatorId: memberId }),
  ],
];
