import { createHash } from 'node:crypto';
import { toPlainText } from '@react-email/render';
import PostalMime, { type Email } from 'postal-mime';
import { isAutomaticMail } from '../domain/notifications/automatic-mail';

/** One mail that came in, as far as an answer needs it. */
export type ReceivedMail = {
  /** Its Message-ID; where it has none, a digest of it. */
  id: string;
  from: string;
  /** Whatever looks like an address in the headers that say for whom it is. */
  recipients: string[];
  text: string;
  /** No person wrote it. */
  isAutomatic: boolean;
};

/** An answer stands at the top; what is left out is the quote below it. */
const MOST_CHARACTERS = 200_000;

const recipientHeaders = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'];

/** @returns null for what is no mail, such as one nested deeper than anybody writes it */
export async function readReceivedMail(raw: Buffer): Promise<ReceivedMail | null> {
  const mail = await parse(raw);
  if (mail === null) return null;
  const { headers, messageId, from, subject = '' } = mail;
  const address = clean(from?.address ?? '').slice(0, 320);
  const id = clean(messageId ?? '').trim();
  return {
    id: id === '' || id.length > 500 ? createHash('sha256').update(raw).digest('hex') : id,
    from: address,
    recipients: headers
      .filter(({ key }) => recipientHeaders.includes(key))
      .flatMap(({ value }) => addressesIn(value)),
    text: clean(textOf(mail)),
    isAutomatic: isAutomaticMail(headers, address, subject),
  };
}

/** Whatever looks like an address; at most 200. */
export function addressesIn(text: string): string[] {
  return (text.slice(0, 20_000).match(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g) ?? []).slice(0, 200);
}

async function parse(raw: Buffer): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw);
  } catch (error) {
    // Its limits: so many levels, so long headers.
    if (error instanceof Error && /exceeded|limit/i.test(error.message)) return null;
    throw error;
  }
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text.slice(0, MOST_CHARACTERS);
  if (html === undefined) return '';
  try {
    return toPlainText(html.slice(0, MOST_CHARACTERS));
  } catch (error) {
    // Tags nested deeper than the stack: nobody writes that.
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** PostgreSQL holds no text with a zero character. */
function clean(text: string): string {
  return text.replaceAll('\0', '');
}
