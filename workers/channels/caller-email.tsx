import { Text } from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import type { CallerMessage } from '@/domain/notifications/model';
import { EmailFrame, emailStyles, Lines } from './email-frame';

/**
 * For a caller whose matter is settled: the client's approved words, whole, as HTML and as plain text. Nothing is asked
 * back, so it holds no link.
 */
export async function writeCallerEmail(
  message: CallerMessage,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(<CallerEmail message={message} />);
  return { subject: `${message.clientName}: about your call`, html, text: toPlainText(html) };
}

function CallerEmail({ message }: { message: CallerMessage }) {
  const { organizationName, clientName, words } = message;
  return (
    <EmailFrame preview={words} heading={`About your call to ${clientName}`}>
      <Text style={emailStyles.paragraph}>
        <Lines words={words} />
      </Text>
      <Text style={emailStyles.quiet}>
        You agreed on the phone to be told here. Sent by {organizationName}, which answers the phone for{' '}
        {clientName}. Answers to this mail are not read: please call again if anything is left.
      </Text>
    </EmailFrame>
  );
}
