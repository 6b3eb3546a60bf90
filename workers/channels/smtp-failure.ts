import type { SendOutcome } from '@/domain/notifications/model';

const MOST_CHARACTERS = 300;

/** What nodemailer adds to its errors; `permanent` follows the reply codes of RFC 5321, section 4.2.1. */
type SmtpError = Error & { code: string; response?: string; permanent?: boolean };

const wordsByCode: Partial<Record<string, string>> = {
  ETIMEDOUT: 'The mail server did not answer in time.',
  ECONNECTION: 'The connection to the mail server failed.',
  ESOCKET: 'The connection to the mail server failed.',
  EDNS: 'The mail server was not found.',
  ETLS: 'No secure connection to the mail server could be made.',
};

/**
 * What a failed hand-over means. For good: a server that refused this message or this recipient, and an address that
 * is none. Everything else may be different next time, also what is wrong with the installation, such as a sign-in.
 * @param isWhollySent whether the server had the whole message; without an answer from it, it may have taken it
 * @throws the error itself when it does not come from the mail transport
 */
export function readFailure(error: unknown, isWhollySent = false): SendOutcome {
  if (!isSmtpError(error)) throw error;
  const isAboutMessage = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const isForGood = isAboutMessage && (error.permanent ?? true);
  const words = inWords(error).slice(0, MOST_CHARACTERS);
  if (isForGood) return { kind: 'failed_permanent', words };
  const isInDoubt = isWhollySent && error.response === undefined;
  return { kind: 'failed_temporary', words, ...(isInDoubt && { isInDoubt }) };
}

function isSmtpError(error: unknown): error is SmtpError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E(?!RR_)/.test(error.code)
  );
}

function inWords({ code, response, message, cause }: SmtpError): string {
  if (code === 'EABORT' && cause instanceof Error) return cause.message;
  if (code === 'EAUTH') return `The mail server refused the sign-in: ${response ?? message}`;
  if (response !== undefined) return `The mail server answered: ${response}`;
  return wordsByCode[code] ?? `The mail could not be handed over: ${message}`;
}
