import { engineActor } from '@/db/gate';
import { findInboxOwner } from '@/domain/notifications/inbox-queries';
import type { Channel } from './channel';

/**
 * Messages in the product: the delivery itself is what the inbox shows, so that it is sent as soon as that is written
 * down. Where nobody signs in as the contact, nobody would ever read it.
 */
export function openInApp(): Channel {
  return {
    async send({ organizationId, methodId, recipientName }) {
      const owner = await findInboxOwner(engineActor(organizationId), methodId);
      if (owner !== null) return { kind: 'sent', providerId: null };
      return { kind: 'failed_permanent', words: `Nobody signs in as ${recipientName}.` };
    },
    close() {
      // Nothing is ever on its way: the hand-over is a row of our own.
    },
  };
}
