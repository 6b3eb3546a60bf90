// What is asked of accounts and of the home: by other tenants, and by every role.
import { removeSubscription } from '../../src/domain/reports/remove-subscription';
import type { Role } from '../../src/kernel/actor';
import { DAY } from '../../src/kernel/duration';
import type { BusyDay } from './busy-day';
import { subscribedContact } from './subscribed-contact';
import type { Tenant } from './world';

// As in isolation-cases.ts, which reads this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'none', input?: (theirs: BusyDay) => unknown];

const evening = { cadence: 'daily', time: '18:00', timeZone: 'Europe/Berlin' };
const lately = {
  from: new Date(Date.now() - DAY).toISOString(),
  to: new Date(Date.now() + DAY).toISOString(),
};

/** Of test/support/isolation-cases.ts. */
export const accountCases: Record<string, Case> = {
  'accounts.list': ['none', ({ clientId }) => ({ clientId })],
  'accounts.set': ['NOT_FOUND', ({ contactId }) => ({ contactId, ...evening })],
  'accounts.remove': ['NOT_FOUND', ({ accountId }) => ({ subscriptionId: accountId })],
  'accounts.get': ['NOT_FOUND', ({ clientId }) => ({ clientId, ...lately })],
  'home.get': ['own'],
};

type Mixed = [string, string, 'NOT_FOUND', (own: BusyDay, theirs: BusyDay) => unknown];

export const mixedAccounts: Mixed[] = [
  [
    'an account of their client for one of ours',
    'accounts.set',
    'NOT_FOUND',
    (_, { clientId }) => ({ clientId, ...evening }),
  ],
  [
    'an account of our client for one of theirs',
    'accounts.set',
    'NOT_FOUND',
    ({ clientId }, { memberId }) => ({ clientId, memberId, ...evening }),
  ],
];

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

/** Of test/domain/roles.test.ts. */
export function accountWrites(world: () => Tenant, keepers: readonly Role[]): Record<string, Write> {
  const renewed = async () => {
    const subscriptionId = await subscribedContact(world());
    await removeSubscription(world().actors.admin, { subscriptionId });
    return { subscriptionId: await subscribedContact(world()) };
  };
  return {
    'accounts.set': [keepers, ({ contactId }) => ({ contactId, ...evening, time: '07:00' })],
    'accounts.remove': [keepers, renewed],
  };
}
