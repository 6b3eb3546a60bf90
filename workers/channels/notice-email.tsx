import { Button, Heading, Text } from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import { Fragment } from 'react';
import type { NoticeMessage } from '@/domain/notifications/model';
import { EmailFrame, emailStyles, Lines } from './email-frame';

/** A word to somebody who signs in: the subject, and the same words as HTML and as plain text. */
export async function writeNoticeEmail(
  message: NoticeMessage,
  publicUrl: string,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(<NoticeEmail message={message} link={`${publicUrl}${message.path}`} />);
  return { subject: `[Calmline] ${message.subject}`, html, text: toPlainText(html) };
}

function NoticeEmail({ message, link }: { message: NoticeMessage; link: string }) {
  const { subject, lines, sections = [], linkWords } = message;
  return (
    <EmailFrame preview={lines[0] ?? sections[0]?.lines[0] ?? subject} heading={subject}>
      {lines.map((line, n) => (
        <Text key={n} style={emailStyles.paragraph}>
          <Lines words={line} />
        </Text>
      ))}
      {sections.map(({ title, lines: points }, n) => (
        <Fragment key={n}>
          {title === '' ? null : (
            <Heading as="h2" style={emailStyles.title}>
              {title}
            </Heading>
          )}
          {points.map((point, at) => (
            <Text key={at} style={emailStyles.point}>
              <Lines words={point} />
            </Text>
          ))}
        </Fragment>
      ))}
      <Button href={link} style={emailStyles.button}>
        {linkWords}
      </Button>
      <Text style={emailStyles.quiet}>
        {message.answersDeliveryId === undefined ? 'Sign in to act on this. ' : ''}Answers to this mail are
        not read.
      </Text>
    </EmailFrame>
  );
}
