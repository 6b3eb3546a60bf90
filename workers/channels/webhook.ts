import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { engineActor } from '@/db/gate';
import { loadSigningSecret } from '@/domain/notifications/method-queries';
import { signAcknowledgeLink } from '@/kernel/acknowledge-link';
import { unsealWith } from '@/kernel/sealed';
import type { WorkerSettings } from '../settings';
import type { Channel } from './channel';
import { openPost } from './outgoing-post';
import { writeWebhookBody } from './webhook-body';

/**
 * What programs are told: JSON, signed by Standard Webhooks with the secret of the endpoint or of the contact method.
 * `webhook-id` is the delivery's and the same on every attempt, so that a receiver can tell a repetition; the timestamp
 * is the attempt's, by the database's clock, because a worker's own may be wrong. Nothing that a receiver answers
 * acknowledges: that takes the link, or REST.
 * @param resolve how names are looked up; only tests have their own
 */
export function openWebhook(settings: WorkerSettings, resolve?: LookupFunction): Channel {
  const { publicUrl, authSecret, encryptionKey } = settings;
  const outgoing = openPost(settings, resolve);
  return {
    close: () => outgoing.close(),
    async send(delivery) {
      const { id, organizationId, address, claimedAt } = delivery;
      const clientId = delivery.isAcrossClients ? null : delivery.clientId;
      const sealed = await loadSigningSecret(engineActor(organizationId), delivery);
      if (sealed.kind !== 'found') return { kind: 'failed_permanent', words: sealed.words };
      if (encryptionKey === undefined) {
        return { kind: 'failed_permanent', words: 'Webhooks are not configured on this installation.' };
      }
      const claims = { organizationId, clientId, deliveryId: id };
      const token = await signAcknowledgeLink(claims, authSecret, claimedAt);
      const body = JSON.stringify(writeWebhookBody(delivery, `${publicUrl}/ack/${token}`, publicUrl));
      const signature = new Webhook(unsealWith(encryptionKey, sealed.secret)).sign(id, claimedAt, body);
      return outgoing.post(address, body, {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(claimedAt.getTime() / 1_000)),
        'webhook-signature': signature,
      });
    },
  };
}
