import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type {
  CallerMessage,
  CodeMessage,
  EscalationMessage,
  NoticeMessage,
} from '@/domain/notifications/model';
import { cutToFit, gsmText, isGsmText, segmentsOf } from './gsm-text';

/** What one message may cost. */
const MOST_SEGMENTS = 3;

/** Three messages hold 459 characters; what a long text has beyond need not be tried. */
const MORE_THAN_FITS = 480;

const fits = (text: string) => segmentsOf(text) <= MOST_SEGMENTS;

/** A text message about an escalation: who, for whom, how urgent, what, and the two ways to answer. */
export function escalationText(message: EscalationMessage, link: string, code: number): string {
  const { organizationName, clientName, urgency, summary } = message;
  // A call to a number that belongs to no client concerns the answering service itself.
  const whose = clientName === null ? '' : `${shortName(clientName)}, `;
  const head = `${shortName(organizationName)}: ${whose}${urgency.toUpperCase()}. `;
  const answers = `Reply ${code}a to take it, ${code}n if you cannot.`;
  return withLink(head, summary, link, answers);
}

/** One text message for many escalations; the answer means all of them. */
export function bundleText(
  {
    message,
    companions,
    companionCount,
  }: Pick<ClaimedDelivery, 'companions' | 'companionCount'> & {
    message: EscalationMessage;
  },
  link: string,
  code: number,
): string {
  const { organizationName, clientName, urgency, summary } = message;
  const count = companionCount + 1;
  const names = [clientName, ...companions.map((companion) => companion.clientName)];
  const clients = [...new Set(names.map((name) => shortName(name ?? organizationName)))];
  const [first = '', ...others] = clients;
  const whose = others.length === 0 ? first : `${first} and ${others.length} more`;
  const head = `${shortName(organizationName)}: ${count} escalations, ${whose}. Newest, ${urgency.toUpperCase()}: `;
  const answers = `Reply ${code}a to take all, ${code}n if you cannot.`;
  return withLink(head, summary, link, answers);
}

/**
 * In a script that GSM does not write, three messages hold 201 characters: too few for the link and for what happened.
 * There the answer by its number must do.
 */
function withLink(head: string, summary: string, link: string, answers: string): string {
  const hasRoom = isGsmText(gsmText(head + summary));
  return around(head, summary, hasRoom ? `\n${link}\n${answers}` : `\n${answers}`);
}

/** A word that asks nothing back. */
export function noticeText({ subject, lines, path, linkWords }: NoticeMessage, publicUrl: string): string {
  const end = `\n${linkWords}: ${publicUrl}${path}`;
  return around('', [subject, ...lines].join('\n'), fits(gsmText(`${subject}${end}`)) ? end : '');
}

export function codeText({ code, organizationName, clientName }: CodeMessage): string {
  const sender = shortName(organizationName);
  return gsmText(
    `${sender}: your code is ${code}. With it you confirm this number for messages about ${shortName(clientName)}.`,
  );
}

/**
 * For a caller: the client's approved words, never cut, and who sends them. Nothing is asked back: no link, no number to
 * answer with.
 */
export function callerText({ organizationName, clientName, words }: CallerMessage): string {
  const end = `Sent by ${shortName(organizationName)} for ${shortName(clientName)}. Answers are not read; STOP ends these texts.`;
  return gsmText(`${shortName(clientName)}: ${words}\n${end}`);
}

/** What must be said stands whole; what lies between is cut at a word. */
function around(head: string, middle: string, end: string): string {
  const [before, after] = [gsmText(head), gsmText(end)];
  const words = gsmText(middle.replaceAll(/\s+/g, ' ').trim()).slice(0, MORE_THAN_FITS);
  return before + cutToFit(words, (cut) => fits(before + cut + after)) + after;
}

/** Names are people's own: one of 120 characters would leave no room for what happened. */
function shortName(name: string): string {
  return cutToFit(name.replaceAll(/\s+/g, ' ').trim(), (cut) => cut.length <= 40);
}
