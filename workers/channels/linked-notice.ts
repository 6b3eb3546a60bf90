import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type { NoticeMessage } from '@/domain/notifications/model';
import { signShortLink } from '@/kernel/short-link';

/**
 * A notice with where it leads: to the page of a message that its reader had before, which needs no sign-in, where it
 * answers one; the same on every attempt, so that the carrier can be asked for it.
 */
export function linkedNotice(
  delivery: Pick<ClaimedDelivery, 'organizationId' | 'clientId' | 'createdAt'> & { message: NoticeMessage },
  authSecret: string,
): NoticeMessage {
  const { message, organizationId, clientId, createdAt } = delivery;
  const { answersDeliveryId: deliveryId } = message;
  if (deliveryId === undefined) return message;
  return {
    ...message,
    path: `/ack/${signShortLink({ organizationId, clientId, deliveryId }, authSecret, createdAt)}`,
  };
}
