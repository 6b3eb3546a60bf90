import type { BusyDay } from './busy-day';

// As in isolation-cases.ts and rest-attempts.ts, which read this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'none' | 'apart', input?: (theirs: BusyDay) => unknown];

const verdict = 'too_slow';
const action = { kind: 'contact_data', words: 'Ours now' };

/** What ended or is stuck, what is to be mended, and saved views. */
export const reviewCases: Record<string, Case> = {
  'reviews.list': ['none', ({ clientId }) => ({ clientId })],
  'reviews.count': ['own', ({ clientId }) => ({ clientId })],
  'reviews.get': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'reviews.review': ['NOT_FOUND', ({ escalationId }) => ({ escalationId, verdict, action })],
  'reviews.reviewMany': ['NOT_FOUND', ({ escalationId }) => ({ escalationIds: [escalationId], verdict })],
  'reviewActions.list': ['none', ({ clientId }) => ({ clientId })],
  'reviewActions.create': ['NOT_FOUND', ({ escalationId }) => ({ escalationId, ...action })],
  'reviewActions.complete': ['NOT_FOUND', ({ actionId }) => ({ actionId })],
  'views.list': ['own', () => ({ screen: 'escalations' })],
  'views.save': ['apart', () => ({ screen: 'calls', scope: 'team', name: 'Ours', query: 'q=Ours' })],
  'views.remove': ['NOT_FOUND', ({ viewId }) => ({ viewId })],
  'escalations.reopen': ['NOT_FOUND', ({ escalationId }) => ({ escalationId, words: 'Ours now' })],
};

/** One of ours together with one of theirs: none of the two. */
export const mixedReviews: [string, string, 'NOT_FOUND', (own: BusyDay, theirs: BusyDay) => unknown][] = [
  [
    'our escalation together with theirs',
    'reviews.reviewMany',
    'NOT_FOUND',
    (own, { escalationId }) => ({ escalationIds: [own.escalationId, escalationId], verdict }),
  ],
];

export const reviewAttempts = {
  'reviews.review': {
    requests: ({ escalationId }: BusyDay) => [
      { path: `/escalations/${escalationId}/review`, body: { verdict } },
    ],
  },
  'escalations.reopen': {
    requests: ({ escalationId }: BusyDay) => [
      { path: `/escalations/${escalationId}/reopen`, body: { words: 'Ours' } },
    ],
  },
};
