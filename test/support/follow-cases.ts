import { roles, type Role } from '../../src/kernel/actor';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { recordConsent } from '../../src/domain/followups/record-consent';
import { updateClient } from '../../src/domain/clients/update-client';
import { submitSettledWords } from '../../src/domain/updates/submit-settled-words';
import type { BusyDay } from './busy-day';
import type { World } from './world';

// As in isolation-cases.ts, roles.test.ts and rest-attempts.ts, which read this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'none', input?: (theirs: BusyDay) => unknown];
type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];
type Attempt = { requests: (ids: BusyDay) => { path: string; body?: unknown }[]; status?: number };

const wish = { channel: 'email' as const, address: 'mallory@mallory.example', consent: 'Yes.' };
const words = { words: 'Ours now' };

/** Reports that were asked for, and callers who wish to hear. */
export const followCases: Record<string, Case> = {
  'reportRequests.list': ['none', ({ clientId, escalationId }) => ({ clientId, escalationId })],
  'reportRequests.add': ['NOT_FOUND', ({ escalationId }) => ({ escalationId, ...words })],
  'reportRequests.news': ['own'],
  'callerUpdates.list': ['none', ({ clientId, callId }) => ({ clientId, callId })],
  'callerUpdates.record': ['NOT_FOUND', ({ callId }) => ({ callId, ...wish })],
  'callerUpdates.withdraw': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'callerUpdates.words': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'callerUpdates.submitWords': ['NOT_FOUND', ({ clientId }) => ({ clientId, ...words })],
  'callerUpdates.approveWords': ['NOT_FOUND', ({ clientId }) => ({ clientId, ...words })],
  'callerUpdates.release': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
};

export const mixedFollow: [
  what: string,
  path: string,
  expected: 'NOT_FOUND',
  input: (own: BusyDay, theirs: BusyDay) => unknown,
][] = [
  [
    'a report by their contact',
    'reportRequests.add',
    'NOT_FOUND',
    (own, { contactId }) => ({ escalationId: own.escalationId, contactId, ...words }),
  ],
];

/** Who reports, who puts a wish on record, and who writes the words. */
export function followWrites(world: () => World): Record<string, Write> {
  const leads: Role[] = ['account_manager', 'admin'];
  const staff: Role[] = ['operator', ...leads];
  const writers: Role[] = [...leads, 'author', 'client_admin'];

  const held = async ({ callId }: BusyDay) => {
    const { operator, responsible_contact } = world().actors;
    const { id: escalationId } = await startEscalation(operator, {
      callId,
      urgency: 'urgent',
      summary: 'Look.',
    });
    await acknowledgeEscalation(responsible_contact, { escalationId, via: 'app' });
    return { escalationId, words: 'On it.' };
  };

  /** Written by somebody else than whoever is asked. */
  const proposed = async ({ clientId }: BusyDay, asker: Role) => {
    const { admin, author, client_admin } = world().actors;
    await updateClient(admin, { clientId, approvalRule: 'second_person' });
    const said = { clientId, words: `Words for ${asker}.` };
    await submitSettledWords(asker === 'author' ? client_admin : author, said);
    return said;
  };

  const wished = async ({ callId }: BusyDay) => {
    await recordConsent(world().actors.operator, { callId, ...wish });
    return { callId };
  };

  const approved = async ({ clientId, callId }: BusyDay) => {
    const { admin } = world().actors;
    await world().ownerSql`update caller_updates set state = 'needs_words' where call_id = ${callId}`;
    await updateClient(admin, { clientId, approvalRule: 'author' });
    await submitSettledWords(admin, { clientId, words: 'It is settled.' });
    return { clientId };
  };

  return {
    'reportRequests.add': [roles, held],
    'callerUpdates.record': [
      staff,
      ({ callId }, asker) => ({ callId, ...wish, consent: `Yes, says ${asker}.` }),
    ],
    'callerUpdates.withdraw': [staff, wished],
    'callerUpdates.submitWords': [writers, ({ clientId }) => ({ clientId, words: 'It is settled.' })],
    'callerUpdates.approveWords': [writers, proposed],
    'callerUpdates.release': [writers, approved],
  };
}

export const followAttempts: Record<string, Attempt> = {
  'reportRequests.list': {
    requests: ({ clientId, escalationId }) => [
      { path: `/report-requests?clientId=${clientId}` },
      { path: `/report-requests?escalationId=${escalationId}` },
    ],
    status: 200,
  },
  'reportRequests.add': {
    requests: ({ escalationId }) => [{ path: `/escalations/${escalationId}/report`, body: words }],
  },
  'callerUpdates.list': {
    requests: ({ clientId, callId }) => [
      { path: `/caller-updates?clientId=${clientId}` },
      { path: `/caller-updates?callId=${callId}` },
    ],
    status: 200,
  },
  'callerUpdates.record': {
    requests: ({ callId }) => [{ path: `/calls/${callId}/caller-update`, body: wish }],
  },
  'callerUpdates.withdraw': { requests: ({ callId }) => [{ path: `/calls/${callId}/caller-update` }] },
  'callerUpdates.words': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/settled-words` }] },
  'callerUpdates.submitWords': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/settled-words`, body: words }],
  },
  'callerUpdates.approveWords': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/settled-words/approve`, body: words }],
  },
  'callerUpdates.release': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/settled-words/tell` }],
  },
};
