import { database } from '@/db/client';
import { takeReplyCodes, type AnswerableMessage } from '@/db/reply-gate';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import {
  isCallerMessage,
  isCodeMessage,
  isEscalationMessage,
  isNoticeMessage,
} from '@/domain/notifications/message-kind';
import { after, MINUTE } from '@/kernel/duration';
import { signShortLink } from '@/kernel/short-link';
import { gather } from '../gather';
import { readCarrierFailure } from './carrier-failure';
import { callbackOf, wallOf, type CarrierLine } from './carrier-line';
import type { Channel, FoundMessage } from './channel';
import { linkedNotice } from './linked-notice';
import { bundleText, callerText, codeText, escalationText, noticeText } from './sms-text';

/** How far the carrier's clock may be behind the database's. */
const CLOCKS_DIFFER = MINUTE;

/** Messages to one number that are looked through for a lost one. */
const MOST_LISTED = 100;

/** Text messages. Each asks for an answer with a number that no other open message to that phone has. */
export function openSms(line: CarrierLine): Channel {
  const { api, from, publicUrl, authSecret } = line;
  const takeCode = gather((_organizationId, messages: readonly AnswerableMessage[]) =>
    takeReplyCodes(database().sql, messages),
  );

  function linkOf(delivery: ClaimedDelivery): string {
    const { id: deliveryId, organizationId, createdAt } = delivery;
    const claims = { organizationId, clientId: wallOf(delivery), deliveryId };
    return `${publicUrl}/ack/${signShortLink(claims, authSecret, createdAt)}`;
  }

  async function write(delivery: ClaimedDelivery): Promise<string | null> {
    if (isCallerMessage(delivery)) return callerText(delivery.message);
    if (isNoticeMessage(delivery)) return noticeText(linkedNotice(delivery, authSecret), publicUrl);
    if (isCodeMessage(delivery)) return codeText(delivery.message);
    if (!isEscalationMessage(delivery)) return null;
    const { organizationId, address: phone, id: deliveryId } = delivery;
    const isBundle = delivery.companionCount > 0;
    const message = { organizationId, clientId: wallOf(delivery), phone, deliveryId, isBundle };
    const code = await takeCode(organizationId, message);
    const link = linkOf(delivery);
    return isBundle ? bundleText(delivery, link, code) : escalationText(delivery.message, link, code);
  }

  /** Among what went to that number since; its link, or else its words, are like no other message's. */
  async function find(delivery: ClaimedDelivery, since: Date): Promise<FoundMessage> {
    const body = await write(delivery);
    if (body === null) return { kind: 'unknown' };
    const link = linkOf(delivery);
    const mark = body.includes(link) ? link : body;
    // Newest first, without a filter by date: what the carrier holds back has no date yet.
    const listed = await api.messages.list({ to: delivery.address, from, limit: MOST_LISTED });
    const begin = after(since, -CLOCKS_DIFFER);
    const lost = listed.find((one) => one.dateCreated >= begin && one.body.includes(mark));
    if (lost !== undefined) return { kind: 'found', providerId: lost.sid };
    const isWhole = listed.length < MOST_LISTED || listed.some(({ dateCreated }) => dateCreated < begin);
    return { kind: isWhole ? 'absent' : 'unknown' };
  }

  return {
    async send(delivery) {
      const body = await write(delivery);
      if (body === null) return { kind: 'failed_permanent', words: 'This is nothing for a text message.' };
      try {
        // The carrier had it whole and did not answer. (After a worker's death the engine itself asks.)
        if (delivery.isPossiblyDuplicated && !delivery.wasInterrupted) {
          const before = await find(delivery, delivery.createdAt);
          if (before.kind === 'found') return { kind: 'sent', providerId: before.providerId };
        }
        const statusCallback = callbackOf(line, delivery, 'status');
        const { sid } = await api.messages.create({ to: delivery.address, from, body, statusCallback });
        return { kind: 'sent', providerId: sid };
      } catch (error) {
        return readCarrierFailure(error);
      }
    },
    async find(delivery) {
      try {
        return await find(delivery, delivery.interruptedAt ?? delivery.createdAt);
      } catch (error) {
        readCarrierFailure(error);
        return { kind: 'unknown' };
      }
    },
    close: () => line.close(),
  };
}
