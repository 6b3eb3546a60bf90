import { Button, Hr, Link, Text } from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import type { EscalationMessage } from '@/domain/notifications/model';
import { localTime } from '@/kernel/local-time';
import { formatPhone } from '@/kernel/phone';
import { EmailFrame, emailStyles, Lines } from './email-frame';

/** A phone number says the same as its link. */
const plainText = {
  selectors: [{ selector: 'a[href^="tel:"]', format: 'anchor', options: { ignoreHref: true } }],
};

/** The subject, and the same words as HTML and as plain text. */
export async function writeEscalationEmail(
  message: EscalationMessage,
  link: string,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(<EscalationEmail message={message} link={link} />);
  const subject = `[Calmline] ${message.urgency.toUpperCase()}: ${nameOf(message)}, please acknowledge`;
  return { subject, html, text: toPlainText(html, plainText) };
}

/** A call to a number that belongs to no client concerns the answering service itself. */
function nameOf({ clientName, organizationName }: EscalationMessage): string {
  return clientName ?? organizationName;
}

function EscalationEmail({ message, link }: { message: EscalationMessage; link: string }) {
  const { organizationName, organizationPhone, urgency, summary, startedAt, timeZone } = message;
  return (
    <EmailFrame preview={summary} heading={`${nameOf(message)}: ${urgency}`}>
      <Text style={emailStyles.paragraph}>
        <Lines words={summary} />
      </Text>
      <Button href={link} style={emailStyles.button}>
        Acknowledge
      </Button>
      <Text style={emailStyles.quiet}>
        Open the link and press the button there. Nobody else is told once you have acknowledged.
      </Text>
      {organizationPhone !== null && (
        <Text style={emailStyles.quiet}>
          Call the operator: <Link href={`tel:${organizationPhone}`}>{formatPhone(organizationPhone)}</Link>
        </Text>
      )}
      <Hr />
      <Text style={emailStyles.quiet}>
        Since {localTime(new Date(startedAt), timeZone)}. Sent by {organizationName}.
      </Text>
    </EmailFrame>
  );
}
