import { PassThrough, type Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import {
  isCallerMessage,
  isCodeMessage,
  isEscalationMessage,
  isNoticeMessage,
} from '@/domain/notifications/message-kind';
import { signAcknowledgeLink } from '@/kernel/acknowledge-link';
import { SECOND } from '@/kernel/duration';
import { log } from '@/kernel/log';
import { writeReplyAddress } from '@/kernel/reply-address';
import { writeCallerEmail } from './caller-email';
import { writeCodeEmail } from './code-email';
import { writeEscalationEmail } from './escalation-email';
import type { Channel } from './channel';
import { linkedNotice } from './linked-notice';
import { writeNoticeEmail } from './notice-email';
import { readFailure } from './smtp-failure';

export type EmailSettings = {
  smtpUrl: string;
  mailFrom: string;
  publicUrl: string;
  authSecret: string;
  /** Where answers by e-mail go. */
  inboundMail?: { domain: string } | undefined;
  concurrency: number;
  cutOffAfter?: number;
};

const CUT_OFF_AFTER = 20 * SECOND;

/** Mail servers allow one sender few connections at once. */
const MOST_CONNECTIONS = 20;

export function openEmail(settings: EmailSettings): Channel {
  const { smtpUrl, mailFrom, publicUrl, authSecret, inboundMail, cutOffAfter = CUT_OFF_AFTER } = settings;
  const inHand = new Set<AbortController>();
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: Math.min(settings.concurrency, MOST_CONNECTIONS),
    // Only for an idle connection that the server had closed: not a byte of the message was sent.
    maxRequeues: 1,
    idleTimeout: 30 * SECOND,
    dnsTimeout: 5 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 15 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', (error) =>
    log().warn({ code: codeOf(error) }, 'a connection to the mail server failed'),
  );

  const bodies = new WeakMap<AbortSignal, Readable>();
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((written) => {
      const body = written.pipe(new PassThrough());
      if (data.signal !== undefined) bodies.set(data.signal, body);
      return body;
    });
    done();
  });
  /** Whether the server had every byte of it: it may have taken the mail, and its answer got lost. */
  const isWhollySent = (signal: AbortSignal) => bodies.get(signal)?.readableEnded === true;

  async function write(delivery: ClaimedDelivery) {
    if (isCallerMessage(delivery)) return writeCallerEmail(delivery.message);
    if (isNoticeMessage(delivery)) return writeNoticeEmail(linkedNotice(delivery, authSecret), publicUrl);
    if (isCodeMessage(delivery)) return writeCodeEmail(delivery.message);
    if (!isEscalationMessage(delivery))
      throw new Error(`No e-mail says a message of kind ${delivery.cause}.`);
    const { id, organizationId, clientId, claimedAt, isAcrossClients } = delivery;
    const claims = { organizationId, clientId: isAcrossClients ? null : clientId, deliveryId: id };
    const token = await signAcknowledgeLink(claims, authSecret, claimedAt);
    const written = writeEscalationEmail(delivery, `${publicUrl}/ack/${token}`, inboundMail !== undefined);
    if (inboundMail === undefined) return written;
    return { ...written, replyTo: writeReplyAddress(id, authSecret, inboundMail.domain) };
  }

  return {
    async send(delivery) {
      const { id, recipientName, address } = delivery;
      const written = await write(delivery);
      const cutOff = new AbortController();
      inHand.add(cutOff);
      const timer = setTimeout(() => cutOff.abort(tooSlow(cutOffAfter)), cutOffAfter);
      try {
        const { serverMessageId } = await transport.sendMail({
          ...written,
          from: mailFrom,
          to: { name: oneLine(recipientName), address },
          subject: oneLine(written.subject),
          date: delivery.claimedAt,
          // The same on every attempt, so that the receiving side can tell a repetition.
          messageId: `<${id}@${hostOf(mailFrom)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: cutOff.signal,
        });
        return { kind: 'sent', providerId: serverMessageId ?? null };
      } catch (error) {
        return readFailure(error, isWhollySent(cutOff.signal));
      } finally {
        clearTimeout(timer);
        inHand.delete(cutOff);
      }
    },
    close() {
      for (const cutOff of inHand)
        cutOff.abort(new Error('The worker was stopped before the mail server answered.'));
      transport.close();
    },
  };
}

function tooSlow(milliseconds: number): Error {
  return new Error(`The mail server did not finish within ${milliseconds / SECOND} seconds.`);
}

function hostOf(mailFrom: string): string {
  return /@([^\s>]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
}

/** Names come from people: nothing of them may begin a header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
