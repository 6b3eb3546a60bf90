// What is asked of everything about on-call duty: by other tenants, by every role, and through REST.
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import type { BusyDay } from './busy-day';
import { newCoverage, newDuty, newOverride } from './duty';
import type { Tenant } from './world';

// As in isolation-cases.ts and rest-attempts.ts, which read this file.
type Expected = 'NOT_FOUND' | 'INVALID' | 'own' | 'none';
type Case = [expected: Expected, input?: (theirs: BusyDay) => unknown];
type Attempt = { requests: (ids: BusyDay) => { path: string; body?: unknown }[]; status?: number };

const times = { startsAt: '2099-01-01T00:00:00Z', endsAt: '2099-01-02T00:00:00Z' };
const range = { from: '2099-01-01T00:00:00Z', to: '2099-01-08T00:00:00Z' };
const add = (contactId: string) => ({ kind: 'add', contactId, ...times });
const shift = (contactId: string) => ({ ...times, shifts: [{ contactId, ...times }] });
const rotation = (contactId: string) => ({
  name: 'Duty',
  unit: 'week',
  startsAt: '2026-01-05T09:00',
  contactIds: [contactId],
});

/** Of test/support/isolation-cases.ts. */
export const dutyCases: Record<string, Case> = {
  'schedules.list': ['none', ({ clientId }) => ({ clientId })],
  'schedules.get': ['NOT_FOUND', ({ scheduleId }) => ({ scheduleId })],
  'schedules.calendar': ['NOT_FOUND', ({ scheduleId }) => ({ scheduleId, ...range })],
  'schedules.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Ours now' })],
  'schedules.update': ['NOT_FOUND', ({ scheduleId }) => ({ scheduleId, name: 'Ours now' })],
  'schedules.remove': ['NOT_FOUND', ({ scheduleId }) => ({ scheduleId })],
  'overrides.list': ['none', ({ scheduleId }) => ({ scheduleId })],
  'overrides.create': ['NOT_FOUND', ({ scheduleId, contactId }) => ({ scheduleId, ...add(contactId) })],
  'overrides.cancel': ['NOT_FOUND', ({ overrideId }) => ({ overrideId })],
  'coverages.list': ['NOT_FOUND', ({ scheduleId }) => ({ scheduleId })],
  'coverages.create': ['NOT_FOUND', ({ scheduleId, contactId }) => ({ scheduleId, ...shift(contactId) })],
  'coverages.cancel': ['NOT_FOUND', ({ coverageId }) => ({ coverageId })],
  'holidays.list': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'holidays.set': ['NOT_FOUND', ({ clientId }) => ({ clientId, holidays: [] })],
  'onCall.get': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'onCall.list': ['own'],
  'onCall.feed': ['NOT_FOUND', ({ contactId }) => ({ contactId })],
  'onCall.renewFeed': ['NOT_FOUND', ({ contactId }) => ({ contactId })],
};

type Mixed = [string, string, Expected, (own: BusyDay, theirs: BusyDay) => unknown];

export const mixedDuty: Mixed[] = [
  [
    'a schedule of ours with their contact',
    'schedules.update',
    'INVALID',
    ({ scheduleId }, { contactId }) => ({ scheduleId, rotations: [rotation(contactId)] }),
  ],
  [
    'our schedule, overridden by their contact',
    'overrides.create',
    'INVALID',
    ({ scheduleId }, { contactId }) => ({ scheduleId, ...add(contactId) }),
  ],
  [
    'our schedule, covered by their contact',
    'coverages.create',
    'INVALID',
    ({ scheduleId }, { contactId }) => ({ scheduleId, ...shift(contactId) }),
  ],
  [
    'our contact replaced by theirs',
    'contacts.remove',
    'INVALID',
    (own, { contactId }) => ({ contactId: own.contactId, replacedById: contactId }),
  ],
];

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

