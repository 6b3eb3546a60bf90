import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';

/** ITU-T E.164: at most 15 digits. The library knows longer ones (German extensions), which no carrier takes. */
const E164 = /^\+[1-9]\d{1,14}$/;

/** E.164, for example +4930123456, or null where the text is not a possible number. */
export function toE164(text: string, defaultCountry?: CountryCode): string | null {
  const parsed = parsePhoneNumberFromString(text, defaultCountry);
  return parsed?.isPossible() === true && E164.test(parsed.number) ? parsed.number : null;
}

/** An E.164 number as people of its country write it for callers abroad; other text, e-mail addresses too, unchanged. */
export function formatPhone(text: string): string {
  if (text.includes('@')) return text;
  return parsePhoneNumberFromString(text)?.formatInternational() ?? text;
}
