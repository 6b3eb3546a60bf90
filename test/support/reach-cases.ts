import type { BusyDay } from './busy-day';
import { browserSubscription } from './reached-contact';

// As in isolation-cases.ts, which reads this file.
type Case = [expected: 'NOT_FOUND' | 'own' | 'none' | 'apart', input?: (theirs: BusyDay) => unknown];

/** Proven addresses, messages in the product and devices; part of the table of isolation-cases.ts. */
export const reachCases: Record<string, Case> = {
  'contacts.own': ['own'],
  'contacts.members': ['none', ({ clientId }) => ({ clientId })],
  'contacts.sendCode': ['NOT_FOUND', ({ methodId }) => ({ methodId })],
  'contacts.code': ['NOT_FOUND', ({ methodId }) => ({ methodId })],
  'contacts.verify': ['NOT_FOUND', ({ methodId }) => ({ methodId, code: '123456' })],
  'contacts.renewSecret': ['NOT_FOUND', ({ methodId }) => ({ methodId })],
  'inbox.list': ['own', () => ({})],
  'inbox.unreadCount': ['own'],
  'inbox.markRead': ['NOT_FOUND', ({ inboxDeliveryId }) => ({ deliveryId: inboxDeliveryId })],
  'push.key': ['own'],
  'push.list': ['own'],
  'push.subscribe': ['apart', () => browserSubscription()],
  'push.unsubscribe': ['NOT_FOUND', ({ subscriptionId }) => ({ subscriptionId })],
};
