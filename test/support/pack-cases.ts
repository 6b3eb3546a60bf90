// What is asked of incidents and their packs: by other tenants, by every role, and through REST.
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import type { BusyDay } from './busy-day';
import { publishedBriefing, type World } from './world';

type Case = [expected: 'NOT_FOUND', input: (theirs: BusyDay) => unknown];

/** For test/domain/isolation.test.ts. */
export const packCases: Record<string, Case> = {
  'incidents.board': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'incidents.calls': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'incidents.packs': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'incidents.pack': ['NOT_FOUND', ({ packId }) => ({ packId })],
  'incidents.packSummary': ['NOT_FOUND', ({ packId }) => ({ packId })],
  'incidents.requestPack': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, packId: newId() })],
};

type Write = [may: readonly Role[], input: (own: BusyDay) => unknown];

/** For test/domain/roles.test.ts: each asks for an incident of its own, for one pack serves all who ask at once. */
export function packWrites(world: () => World): Record<string, Write> {
  return {
    'incidents.requestPack': [
      ['account_manager', 'admin', 'author', 'responsible_contact', 'client_admin'],
      async () => ({ briefingId: (await publishedBriefing(world())).id }),
    ],
  };
}

/** For test/scenarios/rest-isolation.test.ts. */
export const packAttempts = {
  'incidents.board': {
    requests: ({ briefingId }: BusyDay) => [{ path: `/briefings/${briefingId}/report` }],
  },
  'incidents.requestPack': {
    requests: ({ briefingId }: BusyDay) => [{ path: `/briefings/${briefingId}/packs`, body: {} }],
  },
  'incidents.packs': {
    requests: ({ briefingId }: BusyDay) => [{ path: `/briefings/${briefingId}/packs` }],
  },
  'incidents.pack': { requests: ({ packId }: BusyDay) => [{ path: `/packs/${packId}` }] },
};
