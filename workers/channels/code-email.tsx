import { Text } from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import type { CodeMessage } from '@/domain/notifications/model';
import { EmailFrame, emailStyles } from './email-frame';

const codeStyle = {
  ...emailStyles.paragraph,
  fontSize: 32,
  lineHeight: '40px',
  letterSpacing: 6,
  margin: '16px 0',
};

/** Six digits that prove that somebody reads this address: the subject, and the same words as HTML and as plain text. */
export async function writeCodeEmail(
  message: CodeMessage,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(<CodeEmail message={message} />);
  return { subject: `[Calmline] ${message.code} is your code`, html, text: toPlainText(html) };
}

function CodeEmail({ message }: { message: CodeMessage }) {
  const { code, organizationName, clientName, recipientName } = message;
  return (
    <EmailFrame preview={`${code} is the code for this address.`} heading="Is this the right address?">
      <Text style={emailStyles.paragraph}>
        {organizationName} answers the phone for {clientName} and would reach {recipientName} here when
        something cannot wait. Whoever set this up is waiting for this code:
      </Text>
      <Text style={codeStyle}>{code}</Text>
      <Text style={emailStyles.quiet}>
        It is good for 15 minutes. If nobody asked you for it, do nothing: without the code this address
        counts as unconfirmed.
      </Text>
    </EmailFrame>
  );
}
