import type { LookupFunction } from 'node:net';
import { engineActor } from '@/db/gate';
import { isNoticeMessage } from '@/domain/notifications/message-kind';
import { loadChatFormat } from '@/domain/notifications/method-queries';
import { signAcknowledgeLink } from '@/kernel/acknowledge-link';
import type { WorkerSettings } from '../settings';
import type { Channel } from './channel';
import { writeChatBody } from './chat-formats';
import { writeChatWords } from './chat-words';
import { linkedNotice } from './linked-notice';
import { openPost } from './outgoing-post';

/**
 * Incoming webhooks of chat programs. The address is the only secret; a program that takes a message does not say which
 * one it has, so one sent again may stand there twice.
 * @param resolve how names are looked up; only tests have their own
 */
export function openChat(settings: WorkerSettings, resolve?: LookupFunction): Channel {
  const { publicUrl, authSecret } = settings;
  const outgoing = openPost(settings, resolve);
  return {
    close: () => outgoing.close(),
    async send(delivery) {
      const { id, organizationId, methodId, address, claimedAt } = delivery;
      const format = await loadChatFormat(engineActor(organizationId), methodId);
      const clientId = delivery.isAcrossClients ? null : delivery.clientId;
      const claims = { organizationId, clientId, deliveryId: id };
      const token = await signAcknowledgeLink(claims, authSecret, claimedAt);
      const said = isNoticeMessage(delivery)
        ? { ...delivery, message: linkedNotice(delivery, authSecret) }
        : delivery;
      const words = writeChatWords(said, `${publicUrl}/ack/${token}`, publicUrl);
      return outgoing.post(address, JSON.stringify(writeChatBody(format, id, words)));
    },
  };
}
