import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import { isCodeMessage, isEscalationMessage, isNoticeMessage } from '@/domain/notifications/message-kind';
import { localMoment } from '@/kernel/local-time';
import { formatPhone } from '@/kernel/phone';

/** What is said in a chat, as plain text; each format escapes it in its own way. */
export type ChatWords = {
  /** Nothing but our own words: some programs show it where nothing can be escaped. */
  alert: string;
  heading: string;
  paragraphs: string[];
  link: { words: string; url: string } | null;
};

/** A chat message that lists more is not read. */
const MOST_COMPANIONS = 10;

/** @param link where it is acknowledged */
export function writeChatWords(delivery: ClaimedDelivery, link: string, publicUrl: string): ChatWords {
  if (isEscalationMessage(delivery)) return escalationWords(delivery, delivery.message, link);
  if (isCodeMessage(delivery)) {
    const { code, organizationName, clientName } = delivery.message;
    return {
      alert: 'A code to confirm this chat',
      heading: `Your code is ${code}`,
      paragraphs: [
        `Read it to ${organizationName}, or enter it, so that messages for ${clientName} come here.`,
      ],
      link: null,
    };
  }
  if (isNoticeMessage(delivery)) {
    const { subject, lines, path, linkWords } = delivery.message;
    const notice = { words: linkWords, url: `${publicUrl}${path}` };
    return { alert: 'A word from Calmline', heading: subject, paragraphs: lines, link: notice };
  }
  throw new Error(`No chat says a message of kind ${delivery.cause}.`);
}

function escalationWords(
  { companions, companionCount }: ClaimedDelivery,
  message: Extract<ClaimedDelivery['message'], { urgency: string }>,
  url: string,
): ChatWords {
  const { urgency, clientName, organizationName, organizationPhone, summary, startedAt, timeZone } = message;
  const count = companionCount + 1;
  const asked = count === 1 ? 'please acknowledge' : `${count} escalations, please acknowledge`;
  const alert = `${urgency.toUpperCase()}: ${asked}`;
  const promises = (message.promises ?? []).map(
    ({ what, dueAt }) => `The caller was promised: ${what}, by ${localMoment(new Date(dueAt), timeZone)}`,
  );
  const others = companions
    .slice(0, MOST_COMPANIONS)
    .map((one) => `• ${one.clientName ?? organizationName} (${one.urgency}): ${one.summary}`);
  const left = companionCount - others.length;
  return {
    alert,
    heading: `${alert} · ${clientName ?? organizationName}`,
    paragraphs: [
      summary,
      ...promises,
      `Since ${localMoment(new Date(startedAt), timeZone)}`,
      ...(others.length === 0 ? [] : [`Also waiting, and acknowledged with it:\n${others.join('\n')}`]),
      ...(left > 0 ? [`and ${left} more`] : []),
      `Sent by ${organizationName}${organizationPhone === null ? '' : `, ${formatPhone(organizationPhone)}`}`,
    ],
    link: { words: count === 1 ? 'Acknowledge' : `Acknowledge all ${count}`, url },
  };
}
