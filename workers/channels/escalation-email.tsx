import { Button, Hr, Link, Text } from '@react-email/components';
import type { ClaimedDelivery, Companion } from '@/domain/notifications/claimed-delivery';
import type { EscalationMessage } from '@/domain/notifications/model';
import { localTime } from '@/kernel/local-time';
import { formatPhone } from '@/kernel/phone';
import { EmailFrame, emailStyles, Lines, renderEmail } from './email-frame';

type Written = Pick<ClaimedDelivery, 'companions' | 'companionCount'> & { message: EscalationMessage };

/**
 * The subject, and the same words as HTML and as plain text; of all that travels in the mail. The plain text is written,
 * not read off the HTML: that took as long as all the rest of sending a mail.
 * @param isReplyRead whether an answer to the mail reaches us
 */
export function writeEscalationEmail(
  delivery: Written,
  link: string,
  isReplyRead = false,
): { subject: string; html: string; text: string } {
  const { message, companionCount } = delivery;
  const subject = `[Calmline] ${message.urgency.toUpperCase()}: ${nameOf(message)}${others(companionCount)}, please acknowledge`;
  const html = renderEmail(<EscalationEmail {...delivery} link={link} isReplyRead={isReplyRead} />);
  return { subject, html, text: plainText(delivery, link, isReplyRead) };
}

/** A call to a number that belongs to no client concerns the answering service itself. */
function nameOf({ clientName, organizationName }: EscalationMessage): string {
  return clientName ?? organizationName;
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' and 1 other' : ` and ${count} others`;
}

function plainText(
  { message, companions, companionCount }: Written,
  link: string,
  isReplyRead: boolean,
): string {
  const { organizationName, organizationPhone, urgency, summary, startedAt, timeZone } = message;
  const { promises = [] } = message;
  const unnamed = companionCount - companions.length;
  const paragraphs = [
    `${nameOf(message)}: ${urgency}${others(companionCount)}`,
    summary,
    ...promises.map((promise) => promiseLine(promise, timeZone)),
    ...(companionCount > 0 ? [MORE] : []),
    ...companions.map((companion) => companionLine(companion, organizationName)),
    ...(unnamed > 0 ? [`And ${unnamed} more.`] : []),
    `${pressWords(companionCount)}: ${link}`,
    HOW,
    ...(isReplyRead ? [REPLY] : []),
    ...(organizationPhone === null ? [] : [`Call the operator: ${formatPhone(organizationPhone)}`]),
    sinceLine(startedAt, timeZone, organizationName),
  ];
  return paragraphs.join('\n\n');
}

const MORE = 'There is more that waits for you:';
const HOW = 'Open the link and press the button there. Nobody else is told once you have acknowledged.';

const REPLY =
  'Or answer this mail: “ack” alone in the first line if you have it, “no” if you cannot. Whatever else you write is ' +
  'passed on, and counts as no acknowledgement.';

const pressWords = (count: number) => (count > 0 ? `Acknowledge all ${count + 1}` : 'Acknowledge');
const promiseLine = ({ what, dueAt }: { what: string; dueAt: string }, timeZone: string) =>
  `Promised by ${localTime(new Date(dueAt), timeZone)}: ${what}`;
const companionLine = ({ clientName, urgency, summary }: Companion, organizationName: string) =>
  `${clientName ?? organizationName}, ${urgency}: ${firstLine(summary)}`;
const sinceLine = (startedAt: string, timeZone: string, organizationName: string) =>
  `Since ${localTime(new Date(startedAt), timeZone)}. Sent by ${organizationName}.`;

function firstLine(summary: string): string {
  const [line = ''] = summary.split(/\r?\n/);
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function EscalationEmail(props: Written & { link: string; isReplyRead: boolean }) {
  const { message, companions, companionCount, link, isReplyRead } = props;
  const { organizationName, organizationPhone, urgency, summary, startedAt, timeZone } = message;
  const { promises = [] } = message;
  const heading = `${nameOf(message)}: ${urgency}${others(companionCount)}`;
  return (
    <EmailFrame preview={summary} heading={heading}>
      <Text style={emailStyles.paragraph}>
        <Lines words={summary} />
      </Text>
      {promises.map((promise, n) => (
        <Text key={n} style={emailStyles.point}>
          {promiseLine(promise, timeZone)}
        </Text>
      ))}
      {companionCount > 0 && (
        <Others companions={companions} count={companionCount} organizationName={organizationName} />
      )}
      <Button href={link} style={emailStyles.button}>
        {pressWords(companionCount)}
      </Button>
      <Text style={emailStyles.quiet}>{HOW}</Text>
      {isReplyRead && <Text style={emailStyles.quiet}>{REPLY}</Text>}
      {organizationPhone !== null && (
        <Text style={emailStyles.quiet}>
          Call the operator: <Link href={`tel:${organizationPhone}`}>{formatPhone(organizationPhone)}</Link>
        </Text>
      )}
      <Hr />
      <Text style={emailStyles.quiet}>{sinceLine(startedAt, timeZone, organizationName)}</Text>
    </EmailFrame>
  );
}

/** What travels in the same mail: each in a line, as many as anybody reads. */
function Others(props: { companions: Companion[]; count: number; organizationName: string }) {
  const unnamed = props.count - props.companions.length;
  return (
    <>
      <Text style={emailStyles.paragraph}>{MORE}</Text>
      {props.companions.map((companion) => (
        <Text key={companion.deliveryId} style={emailStyles.point}>
          {companionLine(companion, props.organizationName)}
        </Text>
      ))}
      {unnamed > 0 && <Text style={emailStyles.point}>And {unnamed} more.</Text>}
    </>
  );
}
