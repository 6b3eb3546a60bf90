import type { LookupFunction } from 'node:net';
import webPush from 'web-push';
import { engineActor } from '@/db/gate';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import { expireSubscriptions } from '@/domain/notifications/expire-subscriptions';
import type { SendOutcome } from '@/domain/notifications/model';
import { findPushTargets, type PushTarget } from '@/domain/notifications/push-queries';
import type { WorkerSettings } from '../settings';
import type { Channel } from './channel';
import { notConfigured } from './not-configured';
import { openReadPost } from './outgoing-post';
import { writePushPayload } from './push-payload';

type Answer = SendOutcome | { kind: 'gone' };
type Vapid = NonNullable<WorkerSettings['vapid']>;

/** How long a push service keeps what a device that is switched off does not take. */
const KEPT_SECONDS: Record<string, number> = { emergency: 4 * 3_600, urgent: 4 * 3_600, routine: 24 * 3_600 };
const KEPT_SECONDS_OF_OTHERS = 3_600;

/**
 * Notifications on all devices of whoever signs in as the contact (RFC 8030, 8291, 8292). Taken by one, it is sent; a
 * subscription that its push service no longer knows ends. Its endpoint comes from a browser, so it is treated like any
 * web address that somebody typed.
 * @param resolve how names are looked up; only tests have their own
 */
export function openPush(settings: WorkerSettings, resolve?: LookupFunction): Channel {
  const { vapid } = settings;
  if (vapid === undefined) return notConfigured('Push');
  const posts = openReadPost(settings, outcomeOf, resolve);
  return {
    close: () => posts.close(),
    async send(delivery) {
      const payload = writePushPayload(delivery);
      if (payload === null) {
        return { kind: 'failed_permanent', words: 'A device is told of escalations and notices only.' };
      }
      const actor = engineActor(delivery.organizationId);
      const targets = await findPushTargets(actor, delivery.methodId);
      const answers = await Promise.all(
        targets.map((target) => {
          const { body, headers } = writeRequest(target, JSON.stringify(payload), delivery, vapid);
          return posts.post(target.endpoint, body, headers);
        }),
      );
      await expireSubscriptions(
        actor,
        targets.filter((_, n) => answers[n]?.kind === 'gone').map(({ id }) => id),
      );
      return together(answers, delivery.recipientName);
    },
  };
}

/** The encrypted message with its headers. `Topic`: a repetition takes the place of what the device did not take yet. */
function writeRequest(
  { endpoint, keys }: PushTarget,
  payload: string,
  { id, message }: ClaimedDelivery,
  vapidDetails: Vapid,
): { body: Buffer; headers: Record<string, string> } {
  const urgency = 'urgency' in message ? message.urgency : 'routine';
  const { body, headers } = webPush.generateRequestDetails({ endpoint, keys }, payload, {
    vapidDetails,
    TTL: KEPT_SECONDS[urgency] ?? KEPT_SECONDS_OF_OTHERS,
    urgency: urgency === 'routine' ? 'normal' : 'high',
    topic: id.replaceAll('-', ''),
    contentEncoding: 'aes128gcm',
  });
  const written = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { body, headers: Object.fromEntries(written) as Record<string, string> };
}

/** What a push service's status says (RFC 8030, sections 5 and 7.3). Refusals are about this installation's keys or message. */
function outcomeOf(status: number, retryAfterSeconds: number | null): Answer {
  if (status >= 200 && status < 300) return { kind: 'sent', providerId: null };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const isForNow = status === 429 || status >= 500;
  const words = `The push service ${isForNow ? 'cannot take it now' : 'refused it'} (${status}).`;
  if (!isForNow) return { kind: 'failed_permanent', words };
  return { kind: 'failed_temporary', words, ...(retryAfterSeconds !== null && { retryAfterSeconds }) };
}

/** Of several devices one is enough; else whatever may still succeed counts for more than what cannot. */
function together(answers: readonly Answer[], name: string): SendOutcome {
  const outcomes = answers.filter((answer) => answer.kind !== 'gone');
  return (
    outcomes.find(({ kind }) => kind === 'sent') ??
    outcomes.find(({ kind }) => kind === 'failed_temporary') ??
    outcomes[0] ?? { kind: 'failed_permanent', words: `No device of ${name} takes notifications.` }
  );
}
