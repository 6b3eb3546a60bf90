import { Body, Container, Head, Heading, Html, Preview } from '@react-email/components';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const ink = '#1c1917';
const quiet = '#57534e';
export const emailStyles = {
  body: {
    backgroundColor: '#f5f5f4',
    color: ink,
    fontFamily: 'system-ui, -apple-system, Segoe UI, sans-serif',
  },
  card: { backgroundColor: '#ffffff', borderRadius: 8, margin: '24px auto', maxWidth: 560, padding: 24 },
  heading: { fontSize: 20, lineHeight: '28px', margin: 0 },
  paragraph: { fontSize: 16, lineHeight: '24px' },
  title: { fontSize: 16, lineHeight: '24px', margin: '24px 0 4px' },
  point: { fontSize: 16, lineHeight: '24px', margin: '4px 0' },
  button: { backgroundColor: ink, borderRadius: 6, color: '#ffffff', fontSize: 16, padding: '12px 20px' },
  quiet: { color: quiet, fontSize: 14, lineHeight: '20px' },
} as const;

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** As the library's own `render` writes it, which streams and takes eight times as long. */
export function renderEmail(mail: ReactElement): string {
  return `${DOCTYPE}${renderToStaticMarkup(mail)}`;
}

/** What all our mails look like: one card with a heading. */
export function EmailFrame(props: { preview: string; heading: ReactNode; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{props.preview}</Preview>
      <Body style={emailStyles.body}>
        <Container style={emailStyles.card}>
          <Heading style={emailStyles.heading}>{props.heading}</Heading>
          {props.children}
        </Container>
      </Body>
    </Html>
  );
}

/** Words of people, with their line breaks. */
export function Lines({ words }: { words: string }) {
  return words.split(/\r?\n/).map((line, n) => (
    <Fragment key={n}>
      {n > 0 && <br />}
      {line}
    </Fragment>
  ));
}
