type Header = { key: string; value: string };

/** Headers whose mere presence says that no person wrote this mail. */
const telling = [
  'x-autoreply',
  'x-autoreply-from',
  'x-autorespond',
  'x-autoresponder',
  'x-mail-autoreply',
  'x-cron-env',
  'x-failed-recipients',
  'list-id',
  'feedback-id',
];

const subjects =
  /^\s*(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|abwesenheits|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|undeliver|delivery (status|failure)|mail delivery failed|returned mail|unzustellbar)/i;

/**
 * Whether a program answered, such as an out-of-office notice or a mail server with a failure: RFC 3834 (Auto-Submitted),
 * RFC 3464 (reports), an empty Return-Path (RFC 5321, 4.5.5), and what older programs say instead.
 * @param headers with their keys in lower case
 */
export function isAutomaticMail(headers: readonly Header[], from: string, subject: string): boolean {
  const values = (key: string) => headers.filter((one) => one.key === key).map(({ value }) => value.trim());
  const has = (key: string, pattern: RegExp) => values(key).some((value) => pattern.test(value));
  return (
    has('auto-submitted', /^(?!no\b)\S/i) ||
    has('return-path', /^(<\s*>)?$/) ||
    has('precedence', /^(auto[_-]?reply|bulk|junk|list)\b/i) ||
    has('content-type', /^multipart\/report\b/i) ||
    telling.some((key) => values(key).length > 0) ||
    /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from) ||
    subjects.test(subject)
  );
}