/** Of test/domain/roles.test.ts. */
export function dutyWrites(world: () => Tenant, keepers: readonly Role[]): Record<string, Write> {
  let hours = 0;
  const later = () => {
    hours += 1;
    const at = (hour: number) => new Date(Date.UTC(2099, 0, 1, hour)).toISOString();
    return { startsAt: at(hours), endsAt: at(hours + 1) };
  };
  // Between the coverage of the busy day and the next one of these there is always time.
  const nextHour = () => 24 * 6 + (hours += 1);
  return {
    'schedules.create': [keepers, ({ clientId }) => ({ clientId, name: 'Nights' })],
    'schedules.update': [keepers, ({ scheduleId }) => ({ scheduleId, name: 'Weeks' })],
    'schedules.remove': [keepers, async () => ({ scheduleId: (await newDuty(world(), 'Short')).id })],
    'overrides.create': [
      keepers,
      ({ scheduleId, contactId }) => ({ scheduleId, kind: 'add', contactId, ...later() }),
    ],
    'overrides.cancel': [
      keepers,
      async ({ scheduleId }) => ({ overrideId: (await newOverride(world(), scheduleId)).id }),
    ],
    'coverages.create': [
      keepers,
      ({ scheduleId, contactId }) => {
        const when = later();
        return { scheduleId, ...when, shifts: [{ contactId, ...when }] };
      },
    ],
    'coverages.cancel': [
      keepers,
      async ({ scheduleId }) => ({ coverageId: (await newCoverage(world(), scheduleId, nextHour())).id }),
    ],
    'holidays.set': [
      keepers,
      ({ clientId }) => ({ clientId, holidays: [{ date: '2099-12-25', name: 'Christmas' }] }),
    ],
    'onCall.feed': [keepers, ({ contactId }) => ({ contactId })],
    'onCall.renewFeed': [keepers, ({ contactId }) => ({ contactId })],
  };
}

/** Of test/support/rest-attempts.ts. */
export const dutyAttempts: Record<string, Attempt> = {
  'schedules.list': {
    requests: ({ clientId }) => [{ path: `/schedules?clientId=${clientId}` }],
    status: 200,
  },
  'schedules.get': { requests: ({ scheduleId }) => [{ path: `/schedules/${scheduleId}` }] },
  'schedules.calendar': {
    requests: ({ scheduleId }) => [
      { path: `/schedules/${scheduleId}/calendar?from=${range.from}&to=${range.to}` },
    ],
  },
  'schedules.create': {
    requests: ({ clientId }) => [{ path: '/schedules', body: { clientId, name: 'Ours' } }],
  },
  'schedules.update': {
    requests: ({ scheduleId }) => [{ path: `/schedules/${scheduleId}`, body: { name: 'Ours' } }],
  },
  'schedules.remove': { requests: ({ scheduleId }) => [{ path: `/schedules/${scheduleId}` }] },
  'overrides.list': {
    requests: ({ scheduleId }) => [{ path: `/overrides?scheduleId=${scheduleId}` }],
    status: 200,
  },
  'overrides.create': {
    requests: ({ scheduleId }) => [{ path: '/overrides', body: { scheduleId, ...add(newId()) } }],
  },
  'overrides.cancel': { requests: ({ overrideId }) => [{ path: `/overrides/${overrideId}` }] },
  'coverages.list': { requests: ({ scheduleId }) => [{ path: `/coverages?scheduleId=${scheduleId}` }] },
  'coverages.create': {
    requests: ({ scheduleId }) => [{ path: '/coverages', body: { scheduleId, ...shift(newId()) } }],
  },
  'coverages.cancel': { requests: ({ coverageId }) => [{ path: `/coverages/${coverageId}` }] },
  'holidays.list': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/holidays` }] },
  'holidays.set': {
    requests: ({ clientId }) => [{ path: `/clients/${clientId}/holidays`, body: { holidays: [] } }],
  },
  'onCall.get': { requests: ({ clientId }) => [{ path: `/clients/${clientId}/on-call` }] },
};
