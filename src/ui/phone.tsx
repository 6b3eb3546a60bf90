import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { formatPhone, toE164 } from '@/kernel/phone';

/** A number as callers say it, without country code, in the country of the number they dialled; else unchanged. */
export function completePhone(text: string, dialled: string): string {
  return toE164(text, parsePhoneNumberFromString(dialled)?.country) ?? text;
}

/** Whether a text is a whole number, as callers say it or with its country code. */
export function isWholePhone(text: string, dialled: string): boolean {
  return toE164(text, parsePhoneNumberFromString(dialled)?.country) !== null;
}

/** A number as it is spoken or written in a sentence; text that is no number is left as it came. */
export function phoneWords(number: string): string {
  return formatPhone(number);
}

/** A phone number as people write it, in one piece. Text that is no number is shown as it came. */
export function Phone({ number, isLink = false }: { number: string; isLink?: boolean }) {
  const words = number === '' ? 'Number withheld' : formatPhone(number);
  if (!isLink || number === '') return <span className="whitespace-nowrap tabular-nums">{words}</span>;
  return (
    <a
      href={`tel:${number}`}
      className="whitespace-nowrap text-accent tabular-nums underline underline-offset-2"
    >
      {words}
    </a>
  );
}
