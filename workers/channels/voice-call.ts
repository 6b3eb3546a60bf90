import { isCodeMessage, isEscalationMessage, isNoticeMessage } from '@/domain/notifications/message-kind';
import { after, SECOND } from '@/kernel/duration';
import { readCarrierFailure } from './carrier-failure';
import { callbackOf, type CarrierLine } from './carrier-line';
import type { Channel } from './channel';

/** So long it rings; most mailboxes answer after 20 to 25 seconds, and one that does acknowledges nothing. */
const RING_SECONDS = 30;

/** Nobody listens longer, however often they have it said again. */
const TALK_SECONDS = 300;

/**
 * How far the carrier's clock may be off. Less than a minute: one number is called once a minute at most (but for
 * emergencies), so that the call before is not taken for the lost one.
 */
const CLOCKS_DIFFER = 30 * SECOND;

const MOST_LISTED = 20;

/** Calls. What is said, and what keys do, is fetched by the carrier: see src/http/carrier-voice.ts. */
export function openVoiceCall(line: CarrierLine): Channel {
  const { api, from } = line;
  return {
    async send(delivery) {
      const isSpoken = isEscalationMessage(delivery) || isNoticeMessage(delivery) || isCodeMessage(delivery);
      if (!isSpoken) return { kind: 'failed_permanent', words: 'This is nothing for a call.' };
      try {
        const { sid } = await api.calls.create({
          to: delivery.address,
          from,
          url: callbackOf(line, delivery, 'voice'),
          method: 'POST',
          statusCallback: callbackOf(line, delivery, 'status'),
          statusCallbackMethod: 'POST',
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
          timeout: RING_SECONDS,
          timeLimit: TALK_SECONDS,
        });
        return { kind: 'sent', providerId: sid };
      } catch (error) {
        return readCarrierFailure(error);
      }
    },
    /** A call says nothing of what it is about: one alone to that number since then is the lost one. */
    async find({ address: to, interruptedAt }) {
      if (interruptedAt === null) return { kind: 'unknown' };
      try {
        const since = after(interruptedAt, -CLOCKS_DIFFER);
        const listed = await api.calls.list({ to, from, limit: MOST_LISTED });
        const [lost, ...others] = listed.filter(({ dateCreated }) => dateCreated >= since);
        if (lost === undefined) return { kind: 'absent' };
        return others.length === 0 ? { kind: 'found', providerId: lost.sid } : { kind: 'unknown' };
      } catch (error) {
        readCarrierFailure(error);
        return { kind: 'unknown' };
      }
    },
    close: () => line.close(),
  };
}
