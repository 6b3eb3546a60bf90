import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Text,
} from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import type { ClaimedDelivery } from '@/domain/notifications/claim-delivery';
import { Fragment } from 'react';
import { formatPhone } from '@/kernel/phone';

type Message = ClaimedDelivery['message'];

const ink = '#1c1917';
const quiet = '#57534e';
const styles = {
  body: {
    backgroundColor: '#f5f5f4',
    color: ink,
    fontFamily: 'system-ui, -apple-system, Segoe UI, sans-serif',
  },
  card: { backgroundColor: '#ffffff', borderRadius: 8, margin: '24px auto', maxWidth: 560, padding: 24 },
  heading: { fontSize: 20, lineHeight: '28px', margin: 0 },
  summary: { fontSize: 16, lineHeight: '24px' },
  button: { backgroundColor: ink, borderRadius: 6, color: '#ffffff', fontSize: 16, padding: '12px 20px' },
  quiet: { color: quiet, fontSize: 14, lineHeight: '20px' },
} as const;

/** A phone number says the same as its link. */
const plainText = {
  selectors: [{ selector: 'a[href^="tel:"]', format: 'anchor', options: { ignoreHref: true } }],
};

/** The subject, and the same words as HTML and as plain text. */
export async function writeEscalationEmail(
  message: Message,
  link: string,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(<EscalationEmail message={message} link={link} />);
  const subject = `[Calmline] ${message.urgency.toUpperCase()}: ${nameOf(message)}, please acknowledge`;
  return { subject, html, text: toPlainText(html, plainText) };
}

/** A call to a number that belongs to no client concerns the answering service itself. */
function nameOf({ clientName, organizationName }: Message): string {
  return clientName ?? organizationName;
}

function EscalationEmail({ message, link }: { message: Message; link: string }) {
  const { organizationName, organizationPhone, urgency, summary } = message;
  return (
    <Html lang="en">
      <Head />
      <Preview>{summary}</Preview>
      <Body style={styles.body}>
        <Container style={styles.card}>
          <Heading style={styles.heading}>
            {nameOf(message)}: {urgency}
          </Heading>
          <Text style={styles.summary}>
            {summary.split(/\r?\n/).map((line, n) => (
              <Fragment key={n}>
                {n > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </Text>
          <Button href={link} style={styles.button}>
            Acknowledge
          </Button>
          <Text style={styles.quiet}>
            Open the link and press the button there. Nobody else is told once you have acknowledged.
          </Text>
          {organizationPhone !== null && (
            <Text style={styles.quiet}>
              Call the operator:{' '}
              <Link href={`tel:${organizationPhone}`}>{formatPhone(organizationPhone)}</Link>
            </Text>
          )}
          <Hr />
          <Text style={styles.quiet}>
            Since {localTime(message)}. Sent by {organizationName}.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** "21 November 2026 at 21:45 CET": the client's own wall clock, with its zone. */
function localTime({ startedAt, timeZone }: Message): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(new Date(startedAt));
}
