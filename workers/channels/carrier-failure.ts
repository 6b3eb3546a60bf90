import type { SendOutcome } from '@/domain/notifications/model';
import { CarrierRefusal, CarrierSilence } from './carrier-client';

const MOST_CHARACTERS = 300;

/** Twilio's error codes (twilio.com/docs/api/errors) that are about this number: another attempt ends the same way. */
const forGood: Partial<Record<number, string>> = {
  13223: 'That is no phone number that can be called.',
  13224: 'That is no phone number that can be called.',
  21201: 'That is no phone number that can be called.',
  21211: 'That is no valid phone number.',
  21214: 'The carrier cannot reach that number.',
  21217: 'That is no valid phone number.',
  21265: 'That number cannot get text messages.',
  21604: 'That is no valid phone number.',
  21610: 'This person answered STOP. Nothing can be sent to that number until they send START.',
  21612: 'The carrier has no route to that number.',
  21614: 'That is not a mobile number: it cannot get text messages.',
  21635: 'That is not a mobile number: it cannot get text messages.',
  21408: 'The carrier account may not send text messages to that country. Allow it in its settings.',
  21215: 'The carrier account may not call that country. Allow it in its settings.',
  13227: 'The carrier account may not call that country. Allow it in its settings.',
  21216: 'The carrier account may not call that number.',
  21606: 'Our number at the carrier cannot send text messages. Check TWILIO_FROM.',
  21659: 'Our number does not belong to the carrier account. Check TWILIO_FROM.',
  21212: 'Our number at the carrier is wrong. Check TWILIO_FROM.',
  21210: 'Our number does not belong to the carrier account. Check TWILIO_FROM.',
  21608: 'The carrier account is a trial: it reaches verified numbers alone.',
  21219: 'The carrier account is a trial: it reaches verified numbers alone.',
  21617: 'The text is too long for the carrier.',
};

/** Codes about the installation, not about this message: somebody mends it, and the message goes out. */
const forNow: Partial<Record<number, string>> = {
  20003: 'The carrier refused our sign-in. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
  20005: 'The carrier account is not active.',
  20006: 'The carrier account may not do this.',
  20429: 'The carrier takes no more messages at the moment.',
  21611: 'The queue of our number at the carrier is full.',
  30001: 'The queue of our number at the carrier is full.',
  30002: 'The carrier account is suspended.',
};

/**
 * What a failed hand-over means. For good: what is about the number or the text. Everything else may be different next
 * time, also what is wrong with the installation.
 * @throws the error itself when it does not come from the carrier
 */
export function readCarrierFailure(error: unknown): SendOutcome {
  if (error instanceof CarrierSilence) {
    const { message, isInDoubt } = error;
    return { kind: 'failed_temporary', words: message, ...(isInDoubt && { isInDoubt }) };
  }
  if (!(error instanceof CarrierRefusal)) throw error;
  const { status, code, retryAfterSeconds } = error;
  const known = code === null ? undefined : forGood[code];
  if (known !== undefined && status !== 429 && status < 500)
    return { kind: 'failed_permanent', words: known };
  const words = inWords(error);
  const isOurs =
    status < 400 || [401, 403, 404].includes(status) || (code !== null && forNow[code] !== undefined);
  const isTemporary = isOurs || status === 408 || status === 429 || status >= 500;
  if (!isTemporary) return { kind: 'failed_permanent', words };
  return { kind: 'failed_temporary', words, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

function inWords({ status, code, message }: CarrierRefusal): string {
  const known = code === null ? undefined : forNow[code];
  if (known !== undefined) return known;
  if (status < 400 || status === 404) {
    return 'The carrier does not know our account there. Check TWILIO_ACCOUNT_SID and TWILIO_API_URL.';
  }
  if (status === 401 || status === 403) return forNow[20003] ?? message;
  if (status === 429) return forNow[20429] ?? message;
  if (status >= 500) return `The carrier has a fault of its own (${status}).`;
  const number = code === null ? String(status) : `error ${code}`;
  return `The carrier refused it (${number}): ${message}`.slice(0, MOST_CHARACTERS);
}
